import type { NumberOutcomes } from '../outcomes';

/**
 * How far off it would be to repeat the value of a season before, in each row's own series and horizon; NaN for rows that
 * have no row so far before. With a horizon beyond a season, as many seasons as it takes: what was not known is not used.
 *
 * @param rows in the order of time
 */
export function naiveErrors(
  { truth, horizon, series, time }: NumberOutcomes,
  rows: Uint32Array,
  season: number,
): Float64Array | undefined {
  if (!time) return undefined;
  const before = new Map<string, number[]>();
  return Float64Array.from(rows, row => {
    const ahead = horizon?.[row] ?? 1;
    const lag = season * Math.max(1, Math.ceil(ahead / season));
    const key = `${series?.[row] ?? 0} ${ahead}`;
    const values = before.get(key) ?? [];
    before.set(key, values);
    const own = truth[row] ?? NaN;
    const then = values[values.length - lag] ?? NaN;
    values.push(own);
    return Math.abs(own - then);
  });
}
