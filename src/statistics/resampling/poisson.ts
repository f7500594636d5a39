import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** From this mean on the normal distribution stands for the Poisson one, rounded to whole numbers. */
const LARGE = 64;

/** A random number of the Poisson distribution: by inversion of its distribution function, from one uniform number. */
export function poisson(mean: number, random: () => number): number {
  const u = random();
  if (mean <= 0) return 0;
  if (mean >= LARGE) {
    const z = normalQuantile(Math.min(Math.max(u, 1e-16), 1 - 1e-16), 0, 1);
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * z));
  }
  let [count, term] = [0, Math.exp(-mean)];
  let sum = term;
  while (u > sum && count < 1000) {
    count += 1;
    term *= mean / count;
    sum += term;
  }
  return count;
}
