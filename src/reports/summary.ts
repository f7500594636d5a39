import { plural } from './format';
import type { MetricRow, ReportSummary } from './view';

/** How many metrics have which verdict. */
export function summaryOf(rows: readonly MetricRow[]): ReportSummary {
  const count = (verdict: MetricRow['verdict']): number => rows.filter(row => row.verdict === verdict).length;
  const counts = {
    met: count('met'),
    notMet: count('not met'),
    undecided: count('undecided'),
    unknown: count('unknown'),
  };
  return { ...counts, text: summaryText(rows.length, counts) };
}

function summaryText(all: number, counts: Omit<ReportSummary, 'text'>): string {
  if (all === 0) return 'The manifest names no metrics.';
  const parts = [
    [counts.notMet, 'not met'],
    [counts.undecided, 'undecided'],
    [counts.unknown, 'unknown'],
  ] as const;
  const rest = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  return `${counts.met} of ${plural(all, 'metric')} met${rest.length > 0 ? `, ${rest.join(', ')}` : ''}.`;
}
