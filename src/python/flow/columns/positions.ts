import { holdingOf, orderOf } from './columns';
import { constantOf, contentOf } from '../data';
import type { Column, ColumnChoice, Holding } from './holding';
import type { Machine } from '../machine';
import type { SliceValue, Value } from '../value';

/** The columns at some positions, `df.iloc[:, 1:-1]`; undefined where it is not known which they are. */
export function atPositions(
  m: Machine,
  holding: Holding,
  index: Value | undefined,
  chosen: ColumnChoice | undefined,
): Holding | undefined {
  if (index?.tag === 'slice') return inSlice(m, holding, index, chosen);
  const list = contentOf(m, index);
  const items = list?.tag === 'sequence' && !list.rest ? list.items : [index];
  const columns = items.map(item => {
    const at = constantOf(item);
    return typeof at === 'number' && Number.isInteger(at) ? columnAt(m, holding, at) : undefined;
  });
  if (!columns.every(one => one !== undefined)) return undefined;
  return { ...holdingOf(undefined, byKey(columns)), chosen };
}

/** The column at one position. */
export function columnAt(m: Machine, holding: Holding, at: number): Column | undefined {
  if (holding.table === undefined) return [...holding.columns.values()].at(at);
  if (holding.span) return undefined;
  const added = addedTo(holding);
  if (at < 0 && -at <= added.length) return added.at(at);
  const order = orderOf(holding);
  return order === undefined ? undefined : m.columns.at(order, at < 0 ? at + added.length : at);
}

/** Columns that were added at the end. */
function addedTo({ columns, without }: Holding): Column[] {
  return [...columns].filter(([name]) => !without.has(name)).map(([, column]) => column);
}

function byKey(columns: readonly Column[]): ReadonlyMap<string, Column> {
  return new Map(columns.map(column => [column.name ?? `@${column.position?.index ?? column.id}`, column]));
}

function inSlice(
  m: Machine,
  holding: Holding,
  { lower, upper, step }: SliceValue,
  chosen: ColumnChoice | undefined,
): Holding | undefined {
  const [from, to] = [lower ? constantOf(lower) : 0, upper ? constantOf(upper) : undefined];
  if (step || typeof from !== 'number' || (upper && typeof to !== 'number')) return undefined;
  const end = typeof to === 'number' ? to : undefined;
  if (from === 0 && end === undefined) return holding;
  if (end !== undefined ? end - from === 1 && from >= 0 : from === -1)
    return atPositions(m, holding, { tag: 'const', value: from }, chosen);
  if (holding.table === undefined)
    return { ...holdingOf(undefined, new Map([...holding.columns].slice(from, end))), chosen };
  return spanOf(m, holding, from, end, chosen);
}

function spanOf(
  m: Machine,
  holding: Holding,
  from: number,
  end: number | undefined,
  chosen: ColumnChoice | undefined,
): Holding | undefined {
  const order = orderOf(holding);
  if (holding.span || order === undefined) return undefined;
  const added = addedTo(holding);
  // Counted from the end, added columns come first.
  if (from < 0 && -from <= added.length)
    return { ...holdingOf(undefined, byKey(added.slice(from, end))), chosen };
  const lower = from < 0 ? from + added.length : from;
  const cut = end === undefined ? 0 : -end;
  const inAdded = end !== undefined && end >= 0 ? [] : added.slice(0, Math.max(0, added.length - cut));
  const upper = end === undefined || end >= 0 ? end : cut <= added.length ? undefined : end + added.length;
  return { ...m.columns.open(), columns: byKey(inAdded), span: { order, lower, upper }, chosen };
}
