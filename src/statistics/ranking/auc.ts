import { ascendingOrder } from './order';

/**
 * The area under the ROC curve: the share of pairs of a positive and a negative row in which the positive one has the
 * higher score, ties counted half (Mann and Whitney's U over the number of pairs). `truth` is 1 for positive rows. Weighted rows count
 * by their weight. NaN without both classes.
 */
export function auc(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  const order = ascendingOrder(scores);
  let [below, positives, negatives, pairs] = [0, 0, 0, 0];
  for (let at = 0; at < order.length;) {
    const score = scores[order[at] ?? 0];
    let [here, against] = [0, 0];
    for (; at < order.length && scores[order[at] ?? 0] === score; at++) {
      const row = order[at] ?? 0;
      const weight = weights?.[row] ?? 1;
      if (truth[row] === 1) here += weight;
      else against += weight;
    }
    pairs += here * (below + against / 2);
    below += against;
    positives += here;
    negatives += against;
  }
  return positives > 0 && negatives > 0 ? pairs / (positives * negatives) : NaN;
}

/** Twice the area above that of chance. */
export const gini = (area: number): number => 2 * area - 1;

/**
 * The standard error of an area of which only the counts of both classes are known (J. A. Hanley and B. J. McNeil,
 * Radiology 143, 1982). It supposes scores that are exponentially distributed.
 */
export function hanleyMcNeil(area: number, positives: number, negatives: number): number {
  const q1 = area / (2 - area);
  const q2 = (2 * area * area) / (1 + area);
  const square = area * area;
  const variance =
    (area * (1 - area) + (positives - 1) * (q1 - square) + (negatives - 1) * (q2 - square)) /
    (positives * negatives);
  return Math.sqrt(variance);
}
