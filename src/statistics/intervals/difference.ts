import type { Estimate } from './interval';
import { wilson } from './wilson';

/** `successes` out of `n`. */
export interface Share {
  readonly successes: number;
  readonly n: number;
}

/**
 * The difference of two independent proportions, first less second, with Newcombe's hybrid score interval (method 10 of
 * R. G. Newcombe, Statistics in Medicine 17, 1998), which is made of the two Wilson intervals.
 */
export function newcombe(first: Share, second: Share, level = 0.95): Estimate {
  const [p, q] = [first.successes / first.n, second.successes / second.n];
  const [a, b] = [wilson(first.successes, first.n, level), wilson(second.successes, second.n, level)];
  return {
    value: p - q,
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}

/**
 * The smallest difference of two proportions near `p`, each of `n` rows, that a two-sided test at level 0.05 finds with
 * power 0.8: `(1.96 + 0.8416) √(2p(1-p)/n)`.
 */
export function detectableDifference(p: number, n: number): number {
  return (Z_LEVEL + Z_POWER) * Math.sqrt((2 * p * (1 - p)) / n);
}

const Z_LEVEL = 1.959963984540054;
const Z_POWER = 0.8416212335729143;
