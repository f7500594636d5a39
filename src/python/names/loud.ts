import type { Block, Call, Node, Reg } from '../ir/model';
import { Op } from '../ir/model';
import { basisOf, partsOf } from './basis';
import { isReshaped } from './reshaped';

/**
 * Does a cell certainly end in an error when it is run once more, or the first learner that gets what it leaves? It takes
 * something away from a table or a list that it does not make itself, and the second run does not find it; or it gives an
 * array another shape each time. What stands in a branch may be left out.
 */
export function failsLoudly(code: Block): boolean {
  const walker: Walker = {
    made: new Map(),
    own: new Map(),
    fresh: new Map(),
    read: new Map(),
    taken: new Map(),
  };
  return code.some(node => fails(walker, node));
}

interface Walker {
  readonly made: Map<Reg, Node>;
  readonly own: Map<string, ReadonlySet<string>>;
  /** What the cell makes itself, by what made it: a second run makes it again. */
  readonly fresh: Map<string, Reg>;
  /** The columns that were read of each table that was there before the cell. */
  readonly read: Map<string, Set<string>>;
  /** Tables without what the call took away, which is lost once they take the place of the table. */
  readonly taken: Map<Reg, string>;
}

/** What no register holds. */
const NOWHERE: Reg = -1;

function fails(w: Walker, node: Node): boolean {
  if ('dst' in node) w.made.set(node.dst, node);
  switch (node.op) {
    case Op.Unpack:
      node.targets.forEach(reg => w.made.set(reg, node));
      return false;
    case Op.Import:
      w.fresh.set(node.name, NOWHERE);
      return false;
    case Op.GetItem:
      noteColumn(w, node.obj, node.index);
      return false;
    case Op.DeleteName:
      return !w.fresh.has(node.name);
    case Op.DeleteItem:
      return oldAt(w, node.obj) !== undefined && isLabel(w, node.index);
    case Op.SetAttr:
      return node.attr === 'columns' && isNamedByRow(w, node.obj, node.src);
    case Op.SetItem:
      return isRecoded(w, node.obj, node.index, node.src);
    case Op.Call:
      return failsAtOnce(w, node);
    case Op.Store:
      return stores(w, node.name, node.src);
    case Op.Loop:
    case Op.With:
      return node.body.some(inner => fails(w, inner));
    default:
      return false;
  }
}

function stores(w: Walker, name: string, src: Reg): boolean {
  if (w.taken.get(src) === name) return true;
  const { names } = basisOf(w.made, w.own, src);
  const isOld = names.has(name) && !w.fresh.has(name);
  if (isOld && isReshaped(w.made, src, name)) return true;
  w.own.set(name, names);
  if (!isOld) w.fresh.set(name, src);
  return false;
}

/** The table or list, there before the cell, that a register holds. */
function oldAt(w: Walker, reg: Reg): string | undefined {
  const node = w.made.get(reg);
  return node?.op === Op.Load && !w.fresh.has(node.name) ? node.name : undefined;
}

function noteColumn(w: Walker, obj: Reg, index: Reg): void {
  const [table, column] = [oldAt(w, obj), constantAt(w, index)];
  if (table === undefined || typeof column !== 'string') return;
  w.read.set(table, (w.read.get(table) ?? new Set()).add(column));
}

/** A call that takes something away, in place or by what it returns. */
function failsAtOnce(w: Walker, call: Call): boolean {
  const func = w.made.get(call.func);
  const method = func?.op === Op.GetAttr ? func.attr : func?.op === Op.Load ? func.name : '';
  const [first] = call.args;
  const given = first && oldAt(w, first.reg);
  if (method === 'get_dummies' && given !== undefined && isFixed(w, argument(call, 'columns')))
    w.taken.set(call.dst, given);
  const table = func?.op === Op.GetAttr ? oldAt(w, func.obj) : undefined;
  if (table === undefined) return false;
  if (method === 'remove') return first !== undefined;
  if (method === 'insert') return call.args.length > 2;
  if (method === 'pop') return first !== undefined && isLabel(w, first.reg);
  if (!takes(w, method, call, table)) return false;
  w.taken.set(call.dst, table);
  return constantAt(w, argument(call, 'inplace')) === true;
}

