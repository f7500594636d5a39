import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';

/** The quantile of ascending values by linear interpolation: type 7 of Hyndman and Fan, NumPy's and R's default. */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  const at = (ascending.length - 1) * p;
  const below = Math.floor(at);
  const low = ascending[below] ?? NaN;
  const high = ascending[below + 1] ?? low;
  return low + (at - below) * (high - low);
}

/** The least value with at least the share `p` of all values at or below it, as histograms of latency report. */
export function nearestRank(ascending: ArrayLike<number>, p: number): number {
  return ascending[Math.max(0, Math.ceil(p * ascending.length) - 1)] ?? NaN;
}

/** So few values have a quantile `p` that is more than their extreme: 100 for the 99th percentile. */
export function leastForQuantile(p: number): number {
  return Math.ceil(1 / (1 - p) - 1e-9);
}

/**
 * The ranks, counted from 1, of the order statistics that enclose the quantile `p` of the distribution from which `n` values
 * were drawn: how many values lie below it is binomial (H. A. David, Order Statistics). Undefined when there are too few
 * values for both ends.
 */
export function quantileRanks(
  n: number,
  p: number,
  level = 0.95,
): { readonly low: number; readonly high: number } | undefined {
  const tail = (1 - level) / 2;
  const below = leastWith(n, count => binomialCdf(count, n, p) > tail);
  const above = leastWith(n, count => binomialCdf(count, n, p) >= 1 - tail);
  return below >= 1 && above + 1 <= n ? { low: below, high: above + 1 } : undefined;
}

/** The least count up to `n` that satisfies what all greater ones satisfy, too. */
function leastWith(n: number, holds: (count: number) => boolean): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
