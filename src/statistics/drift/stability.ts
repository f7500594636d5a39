import chiSquaredQuantile from '@stdlib/stats-base-dists-chisquare-quantile';

/**
 * The population stability index of two distributions over the same bins, `Σ (current - reference) ln(current / reference)`
 * (N. Siddiqi 2006). Shares under `floor` are raised to it: an empty bin makes the index as large as the floor is small, so
 * say which floor.
 */
export function stabilityIndex(
  reference: readonly number[],
  current: readonly number[],
  floor: number,
): number {
  return reference.reduce((sum, share, bin) => {
    const before = Math.max(share, floor);
    const now = Math.max(current[bin] ?? 0, floor);
    return sum + (now - before) * Math.log(now / before);
  }, 0);
}

/**
 * The index that two samples of the same distribution exceed with probability `1 - level`, and its mean:
 * `(1/n + 1/m) χ²` with `bins - 1` degrees of freedom (B. Yurdakul and J. Naranjo 2020).
 */
export function stabilityUnderNoDrift(
  n: number,
  m: number,
  bins: number,
  level = 0.95,
): { readonly mean: number; readonly quantile: number } {
  const scale = 1 / n + 1 / m;
  return { mean: scale * (bins - 1), quantile: scale * chiSquaredQuantile(level, bins - 1) };
}
