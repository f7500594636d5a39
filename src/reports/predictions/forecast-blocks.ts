import type { ForecastBlock, HorizonRow } from '../../predictions/evaluation';
import type { Block, ChartBlock, FactBlock } from '../document';
import { formatNumber, plural } from '../format';
import { endOf, estimateFigure } from './figure';

const NUMBER = { isNumber: true } as const;

/** Forecasts against repeating what was a season before, and by how far ahead they look. */
export function forecastBlocks(forecast: ForecastBlock): readonly Block[] {
  const { horizons } = forecast;
  return [naiveBlock(forecast), ...(horizons.length > 0 ? [horizonChart(horizons)] : [])];
}

function naiveBlock({ season, naive, beside }: ForecastBlock): Block {
  if (!naive || !beside || naive.n === 0)
    return {
      kind: 'text',
      text: `There is nothing to hold the forecasts against: that takes a column of time and rows a season (${plural(season, 'row')}) before others.`,
    };
  const facts: FactBlock['facts'] = [
    {
      name: `MAE of repeating the value ${season === 1 ? 'of the row' : `${formatNumber(season)} rows`} before (seasonal naive)`,
      value: estimateFigure(naive, undefined, 'mae'),
    },
    { name: 'MAE of the forecasts on the same rows', value: estimateFigure(beside, undefined, 'mae') },
  ];
  return { kind: 'facts', facts };
}

function horizonChart(horizons: readonly HorizonRow[]): ChartBlock {
  const drawn = horizons.filter(({ mae }) => Number.isFinite(mae.value));
  const hasNaive = horizons.some(({ mase }) => mase);
  const hasBounds = horizons.some(({ coverage }) => coverage);
  return {
    kind: 'chart',
    id: 'error-by-horizon',
    title: 'Error by horizon',
    text: 'The mean absolute error by how many steps ahead a forecast looks, with its 95 % interval.',
    chart: {
      kind: 'lines',
      x: { title: 'Steps ahead' },
      y: { title: 'MAE' },
      lines: [
        {
          name: 'MAE',
          x: drawn.map(({ horizon }) => horizon),
          y: drawn.map(({ mae }) => mae.value),
          low: drawn.map(({ mae }) => endOf(mae, 'low')),
          high: drawn.map(({ mae }) => endOf(mae, 'high')),
          shape: 'dots-and-line',
        },
      ],
    },
    table: {
      kind: 'table',
      id: 'error-by-horizon-table',
      title: 'Error by horizon',
      columns: [
        { title: 'Steps ahead' },
        { title: 'Rows', ...NUMBER },
        { title: 'MAE', ...NUMBER },
        { title: 'Bias', ...NUMBER },
        ...(hasNaive ? [{ title: 'MASE', ...NUMBER }] : []),
        ...(hasBounds ? [{ title: 'Between the bounds', ...NUMBER }] : []),
      ],
      rows: horizons.map(({ horizon, mae, bias, mase, coverage }) => ({
        cells: [
          formatNumber(horizon),
          formatNumber(mae.n),
          estimateFigure(mae, undefined, 'mae'),
          estimateFigure(bias, undefined, 'bias'),
          ...(hasNaive ? [mase ? estimateFigure(mase, undefined, 'mase') : '—'] : []),
          ...(hasBounds ? [coverage ? estimateFigure(coverage, undefined, 'coverage') : '—'] : []),
        ],
      })),
      ...(hasNaive && { note: 'MASE under 1: better than repeating the value of a season before.' }),
    },
  };
}
