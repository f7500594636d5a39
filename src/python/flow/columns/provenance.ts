import { columnNamed } from './columns';
import { allTaints, contentOf, dataOf } from '../data';
import type { Column, ColumnTaint, RowMove } from './holding';
import type { Machine } from '../machine';
import { placeKey } from '../machine';
import type { Site } from '../site';
import type { Taint, Taints } from '../taint';
import { CLEAN, taintsOf, unite, uniteAll, without } from '../taint';
import type { Data, Value } from '../value';

/** What a value was computed from, column by column. Tables know their columns instead: see `Holding`. */
export function originsIn(m: Machine, value: Value | undefined, depth = 2): Taints {
  if (!value || depth < 0) return CLEAN;
  if (value.tag === 'scalar') return originsOnly(value.taints);
  if (value.tag === 'const') return originsOnly(value.taints ?? CLEAN);
  if (value.tag === 'choice') return [unseen(m)];
  const content = contentOf(m, value);
  if (content?.tag === 'data') return originsOfData(m, content);
  if (content?.tag === 'sequence')
    return uniteAll([...content.items, content.rest].map(item => originsIn(m, item, depth - 1)));
  if (content?.tag === 'dictionary' && !content.rest)
    return uniteAll([...content.entries.values()].map(item => originsIn(m, item, depth - 1)));
  return value.tag === 'ref' ? [unseen(m)] : CLEAN;
}

function originsOfData(m: Machine, data: Data): Taints {
  const own = originsOnly(allTaints(data));
  if (own.length > 0) return own;
  const [only, ...others] = data.holding.columns.values();
  if (data.form === 'table' && only && others.length === 0 && data.holding.table === undefined)
    return [columnTaint(m, only)];
  return [unseen(m)];
}

export function originsOnly(taints: Taints): Taints {
  return taints.some(isOrigin) ? taints.filter(isOrigin) : CLEAN;
}

function isOrigin(taint: Taint): boolean {
  return taint.kind === 'column' || taint.kind === 'unseen';
}

/** The columns among origins, and whether they are all. */
export function told(origins: Taints): { readonly from: readonly ColumnTaint[]; readonly whole: boolean } {
  return { from: taintsOf(origins, 'column'), whole: !origins.some(taint => taint.kind === 'unseen') };
}

/** What a value that is the column carries. */
export function columnTaint(m: Machine, column: Column): ColumnTaint {
  return taintFor(m, { column, lower: 0, upper: 0, by: 'value', at: undefined });
}

export function unseen(m: Machine): Taint {
  return m.taints.add('unseen', id => ({ kind: 'unseen' as const, id }));
}

type Origin = Omit<ColumnTaint, 'id' | 'kind'>;

function taintFor(m: Machine, origin: Origin): ColumnTaint {
  const { column, lower, upper, by, at } = origin;
  const key = `column ${column.id} ${lower} ${upper} ${by} ${at ? `${placeKey(m, at.nameSpan)} ${at.share}` : ''}`;
  return m.taints.add(key, id => ({ kind: 'column' as const, id, column, lower, upper, by, at }));
}

function mapOrigins(m: Machine, taints: Taints, change: (taint: ColumnTaint) => Partial<Origin>): Taints {
  if (!taints.some(taint => taint.kind === 'column')) return taints;
  const made = taints.map(taint =>
    taint.kind === 'column' ? taintFor(m, { ...taint, ...change(taint) }) : taint,
  );
  return [...new Set(made)].sort((a, b) => a.id - b.id);
}

/** A class or an answer was made from the value. */
export function coded(m: Machine, taints: Taints): Taints {
  return mapOrigins(m, taints, ({ by }) => ({ by: by === 'value' ? 'code' : by }));
}

/** One value was made from many rows. */
export function summed(m: Machine, taints: Taints): Taints {
  return mapOrigins(m, taints, () => ({ by: 'statistic', lower: -Infinity, upper: Infinity, at: undefined }));
}

/** Values were taken from other rows, from `lower` to `upper` counted from the own one. */
export function moved(
  m: Machine,
  taints: Taints,
  [lower, upper]: readonly [number, number],
  at: RowMove,
): Taints {
  return mapOrigins(m, taints, taint => ({
    lower: taint.lower + lower,
    upper: taint.upper + upper,
    at: moveAfter(taint.at, at),
  }));
}

/** Less is not told apart: a value that is smoothed in each round of a loop comes to rest. */
const LEAST_SHARE = 0.01;

/** The last call that looked at other rows, with what those before it left of the own row's value. */
export function moveAfter(before: RowMove | undefined, at: RowMove): RowMove {
  return before && before.share < 1 ? { ...at, share: Math.max(LEAST_SHARE, at.share * before.share) } : at;
}

/** Which rows went in is not known. */
export function scattered(m: Machine, taints: Taints): Taints {
  return taints.some(isOrigin) ? unite(without(taints, 'column', 'unseen'), [unseen(m)]) : taints;
}

/** What the result of an operation on several values was computed from: an operand of which nothing is known counts. */
export function originsOfAll(m: Machine, operands: readonly (Value | undefined)[]): Taints {
  return uniteAll(operands.map(operand => originsIn(m, operand)));
}

/** A column that holds this value from now on. */
export function columnFor(
  m: Machine,
  name: string | undefined,
  value: Value,
  site: Site | undefined,
): Column {
  const { from, whole } = told(unite(originsIn(m, value), conditionsFor(m)));
  return m.columns.computed(name, site, from, whole);
}

/** What undecided conditions were computed from, of which the present step is executed under. */
export function conditionsFor(m: Machine): Taints {
  return m.conditions.length === 0 ? CLEAN : coded(m, uniteAll(m.conditions.map(one => one.from)));
}

/** A constant that is chosen by a condition tells what the condition tells. */
export function underConditions(m: Machine, value: Value): Value {
  if (m.conditions.length === 0 || (value.tag !== 'const' && value.tag !== 'scalar')) return value;
  const from = conditionsFor(m);
  return from.length === 0 ? value : { ...value, taints: unite(value.taints ?? CLEAN, from) };
}

/** What `df['name']` carries. */
export function originOfColumn(m: Machine, data: Data, name: string): Taints {
  return [columnTaint(m, columnNamed(m.columns, data.holding, name))];
}

/** The table behind, where it is known to be one. */
export function tableOf(m: Machine, value: Value | undefined): Data | undefined {
  const data = dataOf(m, value);
  return data?.form === 'table' ? data : undefined;
}
