import { constantOf, contentOf } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import type { DupTaint } from '../../taint';
import { acrossColumns } from '../models/statistics';
import type { Data, Value } from '../../value';
import { multiplied } from '../splits/resampling';

/**
 * Tables that are put below each other although some hold the same rows: `copy` where the values are the same as well,
 * `augmented` where one holds the rows with other values, undefined where each row is there once or that cannot be told.
 */
export function sameRowsTwice(m: Machine, tables: readonly Data[]): DupTaint['how'] | undefined {
  const pairs = tables.flatMap((a, i) => tables.slice(i + 1).map(b => [a, b] as const));
  const twins = pairs.filter(([a, b]) => holdSameRows(m, a, b));
  if (twins.length === 0 || twins.some(([a, b]) => areOtherCases(a, b))) return undefined;
  return twins.every(([a, b]) => areCopies(a, b)) ? 'copy' : 'augmented';
}

function holdSameRows(m: Machine, a: Data, b: Data): boolean {
  if (a.form === 'index' || a.form === 'mask' || isColumn(a) !== isColumn(b)) return false;
  // Two columns of a table are two things, not one thing twice; of a column, only its name tells that it is the same.
  if (isColumn(a) && (a.column === undefined || a.column !== b.column)) return false;
  if (a.rows === b.rows) return true;
  return isSelection(a, b) && (m.rows.contains(a.rows, b.rows) || m.rows.contains(b.rows, a.rows));
}

function isColumn(data: Data): boolean {
  return data.form === 'column';
}

/** Some rows of a table, picked by a condition: elements that were put into a list are other things than their rows. */
function isSelection(a: Data, b: Data): boolean {
  return (
    [a, b].every(({ rows }) => rows.kind !== 'sub' || rows.by.by === 'mask') &&
    (a.rows.kind === 'sub' || b.rows.kind === 'sub')
  );
}

function areCopies(a: Data, b: Data): boolean {
  return a.rows !== b.rows || areEqual(a, b);
}

/** The same rows with the same values. */
export function areEqual(a: Data, b: Data): boolean {
  return a.rows === b.rows && a.symbol === b.symbol && sameEdits(a, b);
}

function sameEdits({ edits: a }: Data, { edits: b }: Data): boolean {
  return (
    a === b ||
    [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])].every(name => a?.get(name) === b?.get(name))
  );
}

/** A column says one thing of the one and another of the other, as in `real['fake'] = 0`, `swapped['fake'] = 1`. */
function areOtherCases({ edits: a }: Data, { edits: b }: Data): boolean {
  return [...(a ?? [])].some(
    ([name, value]) => isConstant(value) && isConstant(b?.get(name)) && b?.get(name) !== value,
  );
}

export function isConstant(symbol: string | undefined): boolean {
  return symbol !== undefined && /^(-?\d+(\.\d+)?|true|false|".*")$/.test(symbol);
}

/** `np.repeat(X, 5, axis=0)`, `np.tile(X, (5, 1))`: every row several times. */
export function repeatedRows(m: Machine, name: string, data: Data, info: CallInfo): Value | undefined {
  const times = info.args.positional[1] ?? info.args.named.get('repeats') ?? info.args.named.get('reps');
  const rows = name.endsWith('tile')
    ? tilesRows(m, times)
    : repeatsRows(data, info) && constantOf(times) !== 1;
  if (!rows) return undefined;
  return multiplied(m, data, {
    how: 'augmented',
    site: info.site,
    label: name.split('.').slice(-1)[0] ?? name,
  });
}

function repeatsRows(data: Data, info: CallInfo): boolean {
  const axis = constantOf(info.args.named.get('axis') ?? info.args.positional[2]);
  return axis === 0 || (data.form === 'column' && !acrossColumns(info, 2));
}

function tilesRows(m: Machine, times: Value | undefined): boolean {
  const shape = contentOf(m, times);
  const first =
    shape?.tag === 'sequence' && !shape.rest && shape.items.length > 1 ? shape.items[0] : undefined;
  return first !== undefined && constantOf(first) !== 1;
}
