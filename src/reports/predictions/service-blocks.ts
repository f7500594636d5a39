import type { Evaluation } from '../../predictions/evaluation';
import { leastForQuantile } from '../../statistics/intervals/quantiles';
import type { Block, Figure, Row } from '../document';
import type { ReportFacts } from '../facts';
import { formatNumber, plural } from '../format';
import { estimateFigure, fileLink } from './figure';

const QUANTILES = [0.5, 0.9, 0.95, 0.99];

/** How long single predictions took and what they cost, where the file of predictions says so. */
export function serviceOfPredictions(facts: ReportFacts): readonly Block[] {
  const { predictions } = facts;
  if (predictions.state !== 'read') return [];
  const { evaluation } = predictions;
  const rows = [...latencyRows(facts, evaluation), ...costRows(facts, evaluation)];
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'service-predictions',
      title: 'Of single predictions',
      columns: [{ title: 'Measure' }, { title: 'Value', isNumber: true }, { title: 'Rows', isNumber: true }],
      rows,
      note: noteOf(evaluation),
    },
  ];
}

function latencyRows(facts: ReportFacts, evaluation: Evaluation): readonly Row[] {
  const { latency = [], latencyOf } = evaluation;
  const unit = /_(ms|s)$/i.exec(latencyOf?.column ?? '')?.[1]?.toLowerCase();
  return latency.map(score => ({
    cells: [
      `Latency, ${formatNumber(100 * score.quantile)} % quantile`,
      estimateFigure(score, fileLink(facts, evaluation), 'latency-quantile', unit),
      formatNumber(score.n),
    ],
  }));
}

function costRows(facts: ReportFacts, evaluation: Evaluation): readonly Row[] {
  const { unitCost } = evaluation;
  if (!unitCost) return [];
  const figure: Figure = estimateFigure(unitCost, fileLink(facts, evaluation));
  return [{ cells: ['Cost of one prediction, mean', figure, formatNumber(unitCost.n)] }];
}

function noteOf({ latency, latencyOf }: Evaluation): string {
  const from =
    'The intervals of quantiles are order statistics, by the binomial distribution, and hold for requests that do not queue for each other.';
  if (!latency || !latencyOf) return 'The mean of the column of costs.';
  const known = new Set(latency.map(({ quantile }) => quantile));
  const left = QUANTILES.filter(quantile => !known.has(quantile)).map(
    quantile => `${formatNumber(100 * quantile)} % (${plural(leastForQuantile(quantile), 'row')})`,
  );
  return left.length === 0 ? from : `${from} Too few rows for ${left.join(' and ')}.`;
}
