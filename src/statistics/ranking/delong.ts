import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { criticalValue } from '../intervals/critical-value';
import type { Estimate } from '../intervals/interval';
import { withinUnit } from '../intervals/interval';
import { midRanks } from './order';

/** The area under a ROC curve, with what a comparison of two needs. */
export interface DeLong {
  readonly auc: number;
  readonly variance: number;
  /** For each positive row the share of negative ones that it beats, and the other way round. */
  readonly placements: { readonly positives: Float64Array; readonly negatives: Float64Array };
}

/**
 * The variance of the area under the ROC curve (E. R. DeLong and others, Biometrics 44, 1988), from mid-ranks in
 * n log n steps (X. Sun and W. Xu, IEEE Signal Processing Letters 21, 2014). `truth` is 1 for positive rows. NaN when a class has
 * fewer than two rows.
 */
export function delong(truth: ArrayLike<number>, scores: ArrayLike<number>): DeLong {
  const own = (positive: boolean): number[] =>
    Array.from({ length: truth.length }, (_, row) => row).filter(row => (truth[row] === 1) === positive);
  const [above, below] = [own(true), own(false)];
  const ranks = midRanks(scores);
  const placements = {
    positives: placementsOf(above, below.length, scores, ranks),
    negatives: placementsOf(below, above.length, scores, ranks).map(share => 1 - share),
  };
  return {
    auc: mean(placements.positives),
    variance: covariance(placements, placements),
    placements,
  };
}

/** The interval of one area, cut to [0, 1]. */
export function delongInterval({ auc, variance }: DeLong, level = 0.95): Estimate {
  return { value: auc, ...withinUnit(auc, criticalValue(level) * Math.sqrt(variance)) };
}

export interface AreaComparison extends Estimate {
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/** Two models on the same rows: the difference of their areas, first less second. */
export function delongPaired(first: DeLong, second: DeLong, level = 0.95): AreaComparison {
  const variance = first.variance + second.variance - 2 * covariance(first.placements, second.placements);
  const value = first.auc - second.auc;
  const error = Math.sqrt(variance);
  const half = criticalValue(level) * error;
  const z = value / error;
  return { value, low: value - half, high: value + half, z, p: 2 * normalCdf(-Math.abs(z), 0, 1) };
}

/** Two models on rows that have nothing in common: as `roc.test` of R's pROC, with Welch's degrees of freedom. */
export function delongUnpaired(
  first: DeLong,
  second: DeLong,
): { readonly t: number; readonly df: number; readonly p: number } {
  const t = (first.auc - second.auc) / Math.sqrt(first.variance + second.variance);
  const rows = ({ placements }: DeLong): number => placements.positives.length + placements.negatives.length;
  const df =
    (first.variance + second.variance) ** 2 /
    (first.variance ** 2 / (rows(first) - 1) + second.variance ** 2 / (rows(second) - 1));
  return { t, df, p: 2 * tCdf(-Math.abs(t), df) };
}

/** The covariance of two areas on the same rows. */
export function covariance(a: DeLong['placements'], b: DeLong['placements']): number {
  return (
    sampleCovariance(a.positives, b.positives) / a.positives.length +
    sampleCovariance(a.negatives, b.negatives) / a.negatives.length
  );
}

function placementsOf(
  rows: readonly number[],
  others: number,
  scores: ArrayLike<number>,
  ranks: Float64Array,
): Float64Array {
  const among = midRanks(rows.map(row => scores[row] ?? NaN));
  return Float64Array.from(rows, (row, at) => ((ranks[row] ?? NaN) - (among[at] ?? NaN)) / others);
}

function sampleCovariance(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  return a.reduce((sum, value, at) => sum + (value - meanA) * ((b[at] ?? NaN) - meanB), 0) / (a.length - 1);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
