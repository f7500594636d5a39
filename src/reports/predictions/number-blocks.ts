import type { Evaluation, RegressionBlock } from '../../predictions/evaluation';
import type { Block } from '../document';
import { formatNumber, plural } from '../format';
import { clusterTable } from './cluster-block';
import { estimateFigure } from './figure';
import { forecastBlocks } from './forecast-blocks';
import { rankingBlocks } from './ranking-blocks';

const NUMBER = { isNumber: true } as const;

/** Where the errors of numbers lie. */
export function regressionBlocks({ residuals, byTruth, coverage }: RegressionBlock): readonly Block[] {
  const points = residuals.x.flatMap((x, at) => {
    const y = residuals.y[at] ?? NaN;
    return Number.isFinite(x) && Number.isFinite(y) ? [{ x, y }] : [];
  });
  const rows = byTruth.map(({ from, to, mae, bias }) => ({
    cells: [
      `${formatNumber(from)} – ${formatNumber(to)}`,
      formatNumber(mae.n),
      estimateFigure(mae, undefined, 'mae'),
      estimateFigure(bias, undefined, 'bias'),
    ],
  }));
  const table = {
    kind: 'table',
    id: 'errors-by-truth',
    title: 'Errors by the true value',
    columns: [
      { title: 'True value' },
      { title: 'Rows', ...NUMBER },
      { title: 'MAE', ...NUMBER },
      { title: 'Bias', ...NUMBER },
    ],
    rows,
    note: `The rows by their true value, in ${plural(byTruth.length, 'part')} of about as many each. The bias is predicted less true.`,
  } as const;
  return [
    {
      kind: 'chart',
      id: 'residuals',
      title: 'Residuals',
      text: `True less predicted, over the predicted value, of ${plural(points.length, 'row')} of ${formatNumber(residuals.of)}.`,
      chart: {
        kind: 'scatter',
        x: { title: 'Predicted' },
        y: { title: 'True less predicted' },
        points,
        rules: [{ at: 0, name: 'no error', of: 'y' }],
      },
      table,
    },
    ...(coverage
      ? [
          {
            kind: 'facts',
            facts: [
              {
                name: 'True values between the predicted bounds',
                value: estimateFigure(coverage, undefined, 'coverage'),
              },
              ...(coverage.nominal === undefined
                ? []
                : [{ name: 'As promised', value: formatNumber(coverage.nominal) }]),
            ],
          } as const,
        ]
      : []),
  ];
}

/** What only predictions of one kind have. */
export function numberBlocks({ regression, forecast, ranking, clusters }: Evaluation): readonly Block[] {
  return [
    ...(regression ? regressionBlocks(regression) : []),
    ...(forecast ? forecastBlocks(forecast) : []),
    ...(ranking ? rankingBlocks(ranking) : []),
    ...(clusters ? [clusterTable(clusters)] : []),
  ];
}
