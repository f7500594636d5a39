import type { ColumnDrift } from '../../data/profile';
import type { DriftStatistic } from '../../manifest/evidence';
import {
  cramersVUnderNoDrift,
  distanceUnderNoDrift,
  jensenShannonUnderNoDrift,
} from '../../statistics/drift/chance';
import { stabilityUnderNoDrift } from '../../statistics/drift/stability';

/** A statistic of one column, and what it reaches by chance. */
export interface DriftMeasure {
  readonly column: ColumnDrift;
  readonly value: number;
  /** What it stays below in `level` of comparisons without drift. */
  readonly chance: (level: number) => number;
  /** Of the statistic's test, where it has one. */
  readonly p?: number;
}

/** What a statistic is called in sentences. */
export const DRIFT_WORDS: Readonly<Record<DriftStatistic, string>> = {
  psi: 'PSI',
  ks: 'Kolmogorov-Smirnov distance',
  js: 'Jensen-Shannon distance (base 2)',
  chi2: "Cramér's V",
};

/** The columns that a statistic is of, each with its value. */
export function measuresOf(
  statistic: DriftStatistic,
  columns: readonly ColumnDrift[],
): readonly DriftMeasure[] {
  return columns.flatMap(column => measureOf(statistic, column) ?? []);
}

function measureOf(statistic: DriftStatistic, column: ColumnDrift): DriftMeasure | undefined {
  const { rows, bins, psi, js, ks, chi2 } = column;
  const [n, m] = rows;
  switch (statistic) {
    case 'psi':
      return { column, value: psi, chance: level => stabilityUnderNoDrift(n, m, bins, level).quantile };
    case 'js':
      return { column, value: js, chance: level => jensenShannonUnderNoDrift(n, m, bins, level) };
    case 'ks':
      return (
        ks && { column, value: ks.distance, p: ks.p, chance: level => distanceUnderNoDrift(n, m, level) }
      );
    case 'chi2':
      return (
        chi2 && {
          column,
          value: chi2.cramersV,
          p: chi2.p,
          chance: level => cramersVUnderNoDrift(n, m, chi2.df, level),
        }
      );
  }
}
