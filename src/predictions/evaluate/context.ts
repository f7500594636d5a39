import type { Cancellation } from '../../base/ports';
import type { Bounds, Estimated } from '../evaluation';
import type { IntervalMethod } from '../methods';
import { bcaInterval, percentileInterval } from '../../statistics/resampling/bootstrap';
import { wilson } from '../../statistics/intervals/wilson';

/** What evaluating needs beside the rows. */
export interface Context {
  /** The group of each row of the table, where rows belong together; -1 for a row of its own. */
  readonly groups?: Int32Array;
  /** The weight of each row of the table. */
  readonly weights?: Float64Array;
  readonly cancellation: Cancellation;
  /** Lets a wish to stop be heard. */
  readonly pause: () => Promise<void>;
}

export const LEVEL = 0.95;
export const SEED = 1;
export const REPLICATES = 1000;
/** So many draws of units are made at most: where there are more rows, there are fewer replicates. */
const MOST_DRAWS = 4e8;
const LEAST_REPLICATES = 200;

export function replicatesFor(units: number): number {
  return Math.max(LEAST_REPLICATES, Math.min(REPLICATES, Math.floor(MOST_DRAWS / Math.max(1, units))));
}

/** A share of independent rows, with Wilson's interval. */
export function shareOf(successes: number, n: number): Estimated {
  if (n === 0) return { value: NaN, n: 0, noInterval: 'there is no row to count' };
  const { low, high } = wilson(successes, n, LEVEL);
  return {
    value: successes / n,
    n,
    interval: { low, high, level: LEVEL, method: 'wilson' },
    counts: { successes, n },
  };
}

/** An interval that is no wider, as a share of its end, has no width but by rounding. */
const ROUNDING = 1e-12;

/** The middle of what replicates gave; none where some of them are no number, or where they say nothing of how far it may vary. */
export function boundsOf(
  replicates: Float64Array,
  method: IntervalMethod,
  shift = 0,
): Pick<Estimated, 'interval' | 'noInterval'> {
  const finite = replicates.filter(Number.isFinite);
  if (finite.length < replicates.length * 0.95)
    return { noInterval: 'too many samples of the rows have no value, such as those without a positive row' };
  const { low, high } = percentileInterval(finite, LEVEL);
  if (high - low <= ROUNDING * Math.abs(high))
    return { noInterval: 'samples of the rows all give the same value' };
  const interval: Bounds = {
    low: low + shift,
    high: high + shift,
    level: LEVEL,
    method,
    replicates: replicates.length,
    seed: SEED,
  };
  return { interval };
}

/** How much each of some rows counts: 1 unless a column says otherwise. */
export function weightsOf(rows: Uint32Array, { weights }: Context): Float64Array {
  return weights ? gather(weights, rows) : new Float64Array(rows.length).fill(1);
}

/** What an interval is made of that is corrected for bias and skew: the estimate, and it without each unit in turn. */
export interface Corrected {
  readonly value: number;
  readonly leftOut: Float64Array;
  readonly method: IntervalMethod;
}

/** The same, corrected for bias and skew (BCa); where that is not defined, the middle of what replicates gave. */
export function correctedBoundsOf(
  replicates: Float64Array,
  method: IntervalMethod,
  corrected: Corrected,
): Pick<Estimated, 'interval' | 'noInterval'> {
  const plain = boundsOf(replicates, method);
  if (!plain.interval) return plain;
  const { low, high } = bcaInterval(
    corrected.value,
    replicates.filter(Number.isFinite),
    corrected.leftOut,
    LEVEL,
  );
  if (!Number.isFinite(low) || !Number.isFinite(high) || low >= high) return plain;
  return { interval: { ...plain.interval, low, high, method: corrected.method } };
}

/** The values of some rows. */
export function gather(values: ArrayLike<number>, rows: Uint32Array): Float64Array {
  return numbersOver(rows, row => values[row] ?? NaN);
}

export function gatherCodes(values: Int32Array, rows: Uint32Array): Int32Array {
  const own = new Int32Array(rows.length);
  for (let at = 0; at < own.length; at++) own[at] = values[rows[at] ?? 0] ?? -1;
  return own;
}

/** A number for each row. A loop: typed arrays that are made from others by a function take ten times as long. */
export function numbersOver(rows: Uint32Array, of: (row: number, at: number) => number): Float64Array {
  const own = new Float64Array(rows.length);
  for (let at = 0; at < own.length; at++) own[at] = of(rows[at] ?? 0, at);
  return own;
}

/** 1 for each row of which something holds. */
export function flagsOver(rows: Uint32Array, holds: (row: number) => boolean): Uint8Array {
  const own = new Uint8Array(rows.length);
  for (let at = 0; at < own.length; at++) own[at] = Number(holds(rows[at] ?? 0));
  return own;
}
