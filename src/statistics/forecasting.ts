import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Estimate } from './intervals/interval';
import { mean } from './sums';

/**
 * Errors of a forecast scaled by those, in the training series, of repeating the value of `season` steps before
 * (R. J. Hyndman and A. B. Koehler, International Journal of Forecasting 22, 2006): under 1 is better than that.
 */
export function scaledErrors(
  train: readonly number[],
  actual: readonly number[],
  forecast: readonly number[],
  season: number,
): { readonly mase: number; readonly rmsse: number } {
  const naive = train.slice(season).map((value, at) => value - (train[at] ?? NaN));
  const errors = errorsOf(actual, forecast);
  return {
    mase: mean(errors.map(Math.abs)) / mean(naive.map(Math.abs)),
    rmsse: Math.sqrt(mean(errors.map(square)) / mean(naive.map(square))),
  };
}

/** The mean of `200 |error| / (|actual| + |forecast|)`, in percent. */
export function smape(actual: readonly number[], forecast: readonly number[]): number {
  return mean(
    actual.map((value, at) => {
      const predicted = forecast[at] ?? NaN;
      const size = Math.abs(value) + Math.abs(predicted);
      return size === 0 ? 0 : (200 * Math.abs(value - predicted)) / size;
    }),
  );
}

/** All errors over all values: a fraction that single values near 0 do not blow up. */
export function wape(actual: readonly number[], forecast: readonly number[]): number {
  return mean(errorsOf(actual, forecast).map(Math.abs)) / mean(actual.map(Math.abs));
}

/** What the last season of the training series forecasts. */
export function seasonalNaive(train: readonly number[], season: number, steps: number): readonly number[] {
  const last = train.slice(-season);
  return Array.from({ length: steps }, (_, at) => last[at % season] ?? NaN);
}

/** `value`, `low` and `high` are of the mean difference of losses, first less second. */
export interface DieboldMariano extends Estimate {
  readonly statistic: number;
  /** The same, corrected for few forecasts by D. Harvey, S. Leybourne and P. Newbold (1997). */
  readonly corrected: number;
  /** Two-sided, by Student's t with n - 1 degrees of freedom. */
  readonly p: number;
}

/** What an error costs. */
export type Loss = 'squared' | 'absolute';

/**
 * Are two forecasts of the same values equally good (F. X. Diebold and R. S. Mariano 1995)? `horizon` is how many steps ahead
 * they look: losses of overlapping forecasts depend on each other up to so many steps less one. Negative: the first is better.
 */
export function dieboldMariano(
  first: readonly number[],
  second: readonly number[],
  { horizon = 1, loss = 'squared', level = 0.95 }: DieboldMarianoOptions = {},
): DieboldMariano {
  const lossOf = loss === 'squared' ? square : Math.abs;
  const differences = first.map((error, at) => lossOf(error) - lossOf(second[at] ?? NaN));
  const n = differences.length;
  const value = mean(differences);
  const error = Math.sqrt(longRunVariance(differences, horizon) / n);
  const few = Math.sqrt((n + 1 - 2 * horizon + (horizon * (horizon - 1)) / n) / n);
  const statistic = value / error;
  const half = (tQuantile((1 + level) / 2, n - 1) * error) / few;
  return {
    statistic,
    corrected: statistic * few,
    p: 2 * tCdf(-Math.abs(statistic * few), n - 1),
    value,
    low: value - half,
    high: value + half,
  };
}

export interface DieboldMarianoOptions {
  readonly horizon?: number;
  readonly loss?: Loss;
  readonly level?: number;
}

/**
 * The variance of a mean, times n, of values that depend on each other up to `horizon - 1` steps. Plain autocovariances may add
 * up to less than nothing; then nearer ones count more, which cannot (M. S. Bartlett's weights; W. K. Newey and K. D. West 1987).
 */
function longRunVariance(values: readonly number[], horizon: number): number {
  const centre = mean(values);
  const autocovariance = (lag: number): number =>
    values.slice(lag).reduce((sum, value, at) => sum + (value - centre) * ((values[at] ?? NaN) - centre), 0) /
    values.length;
  const lags = Array.from({ length: horizon - 1 }, (_, at) => autocovariance(at + 1));
  const own = autocovariance(0);
  const plain = own + 2 * lags.reduce((sum, one) => sum + one, 0);
  if (plain > 0) return plain;
  return own + 2 * lags.reduce((sum, one, at) => sum + (1 - (at + 1) / horizon) * one, 0);
}

const square = (x: number): number => x * x;

function errorsOf(actual: readonly number[], forecast: readonly number[]): number[] {
  return actual.map((value, at) => value - (forecast[at] ?? NaN));
}
