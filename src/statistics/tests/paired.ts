import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { midRanks } from '../ranking/order';

/** A statistic with its two-sided p value. */
export interface TestResult {
  readonly statistic: number;
  readonly p: number;
}

/** Student's t of the differences of two scores on the same rows, queries or seeds. NaN with fewer than two. */
export function pairedT(differences: readonly number[]): TestResult {
  return studentT(differences, 1 / differences.length);
}

/**
 * Scores of two models on the same folds or resplits, which share training rows and are not independent: the corrected
 * t of C. Nadeau and Y. Bengio (Machine Learning 52, 2003), with the variance `(1/k + n_test/n_train) s²`.
 *
 * @param testOverTrain rows of a test fold over those of its training part
 */
export function correctedResampledT(differences: readonly number[], testOverTrain: number): TestResult {
  return studentT(differences, 1 / differences.length + testOverTrain);
}

function studentT(differences: readonly number[], scale: number): TestResult {
  const n = differences.length;
  const mean = differences.reduce((sum, value) => sum + value, 0) / n;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const statistic = mean / Math.sqrt(scale * variance);
  return { statistic, p: 2 * tCdf(-Math.abs(statistic), n - 1) };
}

/** Wilcoxon's signed-rank test (1945) by its normal approximation, corrected for ties; differences of 0 are left out. */
export function wilcoxonSignedRank(differences: readonly number[]): TestResult {
  const own = differences.filter(value => value !== 0);
  const n = own.length;
  const ranks = midRanks(own.map(Math.abs));
  const positive = own.reduce((sum, value, at) => (value > 0 ? sum + (ranks[at] ?? 0) : sum), 0);
  const statistic = Math.min(positive, (n * (n + 1)) / 2 - positive);
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - tieCorrection(ranks) / 48;
  const z = (statistic - (n * (n + 1)) / 4) / Math.sqrt(variance);
  return { statistic, p: Math.min(1, 2 * normalCdf(z, 0, 1)) };
}

/** The sum of `t³ - t` over groups of `t` equal ranks. */
function tieCorrection(ranks: Float64Array): number {
  const groups = new Map<number, number>();
  for (const rank of ranks) groups.set(rank, (groups.get(rank) ?? 0) + 1);
  return [...groups.values()].reduce((sum, t) => sum + t ** 3 - t, 0);
}
