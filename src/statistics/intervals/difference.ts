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
  const estimate = ({ successes, n }: Share): Estimate => {
    const { low, high } = wilson(successes, n, level);
    return { value: successes / n, low, high };
  };
  return squareAndAdd(estimate(first), estimate(second));
}

/**
 * The difference of two independent estimates, first less second, from the interval of each: what both reach beyond their
 * values is squared and added (G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008). The level is that of the two.
 */
export function squareAndAdd(first: Estimate, second: Estimate): Estimate {
  const value = first.value - second.value;
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
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
