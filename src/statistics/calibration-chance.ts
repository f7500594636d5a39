import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { quantile } from './intervals/quantiles';
import { mulberry32 } from './resampling/random';

/** Of one bin of a reliability diagram: its rows, and the sum of `p (1 - p)` over them. */
export interface BinOfChance {
  readonly n: number;
  readonly predicted: number;
  readonly variance: number;
}

/**
 * The quantile of the expected calibration error if every probability were exactly right: rows are positive with their own
 * probability, and the bins' shares scatter around it. Each bin's share is drawn from the normal distribution of that
 * mean and variance, cut to [0, 1]. What is measured below this quantile is no sign of bad calibration.
 */
export function chanceOfCalibrationError(
  bins: readonly BinOfChance[],
  { replicates, seed, level }: { readonly replicates: number; readonly seed: number; readonly level: number },
): number {
  const random = mulberry32(seed);
  const rows = bins.reduce((sum, { n }) => sum + n, 0);
  const errors = Float64Array.from({ length: replicates }, () =>
    bins.reduce((sum, { n, predicted, variance }) => {
      const z = normalQuantile(Math.min(1 - 1e-16, Math.max(1e-16, random())), 0, 1);
      const observed = Math.min(1, Math.max(0, predicted + (z * Math.sqrt(variance)) / n));
      return sum + (n / rows) * Math.abs(observed - predicted);
    }, 0),
  );
  return quantile(errors.sort(), level);
}
