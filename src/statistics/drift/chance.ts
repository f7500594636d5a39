import chiSquaredQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { stabilityUnderNoDrift } from './stability';

/*
 * What measures of drift reach without any: values that two samples of one distribution, of n and m rows, exceed with
 * probability `1 - level`.
 */

/** Kolmogorov and Smirnov's distance, by the first term of Kolmogorov's limit: `√(-ln(α / 2) / 2 · (n + m) / nm)`. */
export function distanceUnderNoDrift(n: number, m: number, level = 0.95): number {
  return Math.min(1, Math.sqrt((-Math.log((1 - level) / 2) / 2) * ((n + m) / (n * m))));
}

/**
 * Jensen and Shannon's distance to base 2. Near no drift the divergence is an eighth of the stability index, as both are
 * quadratic in the difference of the shares.
 */
export function jensenShannonUnderNoDrift(n: number, m: number, bins: number, level = 0.95): number {
  return Math.min(1, Math.sqrt(stabilityUnderNoDrift(n, m, bins, level).quantile / 8 / Math.LN2));
}

/** Cramér's V of two rows: `√(χ² / (n + m))`. */
export function cramersVUnderNoDrift(n: number, m: number, df: number, level = 0.95): number {
  return df === 0 ? 0 : Math.min(1, Math.sqrt(chiSquaredQuantile(level, df) / (n + m)));
}
