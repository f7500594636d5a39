import {
  averagePrecisionAt,
  hitAt,
  ndcg,
  ranked,
  recallAt,
  reciprocalRank,
} from '../../statistics/ranking/retrieval';
import type { Ranking } from '../../statistics/ranking/retrieval';
import { quantile } from '../../statistics/intervals/quantiles';
import type { RankingBlock, Score } from '../evaluation';
import type { MetricId } from '../methods';
import type { RankedOutcomes } from '../outcomes';
import type { Context } from './context';
import { summedScores } from './sums';

/** How many items of a query are looked at. */
const K = 10;

export interface RankedScores {
  readonly scores: readonly Score[];
  readonly block: RankingBlock;
}

/** Metrics of queries, each the mean over queries that have a relevant item; replicates draw queries. */
export async function rankingScores(
  outcomes: RankedOutcomes,
  subset: Uint32Array,
  { cancellation, pause }: Context,
): Promise<RankedScores> {
  const queries = rankedQueries(outcomes, subset);
  const judged = queries.filter(isJudged);
  const per = RANKING_METRICS.map(({ of }) => Float64Array.from(judged, ({ items }) => of(items)));
  const every = Uint32Array.from({ length: judged.length }, (_, at) => at);
  const one = new Float64Array(judged.length).fill(1);
  const scores = await summedScores(
    {
      terms: [one, ...per],
      unit: 'query',
      metrics: RANKING_METRICS.map(({ metric }, at) => ({
        metric,
        of: s => (s[at + 1] ?? NaN) / (s[0] ?? NaN),
      })),
    },
    every,
    { cancellation, pause },
  );
  const ascending = (per[0] ?? new Float64Array()).slice().sort();
  return {
    scores,
    block: {
      queries: queries.length,
      withoutRelevant: queries.length - judged.length,
      perQuery: Array.from({ length: 21 }, (_, at) => quantile(ascending, at / 20)),
    },
  };
}

/** Metrics of a single query, by the relevance of its items from the top of the ranking down. */
export const RANKING_METRICS: readonly {
  readonly metric: MetricId;
  readonly of: (items: Ranking) => number;
}[] = [
  { metric: 'ndcg', of: items => ndcg(items, K) },
  { metric: 'map', of: items => averagePrecisionAt(items, K) },
  { metric: 'mrr', of: items => reciprocalRank(items) },
  { metric: 'recall_at_k', of: items => recallAt(items, K) },
  { metric: 'hit_rate', of: items => hitAt(items, K) },
];

/** A query with its rows, and the relevance of its items by falling score, those of one score together. */
export interface RankedQuery {
  readonly code: number;
  readonly rows: readonly number[];
  readonly items: Ranking;
}

/** Of a query without a relevant item no ranking is better than another. */
export const isJudged = ({ items }: RankedQuery): boolean =>
  items.some(group => group.some(value => value > 0));

export const ndcgOf = ({ items }: RankedQuery): number => ndcg(items, K);

export function rankedQueries(
  { relevance, score, query }: RankedOutcomes,
  subset: Uint32Array,
): readonly RankedQuery[] {
  const rows = new Map<number, number[]>();
  for (const row of subset) {
    const code = query[row] ?? -1;
    const own = rows.get(code) ?? [];
    rows.set(code, own);
    own.push(row);
  }
  return [...rows].map(([code, own]) => ({
    code,
    rows: own,
    items: ranked(
      own.map(row => relevance[row] ?? NaN),
      own.map(row => score[row] ?? NaN),
    ),
  }));
}
