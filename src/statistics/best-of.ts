import cdf from '@stdlib/stats-base-dists-normal-cdf';
import { criticalValue } from './intervals/critical-value';

/**
 * What the best of several scores gains by chance alone: the expected maximum of `k` independent scores, each the share of
 * successes among the same number `n` of rows, around one true value, less that value.
 *
 * A share of `n` rows scatters around its true value `p` with the binomial standard error sqrt(p (1 - p) / n), and about
 * normally; the expected maximum of `k` standard normal values is {@link expectedMaximum}. `p` is not known: the observed
 * share stands for it, drawn to the middle as in Wilson's interval, (successes + z²/2) / (n + z²) with z = 1.96 (A. Agresti and
 * B. A. Coull, The American Statistician 52, 1998), so that 20 of 20 has an error, too. Scores of models that resemble each
 * other scatter together, and gain less: this is the most that can be expected.
 *
 * @param successes between 0 and `n`
 * @param n a positive number of rows
 * @param k a positive number of scores
 */
export function luckOfBest(successes: number, n: number, k: number): number {
  const square = criticalValue(0.95) ** 2;
  const p = (successes + square / 2) / (n + square);
  return expectedMaximum(k) * Math.sqrt((p * (1 - p)) / n);
}

/** Half the width of the integration; beyond it the normal distribution holds less than a double can tell. */
const REACH = 9;
const STEPS = 1800;

/**
 * The expected maximum of `k` independent standard normal values: the integral over x of 1 - F(x)^k for positive x, less that of F(x)^k
 * for negative x, with F the normal distribution function (H. A. David and H. N. Nagaraja, Order Statistics, 2003,
 * section 3.1). By Simpson's rule; exact to six digits up to a million values.
 */
export function expectedMaximum(k: number): number {
  if (k <= 1) return 0;
  const integrand = (x: number): number => {
    // 1 - F(x)^k without the loss of digits that F(x) close to 1 brings.
    const above = -Math.expm1(k * Math.log1p(-cdf(-x, 0, 1)));
    return above - cdf(-x, 0, 1) ** k;
  };
  const step = REACH / STEPS;
  let sum = integrand(0) + integrand(REACH);
  for (let i = 1; i < STEPS; i++) sum += (i % 2 === 1 ? 4 : 2) * integrand(i * step);
  return (sum * step) / 3;
}
