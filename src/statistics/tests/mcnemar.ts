import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import chiSquaredCdf from '@stdlib/stats-base-dists-chisquare-cdf';

/** Two models on the same rows, of which the first alone is right in `b` and the second alone in `c`. */
export interface McNemar {
  /** Two-sided, from the binomial distribution: never too small. */
  readonly exact: number;
  /** The exact one less the probability of what was seen, half of it where both are seen equally often (M. W. Fagerland and others 2013). */
  readonly midP: number;
  readonly chiSquared: { readonly statistic: number; readonly p: number };
  /** With Edwards' correction for continuity. */
  readonly corrected: { readonly statistic: number; readonly p: number };
}

/** McNemar's test (1947): are both equally often right? Everything is 1 where no row tells them apart. */
export function mcnemar(b: number, c: number): McNemar {
  const n = b + c;
  if (n === 0) return NO_DIFFERENCE;
  const fewer = Math.min(b, c);
  const upTo = binomialCdf(fewer, n, 0.5);
  const exactly = fewer === 0 ? upTo : upTo - binomialCdf(fewer - 1, n, 0.5);
  return {
    exact: Math.min(1, 2 * upTo),
    midP: b === c ? 1 - exactly / 2 : Math.min(1, 2 * upTo - exactly),
    chiSquared: chiSquared((b - c) ** 2 / n),
    corrected: chiSquared(Math.max(0, Math.abs(b - c) - 1) ** 2 / n),
  };
}

const chiSquared = (statistic: number): { readonly statistic: number; readonly p: number } => ({
  statistic,
  p: 1 - chiSquaredCdf(statistic, 1),
});

const NO_DIFFERENCE: McNemar = {
  exact: 1,
  midP: 1,
  chiSquared: { statistic: 0, p: 1 },
  corrected: { statistic: 0, p: 1 },
};
