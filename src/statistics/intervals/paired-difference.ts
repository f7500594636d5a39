import type { Estimate } from './interval';
import { wilson } from './wilson';

/** Rows by whether the first and the second of two models is right. */
export interface PairedShares {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * The difference of two proportions of the same rows, first less second, with Newcombe's square-and-add interval, which
 * takes account of their correlation (method 10 of R. G. Newcombe, Statistics in Medicine 17, 1998, pages 2635–2650, with
 * φ corrected as there).
 */
export function pairedNewcombe(
  { both, onlyFirst, onlySecond, neither }: PairedShares,
  level = 0.95,
): Estimate {
  const n = both + onlyFirst + onlySecond + neither;
  const [p, q] = [(both + onlyFirst) / n, (both + onlySecond) / n];
  const [first, second] = [wilson(both + onlyFirst, n, level), wilson(both + onlySecond, n, level)];
  const phi = correlation(both, onlyFirst, onlySecond, neither);
  const reach = (a: number, b: number): number => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  return {
    value: p - q,
    low: p - q - reach(p - first.low, second.high - q),
    high: p - q + reach(first.high - p, q - second.low),
  };
}

function correlation(a: number, b: number, c: number, d: number): number {
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (margins === 0) return 0;
  const n = a + b + c + d;
  const shared = a * d - b * c;
  // With Newcombe's correction for continuity where the correlation is positive.
  const corrected = shared > n / 2 ? shared - n / 2 : shared < 0 ? shared : 0;
  return corrected / Math.sqrt(margins);
}
