import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from '../intervals/interval';
import { quantile } from '../intervals/quantiles';
import { mulberry32 } from './random';

/** A statistic of the rows that are drawn; the same row may be among them several times. */
export type OfRows = (rows: Uint32Array) => number;

export interface Resampling {
  /** How often rows are drawn anew. */
  readonly replicates: number;
  readonly seed: number;
}

/** The statistic in each replicate: `n` of `n` rows, drawn with replacement. Two statistics with one seed draw the same rows. */
export function bootstrap(n: number, statistic: OfRows, { replicates, seed }: Resampling): Float64Array {
  const random = mulberry32(seed);
  const rows = new Uint32Array(n);
  return Float64Array.from({ length: replicates }, () => {
    for (let at = 0; at < n; at++) rows[at] = Math.floor(random() * n);
    return statistic(rows);
  });
}

/** The middle share `level` of the replicates. */
export function percentileInterval(replicates: Float64Array, level = 0.95): Interval {
  const ascending = Float64Array.from(replicates).sort();
  const tail = (1 - level) / 2;
  return { low: quantile(ascending, tail), high: quantile(ascending, 1 - tail) };
}

/** The percentile interval turned round the estimate. */
export function basicInterval(estimate: number, replicates: Float64Array, level = 0.95): Interval {
  const { low, high } = percentileInterval(replicates, level);
  return { low: 2 * estimate - high, high: 2 * estimate - low };
}

/** The standard deviation of the replicates. */
export function standardError(replicates: Float64Array): number {
  const mean = replicates.reduce((sum, value) => sum + value, 0) / replicates.length;
  return Math.sqrt(replicates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (replicates.length - 1));
}

export interface BcaInterval extends Interval {
  /** How far the median of the replicates lies from the estimate, in standard errors. */
  readonly bias: number;
  /** How fast the standard error changes with the estimate. */
  readonly acceleration: number;
}

/**
 * The bias-corrected and accelerated interval (B. Efron, Journal of the American Statistical Association 82, 1987). Its
 * ends are NaN where all replicates lie on one side of the estimate, or no row pulls at it.
 *
 * @param leftOut the statistic without each row in turn
 */
export function bcaInterval(
  estimate: number,
  replicates: Float64Array,
  leftOut: Float64Array,
  level = 0.95,
): BcaInterval {
  const ascending = Float64Array.from(replicates).sort();
  const below = ascending.filter(value => value < estimate).length;
  const bias = normalQuantile(below / ascending.length, 0, 1);
  const acceleration = accelerationOf(leftOut);
  const at = (p: number): number => {
    const z = bias + normalQuantile(p, 0, 1);
    return quantile(ascending, normalCdf(bias + z / (1 - acceleration * z), 0, 1));
  };
  return { low: at((1 - level) / 2), high: at((1 + level) / 2), bias, acceleration };
}

function accelerationOf(leftOut: Float64Array): number {
  const mean = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
  const power = (k: number): number => leftOut.reduce((sum, value) => sum + (mean - value) ** k, 0);
  return power(3) / (6 * power(2) ** 1.5);
}

/** The statistic without each of `n` rows in turn. */
export function jackknife(n: number, statistic: OfRows): Float64Array {
  return Float64Array.from({ length: n }, (_, left) =>
    statistic(Uint32Array.from({ length: n - 1 }, (__, at) => (at < left ? at : at + 1))),
  );
}
