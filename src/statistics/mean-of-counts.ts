import { criticalValue } from './intervals/critical-value';
import type { Estimate } from './intervals/interval';
import { total } from './sums';

/** A value that so many rows have. */
export interface CountedNumber {
  readonly rows: number;
  readonly value: number;
}

/**
 * The mean of a value over rows of which only is known how many have which one, with the normal approximation of its interval:
 * `m ± z √(s² / n)`, s² the variance of the values.
 */
export function meanOfCounts(counted: readonly CountedNumber[], level = 0.95): Estimate {
  const n = total(counted.map(({ rows }) => rows));
  const value = total(counted.map(({ rows, value: own }) => rows * own)) / n;
  const variance = total(counted.map(({ rows, value: own }) => rows * (own - value) ** 2)) / (n - 1);
  const half = criticalValue(level) * Math.sqrt(variance / n);
  return { value, low: value - half, high: value + half };
}
