import type { Estimate } from './interval';
import { wilson } from './wilson';

/**
 * F1, which is Dice's coefficient `2 TP / (2 TP + FP + FN)`, with its interval. It grows with the share
 * `J = TP / (TP + FP + FN)` of hits among the rows that are of the class or were predicted to be (P. Jaccard 1912),
 * `F1 = 2 J / (1 + J)`, and the number of hits among these is binomial: the ends are those of Wilson's interval of J,
 * put into the same formula.
 *
 * @param hits TP
 * @param either TP + FP + FN, positive
 */
export function dice(hits: number, either: number, level = 0.95): Estimate {
  const { low, high } = wilson(hits, either, level);
  return { value: ofShare(hits / either), low: ofShare(low), high: ofShare(high) };
}

const ofShare = (jaccard: number): number => (2 * jaccard) / (1 + jaccard);
