import type { ModelComparison, TestId } from '../../predictions/evaluation';
import { formatNumber, plural } from '../format';

/** The tests of differences, by name. */
export const TESTS: Readonly<Record<TestId, string>> = {
  fisher: 'Fisher’s exact test',
  'chi-squared': 'Pearson’s chi-squared test',
  welch: 'Welch’s t',
  'clustered-t': 'Student’s t by the variance between groups, or between weighted rows',
  'mcnemar-exact': 'McNemar’s exact test',
  mcnemar: 'McNemar’s mid-p test',
  'delong-paired': 'DeLong’s paired test',
  'paired-bootstrap': 'paired bootstrap',
  'paired-t': 'paired t',
  wilcoxon: 'Wilcoxon’s signed ranks',
  'diebold-mariano': 'Diebold and Mariano’s test, corrected for few forecasts',
};

/** Which test it was; of accuracies, also how many rows only one of the two gets right. */
export function testText({ test, discordant }: ModelComparison, own: string, rival: string): string {
  if (!discordant) return TESTS[test];
  const { onlyOwn, onlyRival } = discordant;
  return `${TESTS[test]}; ${plural(onlyOwn, 'row')} only ${own} gets right, ${formatNumber(onlyRival)} only ${rival}`;
}
