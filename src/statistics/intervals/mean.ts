import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Estimate } from './interval';

/**
 * The mean of independent values, such as scores of as many seeds, with Student's interval. NaN ends with fewer than two.
 * Scores of folds share their training rows and are not independent: see `correctedResampledT`.
 */
export function meanInterval(values: readonly number[], level = 0.95): Estimate {
  const n = values.length;
  const value = values.reduce((sum, own) => sum + own, 0) / n;
  const variance = values.reduce((sum, own) => sum + (own - value) ** 2, 0) / (n - 1);
  const half = tQuantile(1 - (1 - level) / 2, n - 1) * Math.sqrt(variance / n);
  return { value, low: value - half, high: value + half };
}
