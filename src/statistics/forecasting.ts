import tCdf from '@stdlib/stats-base-dists-t-cdf';
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

export interface DieboldMariano {
  readonly statistic: number;
  /** The same, corrected for few forecasts by D. Harvey, S. Leybourne and P. Newbold (1997). */
  readonly corrected: number;
  /** Two-sided, by Student's t with n - 1 degrees of freedom. */
  readonly p: number;
}

/**
 * Are two forecasts of the same values equally good, by their squared errors (F. X. Diebold and R. S. Mariano 1995)?
 * `horizon` is how many steps ahead they look. Negative: the first is better.
 */
export function dieboldMariano(
  first: readonly number[],
  second: readonly number[],
  horizon = 1,
): DieboldMariano {
  const losses = first.map((error, at) => square(error) - square(second[at] ?? NaN));
  const n = losses.length;
  const centre = mean(losses);
  const autocovariance = (lag: number): number =>
    losses.slice(lag).reduce((sum, loss, at) => sum + (loss - centre) * ((losses[at] ?? NaN) - centre), 0) /
    n;
  let variance = autocovariance(0);
  for (let lag = 1; lag < horizon; lag++) variance += 2 * autocovariance(lag);
  const statistic = centre / Math.sqrt(variance / n);
  const corrected = statistic * Math.sqrt((n + 1 - 2 * horizon + (horizon * (horizon - 1)) / n) / n);
  return { statistic, corrected, p: 2 * tCdf(-Math.abs(corrected), n - 1) };
}

const square = (x: number): number => x * x;

function errorsOf(actual: readonly number[], forecast: readonly number[]): number[] {
  return actual.map((value, at) => value - (forecast[at] ?? NaN));
}
