import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { criticalValue } from '../intervals/critical-value';
import type { Estimate } from '../intervals/interval';
import { withinUnit } from '../intervals/interval';
import { ascendingOrder } from './order';

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
  const placements = placementsOf(truth, scores);
  return {
    auc: mean(placements.positives),
    variance: covariance(placements, placements),
    placements,
  };
}

/** The interval of one area, cut to [0, 1]. */
export function delongInterval({ auc, variance }: Pick<DeLong, 'auc' | 'variance'>, level = 0.95): Estimate {
  return { value: auc, ...withinUnit(auc, criticalValue(level) * Math.sqrt(variance)) };
}

/**
 * The interval of one area on the logit scale, which stays inside (0, 1) and is wider on the side of chance (M. S. Pepe, The
 * Statistical Evaluation of Medical Tests, 2003, section 5.2.4). An area of 0 or 1 has no logit: there it is DeLong's.
 */
export function delongLogitInterval(
  { auc, variance }: Pick<DeLong, 'auc' | 'variance'>,
  level = 0.95,
): Estimate {
  const spread = auc * (1 - auc);
  if (!(spread > 0)) return delongInterval({ auc, variance }, level);
  const half = (criticalValue(level) * Math.sqrt(variance)) / spread;
  const logit = Math.log(auc / (1 - auc));
  const expit = (x: number): number => 1 / (1 + Math.exp(-x));
  return { value: auc, low: expit(logit - half), high: expit(logit + half) };
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

/** Of each row, in the order of rows, the share of the other class that it is on the right side of; ties count half. */
function placementsOf(truth: ArrayLike<number>, scores: ArrayLike<number>): DeLong['placements'] {
  const order = ascendingOrder(scores);
  const shares = new Float64Array(truth.length);
  let above = 0;
  for (let row = 0; row < truth.length; row++) above += Number(truth[row] === 1);
  const [positives, negatives] = [above, truth.length - above];
  let below = 0;
  for (let from = 0; from < order.length;) {
    let [to, here] = [from, 0];
    do here += Number(truth[order[to++] ?? 0] === 1);
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]);
    const against = to - from - here;
    above -= here;
    for (let at = from; at < to; at++) {
      const row = order[at] ?? 0;
      shares[row] = truth[row] === 1 ? (below + against / 2) / negatives : (above + here / 2) / positives;
    }
    below += against;
    from = to;
  }
  const own = { positives: new Float64Array(positives), negatives: new Float64Array(negatives) };
  let [a, b] = [0, 0];
  for (let row = 0; row < shares.length; row++) {
    if (truth[row] === 1) own.positives[a++] = shares[row] ?? NaN;
    else own.negatives[b++] = shares[row] ?? NaN;
  }
  return own;
}

function sampleCovariance(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  return a.reduce((sum, value, at) => sum + (value - meanA) * ((b[at] ?? NaN) - meanB), 0) / (a.length - 1);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
