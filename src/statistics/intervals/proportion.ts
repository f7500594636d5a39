import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { criticalValue } from './critical-value';
import type { Interval } from './interval';
import { withinUnit } from './interval';

/*
 * Other intervals of a proportion than Wilson's, each of `successes` out of a positive `n` at a two-sided `level`. They are
 * compared by L. D. Brown, T. T. Cai and A. DasGupta, Statistical Science 16, 2001.
 */

/** The exact interval of Clopper and Pearson (1934): never under its level, and wider than need be. */
export function clopperPearson(successes: number, n: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    high: successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
  };
}

/** Agresti and Coull's (1998): Wald's, after adding `z²/2` successes and as many failures. */
export function agrestiCoull(successes: number, n: number, level = 0.95): Interval {
  const z = criticalValue(level);
  const rows = n + z * z;
  const p = (successes + (z * z) / 2) / rows;
  return withinUnit(p, z * Math.sqrt((p * (1 - p)) / rows));
}

/** The equal-tailed interval of the posterior under Jeffreys' prior, Beta(½, ½). */
export function jeffreys(successes: number, n: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  const [a, b] = [successes + 0.5, n - successes + 0.5];
  return { low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) };
}

/** Wald's, `p ± z √(p(1-p)/n)`: for comparison only. It is empty at 0 and 1, and far under its level near them. */
export function wald(successes: number, n: number, level = 0.95): Interval {
  const p = successes / n;
  return withinUnit(p, criticalValue(level) * Math.sqrt((p * (1 - p)) / n));
}

/**
 * The upper bound, at one-sided level 0.95, of a proportion of which `n` rows showed no case: `exact` solves
 * `(1 - p)^n = 0.05`, `approximate` is the rule of three.
 */
export function noneOf(n: number): { readonly exact: number; readonly approximate: number } {
  return { exact: 1 - 0.05 ** (1 / n), approximate: 3 / n };
}
