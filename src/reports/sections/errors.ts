import type { ErrorBlock, QueryRow } from '../../predictions/evaluation';
import type { Block, Section } from '../document';
import type { ReportFacts } from '../facts';
import { formatNumber, plural } from '../format';
import { evaluationIn, lacking, rowLink } from '../predictions/figure';

const NUMBER = { isNumber: true } as const;

const TITLES: Readonly<Record<ErrorBlock['by'], string>> = {
  confidence: 'Mistakes that the model was surest of',
  'absolute-error': 'Largest errors',
  order: 'Mistakes, the first ones',
  query: 'Worst queries',
};

/** The rows that are furthest off, each with a way to it. */
export function errors(facts: ReportFacts): Section {
  const section = { id: 'errors', title: 'Worst errors' };
  const found = evaluationIn(facts, 'Listing the worst errors');
  if ('missing' in found) return lacking(section.id, section.title, found.missing);
  const { errors: block, scope } = found.evaluation;
  const { worst, wrong, by, queries = [] } = block;
  if (queries.length > 0) return { ...section, ...worstQueries(queries, wrong) };
  if (worst.length === 0) {
    const missing =
      by === 'query'
        ? 'No query has a relevant item, so none can be ordered badly.'
        : 'No row is wrong, or nothing says what was predicted.';
    return lacking(section.id, section.title, missing);
  }
  const columns = [...new Set(worst.flatMap(({ slices }) => Object.keys(slices)))];
  const hasAmount = worst.some(({ amount }) => amount !== undefined);
  return {
    ...section,
    summary:
      by === 'absolute-error'
        ? `The ${plural(worst.length, 'row')} that are furthest off.`
        : `${formatNumber(wrong)} of ${plural(scope.n, 'row')} are wrong.`,
    blocks: [
      {
        kind: 'table',
        id: 'worst-errors',
        title: TITLES[by],
        columns: [
          { title: 'Row' },
          { title: 'True' },
          { title: 'Predicted' },
          ...(hasAmount
            ? [{ title: by === 'absolute-error' ? 'Predicted less true' : 'Score', ...NUMBER }]
            : []),
          ...columns.map(title => ({ title })),
        ],
        rows: worst.map(({ place, truth, predicted, amount, slices }) => ({
          cells: [
            rowLink(place),
            truth,
            predicted,
            ...(hasAmount ? [amount === undefined ? '—' : formatNumber(amount)] : []),
            ...columns.map(column => slices[column] ?? '—'),
          ],
        })),
        ...(by !== 'absolute-error' && wrong > worst.length && { more: wrong - worst.length }),
      },
    ],
  };
}

/** The queries whose items are ordered worst, each with a way to its first row. */
function worstQueries(queries: readonly QueryRow[], wrong: number): Pick<Section, 'summary' | 'blocks'> {
  const table: Block = {
    kind: 'table',
    id: 'worst-errors',
    title: TITLES.query,
    columns: [
      { title: 'Query' },
      { title: 'First row' },
      { title: 'NDCG@10', ...NUMBER },
      { title: 'Items', ...NUMBER },
      { title: 'Relevant', ...NUMBER },
      { title: 'Rank of the first relevant', ...NUMBER },
    ],
    rows: queries.map(({ query, place, ndcg, items, relevant, firstRelevant }) => ({
      cells: [
        query,
        rowLink(place),
        formatNumber(ndcg),
        formatNumber(items),
        formatNumber(relevant),
        formatNumber(firstRelevant),
      ],
    })),
    ...(wrong > queries.length && { more: wrong - queries.length }),
  };
  const verb = wrong === 1 ? 'query could' : 'queries could';
  return { summary: `${formatNumber(wrong)} ${verb} be ordered better.`, blocks: [table] };
}
