import type { Span } from '../../base/place';
import type { Block, Node, Reg } from '../ir/model';
import { Op } from '../ir/model';
import { basisOf } from './basis';
import { failsLoudly } from './loud';
import { leftBy } from './leaves';
import type { NameEvent, Notebook, NotebookCell } from './model';
import { originOfCell } from './notebook';
import type { Setting, Target } from './repeat';
import { indexOf, repeats } from './repeat';

/** A cell makes a value from its own last value, so that each further run changes it further. */
export interface Rewrite {
  readonly cell: NotebookCell;
  readonly target: Target;
  /** What is done again by every run, in words. */
  readonly how: string;
  readonly span: Span;
}

/** In document order; what a cell defines before it rewrites it starts anew in every run. */
export function rewrites(notebook: Notebook): readonly Rewrite[] {
  const shared = { libraries: new Map<string, string>(), values: new Map<string, Node>() };
  return notebook.cells.flatMap(cell => {
    if (cell.broken) return [];
    const carried = carriedOf(originOfCell(cell).events);
    // Of most cells nothing depends on an earlier run: there is only to be noted what they leave.
    if (carried.size === 0) {
      const { libraries, values } = leftBy(cell.code);
      for (const [name, path] of libraries) shared.libraries.set(name, path);
      for (const [name, node] of values) shared.values.set(name, node);
      return [];
    }
    const walker: Walker = {
      ...shared,
      cell,
      carried,
      made: new Map(),
      own: new Map(),
      fresh: new Set(),
      found: [],
    };
    walkBlock(walker, cell.code);
    // Nobody takes a run that ends in an error for one that went well.
    return walker.found.length > 0 && failsLoudly(cell.code) ? [] : walker.found;
  });
}

const carriedIn = new WeakMap<readonly NameEvent[], ReadonlySet<string>>();

function carriedOf(events: readonly NameEvent[]): ReadonlySet<string> {
  const known = carriedIn.get(events) ?? findCarried(events);
  carriedIn.set(events, known);
  return known;
}

/** What a cell reads before it defines it, and replaces or changes after that. */
function findCarried(events: readonly NameEvent[]): ReadonlySet<string> {
  const read = new Set<string>();
  const defined = new Set<string>();
  const carried = new Set<string>();
  for (const event of events) {
    if (event.kind === 'read' && !defined.has(event.name)) read.add(event.name);
    if (event.kind !== 'define' && event.kind !== 'change') continue;
    if (read.has(event.name)) carried.add(event.name);
    if (event.kind === 'define') defined.add(event.name);
  }
  return carried;
}

interface Walker extends Setting {
  readonly cell: NotebookCell;
  readonly made: Map<Reg, Node>;
  readonly libraries: Map<string, string>;
  readonly values: Map<string, Node>;
  readonly own: Map<string, ReadonlySet<string>>;
  /** What this cell has defined so far. */
  readonly fresh: Set<string>;
  readonly found: Rewrite[];
}

/** What stands in a branch may be there to be run once. */
function walkBlock(w: Walker, block: Block): void {
  for (const node of block) {
    if ('dst' in node) w.made.set(node.dst, node);
    if (node.op === Op.Unpack) node.targets.forEach(reg => w.made.set(reg, node));
    if (node.op === Op.Import) {
      w.libraries.set(node.name, node.path);
      w.fresh.add(node.name);
    }
    if (node.op === Op.Store) store(w, { name: node.name, index: undefined }, node.src, node.span);
    if (node.op === Op.SetItem) {
      const target = itemTarget(w, node.obj, node.index);
      if (target) store(w, target, node.src, node.span);
    }
    if (node.op === Op.GetAttr && WITHOUT_COPIES.test(node.attr)) forgetJoins(w, node.obj);
    if (node.op === Op.Loop || node.op === Op.With) walkBlock(w, node.body);
  }
}

function itemTarget(w: Walker, obj: Reg, index: Reg): Target | undefined {
  const [table, key] = [w.made.get(obj), indexOf(w, index)];
  return table?.op === Op.Load && key !== undefined ? { name: table.name, index: key } : undefined;
}

function store(w: Walker, target: Target, src: Reg, span: Span): void {
  const key = keyOf(target);
  const how = repeats(w, target, src);
  if (how === undefined) w.fresh.add(key);
  else if (how !== '' && w.values.has(target.name) && !w.fresh.has(key) && !w.fresh.has(target.name))
    w.found.push({ cell: w.cell, target, how, span });
  if (target.index !== undefined) return;
  const made = w.made.get(src);
  if (made && how === undefined) w.values.set(target.name, made);
  w.own.set(target.name, basisOf(w.made, w.own, src).names);
}

function keyOf({ name, index }: Target): string {
  return index === undefined ? name : `${name}[${index}]`;
}

const WITHOUT_COPIES = /^(drop_duplicates|duplicated)$/;
const JOINED = /concat|append|stack|r_/;

/** Rows that were put below once more, and of which the copies are taken out again, leave what there was. */
function forgetJoins(w: Walker, obj: Reg): void {
  const { names } = basisOf(w.made, new Map(), obj);
  const kept = w.found.filter(({ target, how }) => !names.has(target.name) || !JOINED.test(how));
  w.found.splice(0, w.found.length, ...kept);
}
