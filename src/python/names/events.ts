import type { Span } from '../../base/place';
import type { Block, Branch, Call, IrFunction, Loop, Node, Reg, Try } from '../ir/model';
import { blocksIn } from '../ir/blocks';
import { Op } from '../ir/model';
import type { Change, Definition, NameEvent, Opening } from './model';

/** How the rest of a block is reached: always, unless a loop's round was left, unless the function was left. */
const enum Exit {
  None,
  Round,
  Function,
}

/** One function, class body or stretch of the module while its events are collected. */
interface Walker {
  /** The functions and classes around the code, innermost first; the module is not among them. */
  readonly scopes: readonly IrFunction[];
  /** What made the value of each register. */
  readonly made: Map<Reg, Node>;
  /** Functions that were defined inside. */
  readonly inner: Map<string, IrFunction>;
  readonly into: NameEvent[];
  /** Functions that were entered on the way: each is entered once, and recursion ends. */
  readonly entered: Set<IrFunction>;
}

/** What code of the module's own level does with the names of the module, as it was found first. */
export interface Origin {
  /** One object as long as the code is not edited. */
  readonly events: readonly NameEvent[];
  /** By how much it stands further down now. */
  readonly by: number;
}

export function originOf(code: Block): Origin {
  const [first] = code;
  if (!first) return { events: [], by: 0 };
  const known = ofCode.get(first);
  const by = known && movedBy(known, code);
  if (known && by !== undefined) return { events: known.events, by };
  const events: NameEvent[] = [];
  walkBlock(newWalker([], events, new Set()), code, true);
  ofCode.set(first, { code, starts: code.map(node => node.span.start), events });
  return { events, by: 0 };
}

export function eventsAt({ events, by }: Origin): readonly NameEvent[] {
  return moved(events, by);
}

/** By the first node: code that was not edited is the same, node for node, as before an edit elsewhere. */
const ofCode = new WeakMap<Node, Walked>();

interface Walked {
  readonly code: Block;
  /** Where its nodes stood. */
  readonly starts: readonly number[];
  readonly events: readonly NameEvent[];
}

/** By how much the same code stands further down; undefined if it is other code, or was moved apart. */
function movedBy({ code, starts }: Walked, now: Block): number | undefined {
  const by = (now[0]?.span.start ?? 0) - (starts[0] ?? 0);
  const isSame = (node: Node, i: number): boolean =>
    node === code[i] && node.span.start - (starts[i] ?? 0) === by;
  return now.length === code.length && now.every(isSame) ? by : undefined;
}

function moved(events: readonly NameEvent[], by: number): readonly NameEvent[] {
  if (by === 0) return events;
  return events.map(event => ({ ...event, start: event.start + by, end: event.end + by }));
}

/** What a function of the module does with the names of the module once it is called. */
export function eventsOfCall(fn: IrFunction): readonly NameEvent[] {
  const known = ofCalls.get(fn);
  if (known) return moved(known.events, fn.span.start - known.start);
  const events: NameEvent[] = [];
  // A generator does nothing until somebody asks it for a value.
  walkBlock(newWalker([fn], events, new Set([fn])), fn.body, !fn.generator);
  ofCalls.set(fn, { start: fn.span.start, events });
  return events;
}

/** Every call asks, and every version of a notebook that is edited. */
const ofCalls = new WeakMap<IrFunction, { readonly start: number; readonly events: readonly NameEvent[] }>();

function newWalker(scopes: readonly IrFunction[], into: NameEvent[], entered: Set<IrFunction>): Walker {
  return { scopes, made: new Map(), inner: new Map(), into, entered };
}

function walkBlock(w: Walker, block: Block, certain: boolean): Exit {
  let exit = Exit.None;
  for (const node of block) exit = Math.max(exit, walkNode(w, node, certain && exit === Exit.None));
  return exit;
}

function walkNode(w: Walker, node: Node, certain: boolean): Exit {
  switch (node.op) {
    case Op.Return:
    case Op.Raise:
      return Exit.Function;
    case Op.Break:
    case Op.Continue:
      return Exit.Round;
    case Op.Branch:
      return walkBranch(w, node, certain);
    case Op.Loop:
      return walkLoop(w, node, certain);
    case Op.Try:
      return walkTry(w, node, certain);
    case Op.With:
      return walkBlock(w, node.body, certain && !node.contexts.some(context => swallows(w, context)));
    case Op.Match:
      return Math.max(Exit.None, ...node.cases.map(one => walkBlock(w, one, false)));
    default:
      if ('dst' in node) w.made.set(node.dst, node);
      walkInstruction(w, node, certain);
      return Exit.None;
  }
}

function walkBranch(w: Walker, node: Branch, certain: boolean): Exit {
  const ways: Way[] = node.arms.map((arm, i) => {
    walkBlock(w, arm.before, certain && i === 0);
    return walkWay(w, arm.body, certain && i === 0 && isTrue(w, arm.test));
  });
  ways.push(walkWay(w, node.orelse, false));
  if (certain) defineOnAllWays(w, ways);
  return Math.max(...ways.map(({ exit }) => exit));
}