/** Does a table without it, or with another index, stop the same call? */
function takes(w: Walker, method: string, call: Call, table: string): boolean {
  const [first] = call.args;
  if (call.args.some(arg => arg.spread !== 'none')) return false;
  switch (method) {
    case 'drop':
      return argument(call, 'errors') === undefined && drops(w, call);
    case 'set_index':
      return constantAt(w, argument(call, 'drop')) !== false && isFixed(w, first?.reg);
    case 'rename':
      return renames(w, argument(call, 'columns'), w.read.get(table));
    case 'join':
      return argument(call, 'lsuffix') === undefined && argument(call, 'rsuffix') === undefined;
    default:
      return false;
  }
}

function drops(w: Walker, call: Call): boolean {
  const named = argument(call, 'columns') ?? argument(call, 'index') ?? argument(call, 'labels');
  return isFixed(w, named ?? call.args.find(({ name }) => name === undefined)?.reg);
}

/** Is a column renamed that was read by its old name above? */
function renames(w: Walker, names: Reg | undefined, read: ReadonlySet<string> | undefined): boolean {
  const dict = names === undefined ? undefined : w.made.get(names);
  if (dict?.op !== Op.Dict || !read) return false;
  return dict.entries.some(({ key, value }) => {
    const column = constantAt(w, key);
    return typeof column === 'string' && read.has(column) && constantAt(w, value) !== column;
  });
}

/** `df.columns = df.iloc[0]`, before that row is left out: the next run takes the row below it. */
function isNamedByRow(w: Walker, obj: Reg, src: Reg): boolean {
  const table = oldAt(w, obj);
  const parts = partsOf(w.made, src);
  return (
    table !== undefined &&
    parts.some(node => node?.op === Op.Load && node.name === table) &&
    parts.some(node => node?.op === Op.GetAttr && node.attr === 'iloc')
  );
}

/** Texts that are made numbers have no `.str` any more, and a dictionary of texts knows no numbers. */
function isRecoded(w: Walker, obj: Reg, index: Reg, src: Reg): boolean {
  const [table, column] = [oldAt(w, obj), constantAt(w, index)];
  if (table === undefined || typeof column !== 'string') return false;
  const parts = partsOf(w.made, src);
  const reads = parts.some(
    node => node?.op === Op.GetItem && constantAt(w, node.index) === column && oldAt(w, node.obj) === table,
  );
  const uses = (pattern: RegExp): boolean =>
    parts.some(node => node?.op === Op.GetAttr && pattern.test(node.attr));
  return reads && ((uses(/^str$/) && uses(/^(astype|to_numeric)$/)) || mapsTexts(w, parts));
}

function mapsTexts(w: Walker, parts: readonly (Node | undefined)[]): boolean {
  return parts.some(node => {
    const func = node?.op === Op.Call ? w.made.get(node.func) : undefined;
    const dict = node?.op === Op.Call && node.args[0] ? w.made.get(node.args[0].reg) : undefined;
    if (func?.op !== Op.GetAttr || func.attr !== 'map' || dict?.op !== Op.Dict) return false;
    const keys = new Set(dict.entries.map(({ key }) => constantAt(w, key)));
    const isText = [...keys].every(key => typeof key === 'string');
    return isText && !dict.entries.some(({ value }) => keys.has(constantAt(w, value)));
  });
}

function argument({ args }: Call, wanted: string): Reg | undefined {
  return args.find(({ name }) => name === wanted)?.reg;
}

/** Labels that are written out, alone or in a list, or stand in a variable that the table does not give anew in each run. */
function isFixed(w: Walker, reg: Reg | undefined): boolean {
  const node = reg === undefined ? undefined : w.made.get(reg);
  if (node?.op === Op.Sequence)
    return node.items.length > 0 && node.items.every(item => isFixed(w, item.reg));
  if (node?.op !== Op.Load) return node?.op === Op.Const;
  const own = w.fresh.get(node.name);
  return own === undefined || isFixed(w, own);
}

/** The key of a column, not the place in a list. */
function isLabel(w: Walker, reg: Reg): boolean {
  return w.made.get(reg)?.op === Op.Load || typeof constantAt(w, reg) === 'string';
}

function constantAt(w: Walker, reg: Reg | undefined): unknown {
  const node = reg === undefined ? undefined : w.made.get(reg);
  return node?.op === Op.Const ? node.value : undefined;
}
