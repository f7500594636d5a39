import { quantile, quantileRanks } from '../../statistics/intervals/quantiles';
import { weightedMedian } from '../../statistics/regression';
import { ascendingOrder } from '../../statistics/ranking/order';
import type { Estimated, Score } from '../evaluation';
import type { NumberOutcomes } from '../outcomes';
import type { Context } from './context';
import { gather, LEVEL } from './context';
import { drawnEstimates, isPlain } from './drawn';
import type { Sampling } from './replicate';
import type { SummedMetrics } from './sums';
import { summedScores } from './sums';
import { naiveErrors } from './naive';
import { timed } from './time';

/** All metrics of numbers on some rows. Of forecasts, rows are drawn in blocks of time. */
export async function numberScores(
  outcomes: NumberOutcomes,
  subset: Uint32Array,
  context: Context,
  forecast?: { readonly season: number },
): Promise<readonly Score[]> {
  const { rows, sampling = undefined } = forecast ? timed(outcomes, subset, context) : { rows: subset };
  const [y, p] = [gather(outcomes.truth, rows), gather(outcomes.predicted, rows)];
  const naive = forecast ? naiveErrors(outcomes, rows, forecast.season) : undefined;
  const summed = await summedScores(numberMetrics(y, p, naive), rows, context, sampling?.());
  const errors = y.map((value, at) => Math.abs((p[at] ?? NaN) - value));
  const sizes = errors.slice().sort();
  const median =
    sampling || !isPlain(rows, context)
      ? await drawnMedian(errors, rows, context, sampling?.())
      : medianOf(sizes);
  return [
    ...summed,
    { metric: 'median_absolute_error', ...median },
    {
      metric: 'max_error',
      value: sizes[sizes.length - 1] ?? NaN,
      n: sizes.length,
      noInterval: 'the largest error of more rows is larger',
    },
  ];
}

const abs = Math.abs;

function numberMetrics(y: Float64Array, p: Float64Array, naive: Float64Array | undefined): SummedMetrics {
  const error = y.map((value, at) => (p[at] ?? NaN) - value);
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  // Squares about the mean of all rows lose no digits, and those about another mean follow from them.
  const centred = y.map(value => value - mean);
  const smape = y.map((value, at) => {
    const size = abs(value) + abs(p[at] ?? NaN);
    return size === 0 ? 0 : (200 * abs(error[at] ?? NaN)) / size;
  });
  const terms = [
    new Float64Array(y.length).fill(1),
    error.map(abs),
    error,
    error.map(e => e * e),
    centred,
    centred.map(value => value * value),
    y.map((value, at) => abs(error[at] ?? NaN) / Math.max(Number.EPSILON, abs(value))),
    y.map(abs),
    smape,
    ...(naive
      ? [naive.map((own, at) => (Number.isNaN(own) ? 0 : abs(error[at] ?? NaN))), naive.map(zeroed)]
      : []),
  ];
  const at = (sums: readonly number[], index: number): number => sums[index] ?? NaN;
  const variance = (s: readonly number[]): number => at(s, 5) - at(s, 4) ** 2 / at(s, 0);
  const explained = (rest: number, whole: number): number =>
    whole === 0 ? Number(rest === 0) : 1 - rest / whole;
  return {
    terms,
    metrics: [
      { metric: 'mae', of: s => at(s, 1) / at(s, 0) },
      { metric: 'rmse', of: s => Math.sqrt(at(s, 3) / at(s, 0)) },
      { metric: 'r2', of: s => explained(at(s, 3), variance(s)) },
      { metric: 'bias', of: s => at(s, 2) / at(s, 0) },
      { metric: 'mape', of: s => at(s, 6) / at(s, 0) },
      { metric: 'wape', of: s => at(s, 1) / at(s, 7) },
      ...(naive
        ? ([
            { metric: 'smape', of: s => at(s, 8) / at(s, 0) },
            { metric: 'mase', of: s => at(s, 9) / at(s, 10) },
          ] satisfies SummedMetrics['metrics'])
        : []),
    ],
  };
}

const zeroed = (value: number): number => (Number.isNaN(value) ? 0 : value);

/** The median of ascending values, with the order statistics that enclose it. */
function medianOf(ascending: Float64Array): Estimated {
  const n = ascending.length;
  const value = quantile(ascending, 0.5);
  const ranks = quantileRanks(n, 0.5, LEVEL);
  if (!ranks) return { value, n, noInterval: 'there are too few rows' };
  return {
    value,
    n,
    interval: {
      low: ascending[ranks.low - 1] ?? NaN,
      high: ascending[ranks.high - 1] ?? NaN,
      level: LEVEL,
      method: 'order-statistics',
    },
  };
}

/** The median by the rows' weights, with the interval of drawing them. */
async function drawnMedian(
  errors: Float64Array,
  rows: Uint32Array,
  context: Context,
  sampling: Sampling | undefined,
): Promise<Estimated> {
  const order = ascendingOrder(errors);
  const of = (weights: Float64Array): readonly number[] => [weightedMedian(errors, order, weights)];
  const n = errors.length;
  const [median] = await drawnEstimates(rows, context, { n: [n], of }, sampling);
  return median ?? { value: NaN, n, noInterval: 'its computation was stopped' };
}