/** One of the ways that a branch may take. */
interface Way {
  readonly exit: Exit;
  readonly events: readonly NameEvent[];
}

function walkWay(w: Walker, block: Block, certain: boolean): Way {
  const before = w.into.length;
  const exit = walkBlock(w, block, certain);
  return { exit, events: w.into.slice(before) };
}

/** What every way defines is defined whichever is taken. */
function defineOnAllWays(w: Walker, ways: readonly Way[]): void {
  const through = ways.filter(({ exit }) => exit === Exit.None);
  const [last, ...others] = through.toReversed();
  for (const event of last?.events ?? []) {
    if (event.kind !== 'define' || event.certain || event.form === 'perhaps') continue;
    const everywhere = others.every(({ events }) =>
      events.some(one => one.kind === 'define' && one.name === event.name && one.form !== 'perhaps'),
    );
    if (everywhere) w.into.push({ ...event, certain: true });
  }
}

/** `if True`, `if 1`, and the guard of a main program, which holds in a notebook. */
function isTrue(w: Walker, test: Reg): boolean {
  const made = w.made.get(test);
  if (made?.op === Op.Const) return Boolean(made.value);
  if (made?.op !== Op.Compare || made.operator !== '==') return false;
  return [made.left, made.right].some(side => nameOf(w, side) === '__name__');
}

/** A loop over data has rounds. */
function walkLoop(w: Walker, node: Loop, certain: boolean): Exit {
  walkBlock(w, node.before, certain);
  const inside = walkBlock(w, node.body, certain);
  const after = walkBlock(w, node.orelse, certain && inside === Exit.None);
  return Math.max(inside === Exit.Function ? inside : Exit.None, after);
}

/** A handler may be there for the very name that is missing. */
function walkTry(w: Walker, node: Try, certain: boolean): Exit {
  const sure = certain && node.handlers.length === 0;
  return Math.max(
    walkBlock(w, node.body, sure),
    ...node.handlers.map(handler => walkBlock(w, handler, false)),
    walkBlock(w, node.orelse, sure),
    walkBlock(w, node.final, certain),
  );
}

/** `with suppress(…)`, `with pytest.raises(…)`. */
function swallows(w: Walker, context: Reg): boolean {
  const made = w.made.get(context);
  return made?.op === Op.Call && /^(suppress|raises|assertRaises\w*)$/.test(calledName(w, made) ?? '');
}

function walkInstruction(w: Walker, node: Node, certain: boolean): void {
  switch (node.op) {
    case Op.Load:
      if (isGlobal(w, node.name)) note(w, 'read', node.name, node.span, certain);
      if (OPENING_NAMES.has(node.name)) open(w, node.span, certain);
      return;
    case Op.Store:
      store(w, node.name, w.made.get(node.src), node.span, certain);
      return;
    case Op.Import:
      if (OPENING_MODULES.has(node.path)) open(w, node.span, certain);
      define(w, { name: node.name, form: 'import', fn: undefined, certain }, node.span);
      return;
    case Op.ImportStar:
      open(w, node.span, certain);
      return;
    case Op.DeleteName:
      if (isGlobal(w, node.name)) note(w, 'delete', node.name, node.span, certain);
      return;
    // An attribute that is set (`model.verbose = 1`) makes no other object of it: who reads the object need not read that.
    case Op.SetItem:
    case Op.DeleteItem:
      change(w, node.obj, node.span, certain);
      return;
    case Op.Call:
      walkCall(w, node, certain);
      return;
    case Op.Class:
      walkBlock(newWalker([node.body, ...w.scopes], w.into, w.entered), node.body.body, certain);
      return;
    case Op.Function:
      for (const name of globalsIn(node.fn))
        define(w, { name, form: 'perhaps', fn: undefined, certain: false }, node.span);
      return;
    default:
  }
}

/** Reading one of these means that names come and go in ways that cannot be seen. */
const OPENING_NAMES: ReadonlySet<string> = new Set(['exec', 'execfile', 'globals', 'locals']);
const OPENING_MODULES: ReadonlySet<string> = new Set(['builtins', '__builtin__', '__main__']);
const OPENING_CALLS =
  /^(run_line_magic|run_cell_magic|magic|run_cell|ex|push|load_session|load_module|init_session|run_path|inject|import_notebook)$/;

function store(w: Walker, name: string, made: Node | undefined, span: Span, certain: boolean): void {
  const form = made?.op === Op.Function ? 'function' : made?.op === Op.Class ? 'class' : 'value';
  const fn = made?.op === Op.Function ? made.fn : undefined;
  if (fn && certain) w.inner.set(name, fn);
  else w.inner.delete(name);
  define(w, { name, form, fn, certain }, span);
}

function define(
  w: Walker,
  { name, form, fn, certain }: Omit<Definition, 'kind' | 'start' | 'end'>,
  { start, end }: Span,
): void {
  if (isGlobal(w, name)) w.into.push({ kind: 'define', name, form, fn, certain, start, end });
}

