import type { Cell, Row, Section } from '../document';
import type { ReportFacts } from '../facts';
import { formatNumber, plural } from '../format';
import { metricReadings, runName } from '../metric-readings';
import type { SplitRow } from '../split-values';
import { splitTable } from '../split-values';

/** More metrics are left out of the table. */
const MOST_ROWS = 60;

/** Each metric on training, validation and test rows side by side, with the gap between them. */
export function splits(facts: ReportFacts): Section {
  const section = { id: 'splits', title: 'Training, validation and test' };
  const all = splitTable(facts, metricReadings(facts));
  if (all.length === 0) {
    const missing =
      'No run reports a metric on two splits. Write the metrics of each split under its name, as in `{ "train": { "recall": 0.9 }, "test": { "recall": 0.8 } }`.';
    return { ...section, missing, blocks: [] };
  }
  const names = [...new Set(all.flatMap(({ figures }) => [...figures.keys()]))];
  const isOneRun = new Set(all.map(({ run }) => run)).size === 1;
  const more = Math.max(0, all.length - MOST_ROWS);
  return {
    ...section,
    summary: summaryOf(all),
    blocks: [
      {
        kind: 'table',
        id: 'splits-table',
        title: 'Metrics by split',
        columns: [
          { title: 'Metric' },
          ...names.map(title => ({ title, isNumber: true as const })),
          { title: 'Gap', isNumber: true },
        ],
        rows: all
          .slice(0, MOST_ROWS)
          .map(row => rowOf(row, names, isOneRun ? '' : ` (${runName(facts.metrics.table, row.run)})`)),
        note: 'The gap is training less test, or less validation where there is no test. Its interval holds for different rows.',
        ...(more > 0 && { more }),
      },
    ],
  };
}

function rowOf({ label, figures, gap }: SplitRow, names: readonly string[], of: string): Row {
  const cells: readonly Cell[] = names.map(name => figures.get(name) ?? '—');
  return { cells: [`${label}${of}`, ...cells, gap?.figure ?? '—'] };
}

function summaryOf(all: readonly SplitRow[]): string {
  const widest = all
    .flatMap(({ label, gap }) => (gap?.isShare === true && !Number.isNaN(gap.ahead) ? [{ label, gap }] : []))
    .sort((a, b) => b.gap.ahead - a.gap.ahead)[0];
  const counted = `${plural(all.length, 'metric')} on two splits or more`;
  return widest
    ? `${counted}; the widest gap is that of \`${widest.label}\`, ${formatNumber(Number(widest.gap.ahead.toFixed(4)))} between ${widest.gap.from} and ${widest.gap.to}.`
    : `${counted}.`;
}
