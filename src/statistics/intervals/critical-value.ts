import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** How many standard errors a two-sided interval of this level reaches: 1.96 for 0.95. `level` lies between 0 and 1. */
export function criticalValue(level: number): number {
  return quantile(1 - (1 - level) / 2, 0, 1);
}
