import type { Context } from './context';
import { gatherCodes } from './context';
import { denseGroups } from './replicate';

/** The sum of each term, a unit counting as often as it was drawn. */
export function sumsOf(columns: readonly Float64Array[], drawn: Float64Array): readonly number[] {
  return columns.map(column => {
    let sum = 0;
    for (let at = 0; at < column.length; at++) sum += (drawn[at] ?? 0) * (column[at] ?? 0);
    return sum;
  });
}

/** The terms of each group of rows; of each row where none belong together. */
export function termsByGroup(
  terms: readonly Float64Array[],
  subset: Uint32Array,
  { groups }: Context,
): readonly Float64Array[] {
  const codes = groups && denseGroups(gatherCodes(groups, subset));
  if (!codes) return terms;
  const count = codes.reduce((most, code) => Math.max(most, code + 1), 0);
  return terms.map(term => {
    const sums = new Float64Array(count);
    for (const [at, code] of codes.entries()) sums[code] = (sums[code] ?? 0) + (term[at] ?? 0);
    return sums;
  });
}

/** The metrics without each unit in turn, one array each. */
export function leaveOneOut(
  terms: readonly Float64Array[],
  valuesOf: (sums: readonly number[]) => readonly number[],
): readonly Float64Array[] {
  const n = terms[0]?.length ?? 0;
  const whole = sumsOf(terms, new Float64Array(n).fill(1));
  const without: Float64Array[] = [];
  for (let unit = 0; unit < n; unit++) {
    const values = valuesOf(whole.map((sum, at) => sum - (terms[at]?.[unit] ?? 0)));
    for (const [at, value] of values.entries()) (without[at] ??= new Float64Array(n))[unit] = value;
  }
  return without;
}
