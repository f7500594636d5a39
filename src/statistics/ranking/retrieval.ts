import { ascendingOrder } from './order';

/*
 * Scores of one query's ranking; NaN where the query has no relevant item, so that whoever averages decides what that counts for.
 * Items of equal score have no order: each score is the mean over all of their orders (F. McSherry and M. Najork, ECIR 2008),
 * so that the order of rows in a file, which may follow the truth, counts for nothing.
 */

/** The relevance of items from the top of the ranking down; those of one score together. */
export type Ranking = readonly (readonly number[])[];

/** Relevance in the order of falling scores. */
export function ranked(relevance: readonly number[], scores: readonly number[]): Ranking {
  const groups: number[][] = [];
  let before: number | undefined;
  for (const row of ascendingOrder(scores).reverse()) {
    const score = scores[row];
    if (groups.length === 0 || score !== before) groups.push([]);
    groups[groups.length - 1]?.push(relevance[row] ?? 0);
    before = score;
  }
  return groups;
}

/** Items of which no two have the same score. */
export const untied = (relevance: readonly number[]): Ranking => relevance.map(value => [value]);

/**
 * Discounted cumulative gain of the first `k`, `Σ gain / log₂(rank + 1)` (K. Järvelin and J. Kekäläinen 2002). The gain is the
 * relevance itself, as in scikit-learn; others take `2^relevance - 1`.
 */
export function dcg(ranking: Ranking, k = Infinity): number {
  let sum = 0;
  for (const { items, before } of placed(ranking, k)) {
    const gain = items.reduce((all, value) => all + value, 0) / items.length;
    for (let rank = before + 1; rank <= Math.min(before + items.length, k); rank++)
      sum += gain / Math.log2(rank + 1);
  }
  return sum;
}

/** DCG over that of the best ranking: 1 is best. */
export function ndcg(ranking: Ranking, k = Infinity): number {
  const best = ranking.flat().sort((a, b) => b - a);
  return dcg(ranking, k) / dcg(untied(best), k);
}

/** One over the rank of the first relevant item; 0 when there is none. */
export function reciprocalRank(ranking: Ranking): number {
  const first = placed(ranking).find(({ relevant }) => relevant > 0);
  if (!first) return 0;
  const { items, relevant, before } = first;
  let [sum, none] = [0, 1];
  for (let at = 0; at <= items.length - relevant; at++) {
    const here = relevant / (items.length - at);
    sum += (none * here) / (before + at + 1);
    none *= 1 - here;
  }
  return sum;
}

/** The mean, over the relevant items, of the precision down to each, within the first `k`; 0 when there is none. */
export function averagePrecisionAt(ranking: Ranking, k: number): number {
  let [found, sum] = [0, 0];
  for (const { items, relevant, before } of placed(ranking, k)) {
    // Of the items that stand above a relevant one of its group, so many are relevant, too.
    const share = items.length === 1 ? 0 : (relevant - 1) / (items.length - 1);
    for (let at = 0; relevant > 0 && at < items.length && before + at < k; at++)
      sum += ((relevant / items.length) * (found + at * share + 1)) / (before + at + 1);
    found += relevant;
  }
  const best = Math.min(relevantIn(ranking), k);
  return best === 0 ? 0 : sum / best;
}

/** The share of relevant items among the first `k`. */
export function recallAt(ranking: Ranking, k: number): number {
  const inside = placed(ranking, k).reduce(
    (sum, { items, relevant, before }) => sum + relevant * Math.min(1, (k - before) / items.length),
    0,
  );
  return inside / relevantIn(ranking);
}

/** Is a relevant item among the first `k`? 1 or 0; where equal scores leave it open, how probable it is. */
export function hitAt(ranking: Ranking, k: number): number {
  let none = 1;
  for (const { items, relevant, before } of placed(ranking, k)) {
    for (let at = 0; at < items.length && before + at < k; at++)
      none *= Math.max(0, items.length - relevant - at) / (items.length - at);
  }
  return 1 - none;
}

/** The rank of the first relevant item, counted from 1 and from the bottom of its group; 0 when there is none. */
export function firstRelevant(ranking: Ranking): number {
  const first = placed(ranking).find(({ relevant }) => relevant > 0);
  return first ? first.before + first.items.length - first.relevant + 1 : 0;
}

interface Placed {
  readonly items: readonly number[];
  readonly relevant: number;
  /** Items that stand above all of these. */
  readonly before: number;
}

/** The groups of which the first `k` items may hold something. */
function placed(ranking: Ranking, k = Infinity): readonly Placed[] {
  let above = 0;
  const all = ranking.map(items => {
    const before = above;
    above += items.length;
    return { items, before, relevant: items.filter(isRelevant).length };
  });
  return all.filter(({ before }) => before < k);
}

const relevantIn = (ranking: Ranking): number => ranking.flat().filter(isRelevant).length;

const isRelevant = (value: number): boolean => value > 0;
