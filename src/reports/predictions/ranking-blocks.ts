import type { RankingBlock } from '../../predictions/evaluation';
import type { Block } from '../document';
import { formatNumber } from '../format';

const NUMBER = { isNumber: true } as const;
/** Every tenth of the queries has a row in the table. */
const EACH = 2;

/** How single queries fare: the mean hides those that get nothing right. */
export function rankingBlocks({ queries, withoutRelevant, perQuery }: RankingBlock): readonly Block[] {
  const judged = queries - withoutRelevant;
  const counted: Block = {
    kind: 'facts',
    facts: [
      { name: 'Queries', value: formatNumber(queries) },
      { name: 'Without a relevant item, and left out', value: formatNumber(withoutRelevant) },
    ],
  };
  if (judged === 0) return [counted];
  const share = perQuery.map((_, at) => at / (perQuery.length - 1));
  return [
    counted,
    {
      kind: 'chart',
      id: 'ndcg-by-query',
      title: 'NDCG@10 of single queries',
      text: `The ${formatNumber(judged)} queries with a relevant item, from the worst to the best: the share of queries that have at most this NDCG@10.`,
      chart: {
        kind: 'lines',
        x: { title: 'Share of queries', domain: [0, 1] },
        y: { title: 'NDCG@10', domain: [0, 1] },
        lines: [{ name: 'NDCG@10', x: share, y: perQuery }],
      },
      table: {
        kind: 'table',
        id: 'ndcg-by-query-table',
        title: 'NDCG@10 of single queries',
        columns: [
          { title: 'Share of queries', ...NUMBER },
          { title: 'NDCG@10 at most', ...NUMBER },
        ],
        rows: perQuery.flatMap((value, at) =>
          at % EACH === 0 ? [{ cells: [formatNumber(share[at] ?? NaN), formatNumber(value)] }] : [],
        ),
      },
    },
  ];
}
