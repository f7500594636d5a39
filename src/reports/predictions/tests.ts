import type { TestId } from '../../predictions/evaluation';

/** The tests of differences, by name. */
export const TESTS: Readonly<Record<TestId, string>> = {
  fisher: 'Fisher’s exact test',
  'chi-squared': 'Pearson’s chi-squared test',
  welch: 'Welch’s t',
  'clustered-t': 'Student’s t by the variance between groups, or between weighted rows',
  'mcnemar-exact': 'McNemar’s exact test',
  mcnemar: 'McNemar’s mid-p test',
  'delong-paired': 'DeLong’s paired test',
  'paired-bootstrap': 'paired bootstrap of groups',
  'paired-t': 'paired t',
  wilcoxon: 'Wilcoxon’s signed ranks',
  'diebold-mariano': 'Diebold and Mariano’s test, corrected for few forecasts',
};
