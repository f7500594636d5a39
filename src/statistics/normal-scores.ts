import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** What `n` values of the standard normal distribution look like: its quantiles at `(i - 1/2) / n`, ascending. */
export function normalScores(n: number): readonly number[] {
  return Array.from({ length: n }, (_, at) => normalQuantile((at + 0.5) / n, 0, 1));
}
