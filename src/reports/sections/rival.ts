import type { RivalComparison } from '../../predictions/evaluation';
import type { Row, Section } from '../document';
import type { ReportFacts } from '../facts';
import { formatNumber, plural } from '../format';
import { estimateFigure, evaluationIn, lacking } from '../predictions/figure';
import { comparedTitle, testText } from '../predictions/tests';
import { pText } from './prediction-slices';

const NUMBER = { isNumber: true } as const;
const SIGNIFICANT = 0.05;

const HOW =
  'Name another model’s predictions of the same rows under `data.predictions.rival`, as in `{ name: last release, path: reports/predictions-old.csv }`, or other columns of the same file.';

/** Two models on the same rows. */
export function rival(facts: ReportFacts): Section {
  const section = { id: 'rival', title: 'Against another model' };
  const found = evaluationIn(facts, 'Comparing two models on the same rows');
  if ('missing' in found) return lacking(section.id, section.title, found.missing);
  const { rival: block } = found.evaluation;
  if (!block) return lacking(section.id, section.title, HOW);
  const { name, n, unmatched, comparisons } = block;
  const clear = comparisons.filter(({ adjusted }) => adjusted < SIGNIFICANT).length;
  return {
    ...section,
    summary: `Against ${name}, on ${plural(n, 'row')} that both predict${unmatched > 0 ? `, ${formatNumber(unmatched)} left out` : ''}; ${clear === 0 ? 'no difference is beyond chance' : `${plural(clear, 'difference')} beyond chance`}.`,
    blocks: [
      {
        kind: 'table',
        id: 'rival-table',
        title: `This model and ${name}`,
        columns: [
          { title: 'Figure' },
          { title: 'This model', ...NUMBER },
          { title: name, ...NUMBER },
          { title: 'Difference', ...NUMBER },
          { title: 'p', ...NUMBER },
          { title: 'p, adjusted', ...NUMBER },
          { title: 'Test' },
        ],
        rows: comparisons.map(rowOf),
        note: 'Both are measured on the same rows, and the tests know it. The adjusted p counts how many figures are compared, by Holm’s method.',
      },
    ],
  };
}

function rowOf(comparison: RivalComparison): Row {
  const { own, rival: other, difference, p, adjusted } = comparison;
  return {
    cells: [
      comparedTitle(comparison),
      formatNumber(own),
      formatNumber(other),
      estimateFigure(difference),
      pText(p),
      pText(adjusted),
      testText(comparison, 'this one', 'the other'),
    ],
  };
}
