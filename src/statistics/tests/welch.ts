import tCdf from '@stdlib/stats-base-dists-t-cdf';
import type { TestResult } from './paired';

/** Number, mean and variance (with n - 1) of independent values. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** B. L. Welch's t (Biometrika 34, 1947): do two sets of values of different variance have one mean? NaN with fewer than two. */
export function welch(first: Moments, second: Moments): TestResult & { readonly df: number } {
  const [a, b] = [first.variance / first.n, second.variance / second.n];
  const statistic = (first.mean - second.mean) / Math.sqrt(a + b);
  const df = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  return { statistic, df, p: 2 * tCdf(-Math.abs(statistic), df) };
}

export function momentsOf(values: ArrayLike<number>): Moments {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] ?? NaN;
  const mean = sum / values.length;
  let squares = 0;
  for (let at = 0; at < values.length; at++) squares += ((values[at] ?? NaN) - mean) ** 2;
  return { n: values.length, mean, variance: squares / (values.length - 1) };
}