/** Methods that call what they are given before they return. */
const CALLS_ARGUMENT = /^(apply|applymap|map|agg|aggregate|transform|assign|pipe|filter)$/;
/** Methods that change the object they belong to. */
const CHANGES_OBJECT =
  /^(fit|fit_transform|partial_fit|compile|train|append|extend|insert|update|pop|remove|add|sort|fit_generator|train_on_batch)$/;

/** Methods that put other contents in the place of all that the object held. */
const REPLACES_STATE = /^(load_weights|load_state_dict)$/;

function walkCall(w: Walker, node: Call, certain: boolean): void {
  const func = w.made.get(node.func);
  const called = calledName(w, node);
  if (called !== undefined && opens(w, called, node)) open(w, node.span, certain);
  if (func?.op === Op.Load) enter(w, func.name, node.span, certain);
  if (func?.op !== Op.GetAttr) return;
  const inPlace = node.args.some(arg => arg.name === 'inplace');
  const whole = REPLACES_STATE.test(func.attr);
  if (inPlace || whole || CHANGES_OBJECT.test(func.attr)) change(w, func.obj, node.span, certain, whole);
  if (!CALLS_ARGUMENT.test(func.attr)) return;
  for (const { reg } of node.args) {
    const given = w.made.get(reg);
    if (given?.op === Op.Load) enter(w, given.name, node.span, certain);
    else if (given?.op === Op.Function) enterInner(w, given.fn, certain);
  }
}

/** Also `vars()` and `dir()`, which ask what there is, and `sympy.var('x y')`, which defines what its text says. */
function opens(w: Walker, called: string, { args: [first] }: Call): boolean {
  if (called === 'vars' || called === 'dir') return !first;
  const given = first && w.made.get(first.reg);
  if (called === 'var') return given?.op === Op.Const && given.type === 'str';
  return OPENING_CALLS.test(called);
}

function calledName(w: Walker, node: Call): string | undefined {
  const func = w.made.get(node.func);
  if (func?.op === Op.GetAttr) return func.attr;
  return func?.op === Op.Load ? func.name : undefined;
}

function enter(w: Walker, name: string, span: Span, certain: boolean): void {
  if (isGlobal(w, name)) {
    note(w, 'call', name, span, certain);
    return;
  }
  const fn = w.inner.get(name);
  if (fn) enterInner(w, fn, certain);
}

function enterInner(w: Walker, fn: IrFunction, certain: boolean): void {
  if (w.entered.has(fn)) return;
  w.entered.add(fn);
  const inside = newWalker([fn, ...w.scopes], w.into, w.entered);
  walkBlock(inside, fn.body, certain && !fn.generator);
}

/** The variable that an object was reached from: `df` of `df.loc[a, b]`. */
export function rootOf(made: ReadonlyMap<Reg, Node>, reg: Reg): string | undefined {
  for (let node = made.get(reg); node;) {
    if (node.op === Op.Load) return node.name;
    if (node.op !== Op.GetAttr && node.op !== Op.GetItem) return undefined;
    node = made.get(node.obj);
  }
  return undefined;
}

function change(w: Walker, obj: Reg, span: Span, certain: boolean, all = false): void {
  const name = rootOf(w.made, obj);
  if (name === undefined || !isGlobal(w, name)) return;
  const whole = all && nameOf(w, obj) === name;
  const { start, end } = span;
  w.into.push({ kind: 'change', name, certain, start, end, ...(whole ? { whole } : {}) });
}

function nameOf(w: Walker, reg: Reg): string | undefined {
  const made = w.made.get(reg);
  return made?.op === Op.Load ? made.name : undefined;
}

/** Comprehensions' variables have names that no program can write. */
function isGlobal(w: Walker, name: string): boolean {
  if (name.includes('·')) return false;
  const [innermost] = w.scopes;
  for (const scope of w.scopes) {
    if (scope.globals.has(name)) return true;
    if (scope.locals.has(name) && (scope === innermost || scope.form !== 'class')) return false;
  }
  return true;
}

/** Names that a function, or one inside it, declares `global`. */
function globalsIn(fn: IrFunction): Set<string> {
  const names = new Set(fn.globals);
  const pending: Block[] = [fn.body];
  for (let block = pending.pop(); block; block = pending.pop()) {
    for (const node of block) {
      if (node.op === Op.Function) globalsIn(node.fn).forEach(name => names.add(name));
      if (node.op === Op.Class) globalsIn(node.body).forEach(name => names.add(name));
      pending.push(...blocksIn(node));
    }
  }
  return names;
}

/** What needs no more than a name. */
type Named = Exclude<NameEvent, Definition | Change | Opening>['kind'];

function note(w: Walker, kind: Named, name: string, { start, end }: Span, certain: boolean): void {
  w.into.push({ kind, name, certain, start, end });
}

function open(w: Walker, { start, end }: Span, certain: boolean): void {
  w.into.push({ kind: 'open', certain, start, end });
}
