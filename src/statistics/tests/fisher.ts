/**
 * Fisher's exact test of a 2 × 2 table, two-sided: the probability, with the margins as they are, of all tables that are not
 * more probable than this one (as scipy's `fisher_exact` and R's `fisher.test` have it).
 */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  const [row, column, n] = [a + b, a + c, a + b + c + d];
  const logs = logFactorials(n);
  const log = (k: number): number => logs[k] ?? NaN;
  const fixed = log(row) + log(n - row) + log(column) + log(n - column) - log(n);
  const probability = (k: number): number =>
    Math.exp(fixed - log(k) - log(row - k) - log(column - k) - log(n - row - column + k));
  const own = probability(a) * (1 + 1e-7);
  let p = 0;
  for (let k = Math.max(0, row + column - n); k <= Math.min(row, column); k++) {
    const one = probability(k);
    if (one <= own) p += one;
  }
  return Math.min(1, p);
}

function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k++) logs[k] = (logs[k - 1] ?? 0) + Math.log(k);
  return logs;
}
