import type { ModelComparison, TestId } from '../../predictions/evaluation';
import { formatNumber, plural } from '../format';
import { titleOf } from './figure';

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
  sign: 'sign test',
  wilcoxon: 'Wilcoxon’s signed ranks',
  'diebold-mariano': 'Diebold and Mariano’s test, corrected for few forecasts',
};

/** What is compared; of forecasts that look ahead differently far, also how far. */
export function comparedTitle({ metric, horizon }: Pick<ModelComparison, 'metric' | 'horizon'>): string {
  return horizon === undefined ? titleOf({ metric }) : `${titleOf({ metric })}, ${horizon} ahead`;
}

/** Which test it was; of accuracies, also how many rows only one of the two gets right. */
export function testText(
  { test, discordant, unit }: Pick<ModelComparison, 'test' | 'discordant' | 'unit'>,
  own: string,
  rival: string,
): string {
  if (!discordant) return unit ? `${TESTS[test]}, over queries` : TESTS[test];
  const { onlyOwn, onlyRival } = discordant;
  return `${TESTS[test]}; ${counted(onlyOwn, unit)} only ${own} gets right, ${formatNumber(onlyRival)} only ${rival}`;
}

const counted = (count: number, unit: 'query' | undefined): string =>
  unit ? `${formatNumber(count)} ${count === 1 ? 'query' : 'queries'}` : plural(count, 'row');
