import { ascendingOrder } from './order';

/*
 * Scores of one query's ranking. `relevance` lists its items from the top of the ranking down; NaN where the query has no
 * relevant item, so that whoever averages decides what that counts for.
 */

/**
 * Discounted cumulative gain of the first `k`, `Σ gain / log₂(rank + 1)` (K. Järvelin and J. Kekäläinen 2002). The gain is the
 * relevance itself, as in scikit-learn; others take `2^relevance - 1`.
 */
export function dcg(relevance: readonly number[], k = relevance.length): number {
  return relevance.slice(0, k).reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
}

/** DCG over that of the best ranking: 1 is best. */
export function ndcg(relevance: readonly number[], k = relevance.length): number {
  return (
    dcg(relevance, k) /
    dcg(
      [...relevance].sort((a, b) => b - a),
      k,
    )
  );
}

/** Relevance in the order of falling scores. */
export function ranked(relevance: readonly number[], scores: readonly number[]): readonly number[] {
  return Array.from(ascendingOrder(scores).reverse(), row => relevance[row] ?? 0);
}

/** One over the rank of the first relevant item; 0 when there is none. */
export function reciprocalRank(relevance: readonly number[]): number {
  const first = relevance.findIndex(isRelevant);
  return first < 0 ? 0 : 1 / (first + 1);
}

/** The mean, over the relevant items, of the precision down to each, within the first `k`; 0 when there is none. */
export function averagePrecisionAt(relevance: readonly number[], k: number): number {
  let [found, sum] = [0, 0];
  relevance.slice(0, k).forEach((value, at) => {
    if (!isRelevant(value)) return;
    found += 1;
    sum += found / (at + 1);
  });
  const best = Math.min(relevance.filter(isRelevant).length, k);
  return best === 0 ? 0 : sum / best;
}

/** The share of relevant items among the first `k`. */
export function recallAt(relevance: readonly number[], k: number): number {
  return relevance.slice(0, k).filter(isRelevant).length / relevance.filter(isRelevant).length;
}

export const isHit = (relevance: readonly number[], k: number): boolean =>
  relevance.slice(0, k).some(isRelevant);

const isRelevant = (value: number): boolean => value > 0;
