import type { Draw } from '../../statistics/resampling/draws';
import { drawGroups, drawPoisson, drawRows, drawWithin } from '../../statistics/resampling/draws';
import { mulberry32 } from '../../statistics/resampling/random';
import type { IntervalMethod } from '../methods';
import type { Context } from './context';
import { gatherCodes, replicatesFor, SEED } from './context';

/** How replicates of some rows are drawn. */
export interface Sampling {
  readonly draw: Draw;
  readonly method: IntervalMethod;
  readonly replicates: number;
}

/** A class of fewer rows may be missing from a replicate: rows are drawn within each class. */
const RARE = 30;

/**
 * Whole groups where rows belong together, rows within each class where one is rare, else rows.
 *
 * @param strata the class of each of these rows
 */
export function samplingOf(rows: Uint32Array, { groups }: Context, strata?: ArrayLike<number>): Sampling {
  const random = mulberry32(SEED);
  const replicates = replicatesFor(rows.length);
  const codes = groups && denseGroups(gatherCodes(groups, rows));
  if (codes) return { draw: drawGroups(codes, random), method: 'cluster-bootstrap', replicates };
  if (strata && rarest(strata) < RARE)
    return { draw: drawWithin(strata, random), method: 'stratified-bootstrap', replicates };
  return { draw: drawRows(rows.length, random), method: 'bootstrap', replicates };
}

/** Cells of a table of counts. */
export function samplingOfCells(counts: ArrayLike<number>): Sampling {
  return {
    draw: drawPoisson(counts, mulberry32(SEED)),
    method: 'binned-bootstrap',
    replicates: replicatesFor(counts.length),
  };
}

/** Do some of these rows belong together? */
export function areGrouped(rows: Uint32Array, { groups }: Context): boolean {
  return groups !== undefined && denseGroups(gatherCodes(groups, rows)) !== undefined;
}

/** Codes from 0 without gaps; a row without a group is one of its own. None where every row is a group of its own. */
export function denseGroups(codes: Int32Array): Int32Array | undefined {
  const dense = new Map<number, number>();
  let count = 0;
  const own = codes.map(code => {
    if (code < 0) return count++;
    const known = dense.get(code);
    if (known !== undefined) return known;
    dense.set(code, count);
    return count++;
  });
  return count < codes.length ? own : undefined;
}

function rarest(strata: ArrayLike<number>): number {
  const counts: number[] = [];
  for (let at = 0; at < strata.length; at++) {
    const stratum = strata[at] ?? 0;
    counts[stratum] = (counts[stratum] ?? 0) + 1;
  }
  return counts.reduce((least, count) => (count > 0 ? Math.min(least, count) : least), Infinity);
}

/** Units whose draws take about as long as may pass until a wish to stop is heard. */
const BETWEEN_PAUSES = 4e6;

/** Statistics of weighted units in each replicate, one array each. When it was cancelled, what is missing is NaN. */
export async function replicate(
  units: number,
  { draw, replicates }: Sampling,
  statistics: (weights: Float64Array) => readonly number[],
  { pause, cancellation }: Pick<Context, 'pause' | 'cancellation'>,
): Promise<readonly Float64Array[]> {
  const weights = new Float64Array(units);
  const all: Float64Array[] = [];
  let since = 0;
  for (let at = 0; at < replicates && !cancellation.cancelled; at++) {
    draw(weights);
    for (const [index, value] of statistics(weights).entries()) {
      const own = (all[index] ??= new Float64Array(replicates).fill(NaN));
      own[at] = value;
    }
    since += units;
    if (since < BETWEEN_PAUSES) continue;
    since = 0;
    await pause();
  }
  return all;
}
