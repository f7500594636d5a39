import type { Block, Call, GetAttr, Node, Reg } from '../ir/model';
import { Op } from '../ir/model';
import { blocksIn } from '../ir/blocks';
import type { NotebookCell } from './model';

/** What of a table a cell reads or sets: some of its columns, or all that there is. An empty set is its rows alone. */
export type Aspects = ReadonlySet<string> | 'whole';

/** Do values that were set there reach what is read? */
export function meet(read: Aspects, written: Aspects): boolean {
  if (written === 'whole' || read === 'whole') return true;
  return [...written].some(column => read.has(column));
}

/** What of a name's object a cell reads at its own level; `df.shape` reads its rows, `df['a']` the column. */
export function aspectsRead({ code, events }: NotebookCell, name: string): Aspects {
  const nodes = nodesIn(code);
  const loads = loadsOf(nodes, name);
  const seen = events.filter(event => event.kind === 'read' && event.name === name).length;
  // Some are in a function that is entered.
  if (seen !== loads.size) return 'whole';
  const made = madeBy(nodes);
  const parts = [...loads].map(reg => partsOf(reg, nodes, made));
  return parts.every(part => part !== undefined) ? new Set(parts.flat()) : 'whole';
}

/** Does a cell ask a name's object for no more than which columns, or how many rows, it has? A new draw has the same. */
export function schemaOnly({ code, events }: NotebookCell, name: string): boolean {
  const nodes = nodesIn(code);
  const loads = loadsOf(nodes, name);
  const seen = events.filter(event => event.kind === 'read' && event.name === name).length;
  const made = madeBy(nodes);
  const asked = [...loads].filter(reg =>
    nodes.some(node => {
      if (node.op === Op.GetAttr) return node.obj === reg && SCHEMA.test(node.attr);
      return node.op === Op.Call && node.args[0]?.reg === reg && isLength(node, made);
    }),
  );
  return loads.size > 0 && seen === loads.size && asked.length === loads.size;
}

/** Does a cell show a table with all of its columns: `df`, `df.head()`? */
export function looksAtAll({ code }: NotebookCell, name: string): boolean {
  const nodes = nodesIn(code);
  const loads = loadsOf(nodes, name);
  const last = code.at(-1);
  if (last?.op === Op.Load && last.name === name) return true;
  return nodes.some(node => node.op === Op.GetAttr && loads.has(node.obj) && SHOWN_WHOLE.test(node.attr));
}

const SHOWN_WHOLE = /^(head|tail|info|describe|isna|isnull|nunique|columns|dtypes|corr|hist|shape)$/;

const SCHEMA = /^(shape|size|ndim|columns|dtypes?|info)$/;

/** What of a name's object a cell sets; `df['a'] = …` sets one column. */
export function aspectsWritten({ code, events }: NotebookCell, name: string): Aspects {
  const nodes = nodesIn(code);
  const loads = loadsOf(nodes, name);
  const made = madeBy(nodes);
  const columns = nodes.flatMap(node => {
    if (node.op !== Op.SetItem || !loads.has(node.obj)) return [];
    const column = made.get(node.index);
    return column?.op === Op.Const && typeof column.value === 'string' ? [column.value] : [];
  });
  const dropped = nodes.flatMap(node => {
    const names = node.op === Op.Call ? droppedBy(node, loads, made) : undefined;
    return names ? [names] : [];
  });
  const writes = events.filter(
    event => (event.kind === 'change' || event.kind === 'define') && event.name === name,
  );
  const known = columns.length + dropped.length;
  return writes.length === known ? new Set([...columns, ...dropped.flat()]) : 'whole';
}

/** The columns that `df.drop(columns=['a'])` leaves out of the loaded table. */
function droppedBy(
  { func, args }: Call,
  loads: ReadonlySet<Reg>,
  made: ReadonlyMap<Reg, Node>,
): readonly string[] | undefined {
  const method = made.get(func);
  if (method?.op !== Op.GetAttr || method.attr !== 'drop' || !loads.has(method.obj)) return undefined;
  const axis = args.find((arg, i) => arg.name === 'axis' || (arg.name === undefined && i === 1));
  const across = axis && made.get(axis.reg);
  const isAcross = across?.op === Op.Const && (across.value === 1 || across.value === 'columns');
  const named = args.find(({ name }) => name === 'columns') ?? (isAcross ? args[0] : undefined);
  return named && columnsAt(named.reg, made);
}

