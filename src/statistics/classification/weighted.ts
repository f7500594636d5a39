/*
 * Scores of a bootstrap's replicates: rows count by their weights, in one pass over rows that were put in order once.
 */

/** Rows with two classes by falling score; `last[i]` is 1 where the next row has another score. */
export interface ScoredUnits {
  readonly truth: Uint8Array;
  readonly last: Uint8Array;
  /** 1 for rows that are predicted positive; absent where nothing says so. */
  readonly predicted?: Uint8Array;
  /** Of each row: -ln p of its class, and (p - y)²; absent where scores are no probabilities. */
  readonly logLoss?: Float64Array;
  readonly square?: Float64Array;
}

/** Weighted counts of a 2 × 2 confusion matrix. */
export interface BinaryCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

export interface RankedScores {
  readonly rocAuc: number;
  readonly averagePrecision: number;
  /** The largest TPR - FPR. */
  readonly ks: number;
}

/** Areas under both curves. NaN without weight in both classes. */
export function rankedScores({ truth, last }: ScoredUnits, weights: ArrayLike<number>): RankedScores {
  const { positives, negatives } = totals(truth, weights);
  let [tp, fp, before, over, area, ap, ks] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < truth.length; at++) {
    const weight = weights[at] ?? 0;
    if (truth[at] === 1) tp += weight;
    else fp += weight;
    if (last[at] !== 1) continue;
    area += (fp - over) * (before + tp);
    if (tp > before) ap += ((tp - before) * tp) / (tp + fp);
    ks = Math.max(ks, tp / positives - fp / negatives);
    before = tp;
    over = fp;
  }
  if (positives === 0 || negatives === 0) return { rocAuc: NaN, averagePrecision: NaN, ks: NaN };
  return { rocAuc: area / (2 * positives * negatives), averagePrecision: ap / positives, ks };
}

function totals(truth: Uint8Array, weights: ArrayLike<number>) {
  let [positives, negatives] = [0, 0];
  for (let at = 0; at < truth.length; at++) {
    if (truth[at] === 1) positives += weights[at] ?? 0;
    else negatives += weights[at] ?? 0;
  }
  return { positives, negatives };
}

export function binaryCounts(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  weights: ArrayLike<number>,
): BinaryCounts {
  let [tp, fp, fn, tn] = [0, 0, 0, 0];
  for (let at = 0; at < truth.length; at++) {
    const weight = weights[at] ?? 0;
    if (truth[at] === 1) {
      if (predicted[at] === 1) tp += weight;
      else fn += weight;
    } else if (predicted[at] === 1) fp += weight;
    else tn += weight;
  }
  return { tp, fp, fn, tn };
}

/** `Σ w x / Σ w`. */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let [sum, whole] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    const weight = weights[at] ?? 0;
    sum += weight * (values[at] ?? 0);
    whole += weight;
  }
  return sum / whole;
}
