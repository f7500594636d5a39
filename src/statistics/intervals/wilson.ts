import { criticalValue } from './critical-value';
import type { Interval } from './interval';

/**
 * Wilson's score interval of `successes` out of `n` at a two-sided confidence level (E. B. Wilson 1927; method 3 of
 * R. G. Newcombe, Statistics in Medicine 17, 1998). Unlike Wald's it stays inside [0, 1] and keeps near its level for small `n`
 * and for proportions near 0 or 1.
 *
 * `n` is positive, `successes` lies between 0 and `n`, `level` between 0 and 1.
 */
export function wilson(successes: number, n: number, level = 0.95): Interval {
  const z = criticalValue(level);
  const p = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return {
    // The formula gives 0 and 1 exactly here; rounding does not.
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  };
}