/** The columns that are read of what a register holds, if no more than that is: each register is used in one place. */
function partsOf(
  reg: Reg,
  nodes: readonly Node[],
  made: ReadonlyMap<Reg, Node>,
): readonly string[] | undefined {
  const parts = nodes.flatMap(node => {
    switch (node.op) {
      case Op.SetItem:
        return node.obj === reg ? [[]] : [];
      case Op.GetItem:
        // `df[df['a'] > 3].shape` reads rows alone.
        return node.obj === reg ? [columnsAt(node.index, made) ?? partsOf(node.dst, nodes, made)] : [];
      case Op.GetAttr:
        return node.obj === reg ? [attributeRead(node, nodes) ?? locatedBy(node, nodes, made)] : [];
      case Op.Call:
        return isLength(node, made) && node.args[0]?.reg === reg ? [[]] : [];
      default:
        return [];
    }
  });
  const known = parts.flatMap(part => (part === undefined ? [] : [part]));
  return parts.length > 0 && known.length === parts.length ? known.flat() : undefined;
}

function attributeRead({ attr, dst }: GetAttr, nodes: readonly Node[]): readonly string[] | undefined {
  if (isCalled(nodes, dst) || LOOKS_AT_ALL.test(attr)) return undefined;
  return ROWS_ONLY.test(attr) ? [] : [attr];
}

/** Of `df.loc[rows, 'a']`, and of what is set so, the column. */
function locatedBy(
  { attr, dst }: GetAttr,
  nodes: readonly Node[],
  made: ReadonlyMap<Reg, Node>,
): readonly string[] | undefined {
  if (attr !== 'loc') return undefined;
  const uses = nodes.flatMap(node =>
    (node.op === Op.GetItem || node.op === Op.SetItem) && node.obj === dst ? [made.get(node.index)] : [],
  );
  const columns = uses.map(index =>
    index?.op === Op.Sequence && index.form === 'tuple' && index.items[1] && index.items.length === 2
      ? columnsAt(index.items[1].reg, made)
      : undefined,
  );
  const known = columns.flatMap(one => one ?? []);
  return uses.length > 0 && columns.every(one => one !== undefined) ? known : undefined;
}

function isLength({ func, args }: Call, made: ReadonlyMap<Reg, Node>): boolean {
  const called = made.get(func);
  return called?.op === Op.Load && called.name === 'len' && args.length === 1;
}

const ROWS_ONLY = /^(shape|index|size)$/;
const LOOKS_AT_ALL = /^(i?loc|i?at|ix|columns|dtypes|values|T|plot|style)$/;

function columnsAt(index: Reg, made: ReadonlyMap<Reg, Node>): readonly string[] | undefined {
  const node = made.get(index);
  const items = node?.op === Op.Sequence ? node.items.map(({ reg }) => made.get(reg)) : [node];
  const names = items.flatMap(one =>
    one?.op === Op.Const && typeof one.value === 'string' ? [one.value] : [],
  );
  return names.length === items.length ? names : undefined;
}

function isCalled(nodes: readonly Node[], reg: Reg): boolean {
  return nodes.some(node => node.op === Op.Call && node.func === reg);
}

function loadsOf(nodes: readonly Node[], name: string): ReadonlySet<Reg> {
  return new Set(nodes.flatMap(node => (node.op === Op.Load && node.name === name ? [node.dst] : [])));
}

function madeBy(nodes: readonly Node[]): ReadonlyMap<Reg, Node> {
  return new Map(nodes.flatMap(node => ('dst' in node ? [[node.dst, node] as const] : [])));
}

/** All nodes of a cell's own level, also those in branches and loops. */
export function nodesIn(code: Block): readonly Node[] {
  const nodes: Node[] = [];
  addNodes(code, nodes);
  return nodes;
}

function addNodes(code: Block, into: Node[]): void {
  for (const node of code) {
    into.push(node);
    for (const block of blocksIn(node)) addNodes(block, into);
  }
}
