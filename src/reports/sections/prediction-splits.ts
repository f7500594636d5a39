import type { Evaluation } from '../../predictions/evaluation';
import type { Section } from '../document';
import type { ReportFacts } from '../facts';
import { plural } from '../format';
import { estimateFigure, scoreFigure, titleOf } from '../predictions/figure';

const NUMBER = { isNumber: true } as const;

/** The figures of each split of the predictions, and the gap between them. */
export function predictionSplits({ predictions }: ReportFacts): Section | undefined {
  if (predictions.state !== 'read') return undefined;
  const section = { id: 'prediction-splits', title: 'Splits, from the predictions' };
  const { splits, gaps } = predictions.evaluation;
  if (splits.length < 2) {
    const missing =
      'The file of predictions has one split. Write the rows of training, validation and test into it, with a column `split`, to see the gap between them.';
    return { ...section, missing, blocks: [] };
  }
  const metrics = [...new Set(splits.flatMap(({ scores }) => scores.map(({ metric }) => metric)))];
  const seconds = [...new Set(gaps.map(({ second }) => second))];
  return {
    ...section,
    summary: summaryOf(predictions.evaluation),
    blocks: [
      {
        kind: 'table',
        id: 'prediction-splits-table',
        title: 'Figures by split',
        columns: [
          { title: 'Figure' },
          ...splits.map(({ split }) => ({ title: split, ...NUMBER })),
          ...seconds.map(second => ({ title: `${gaps[0]?.first ?? ''} less ${second}`, ...NUMBER })),
        ],
        rows: metrics.map(metric => ({
          cells: [
            titleOf({ metric }),
            ...splits.map(({ scores }) => {
              const score = scores.find(one => one.metric === metric);
              return score ? scoreFigure(score) : '—';
            }),
            ...seconds.map(second => {
              const gap = gaps.find(one => one.metric === metric && one.second === second);
              return gap ? estimateFigure(gap) : '—';
            }),
          ],
        })),
        note: 'The intervals of the gaps hold for rows that the splits do not share.',
      },
    ],
  };
}

function summaryOf({ splits, gaps }: Evaluation): string {
  const clear = gaps.filter(({ interval }) => interval && (interval.low > 0 || interval.high < 0));
  const rows = splits.map(({ split, n }) => `${split} ${n.toLocaleString('en-US')}`).join(', ');
  return `${rows} rows; ${clear.length === 0 ? 'no gap is beyond chance' : `${plural(clear.length, 'gap')} beyond chance`}.`;
}
