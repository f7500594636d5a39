import { NO_PREDICTIONS } from '../../../src/predictions/facts';
import type { Ledger } from '../../../src/base/ledger';
import type { UnreadSource } from '../../../src/evidence/facts';
import { metricFactsOf } from '../../../src/evidence/metric-facts';
import { NO_HISTORY } from '../../../src/history/read';
import { parseManifest } from '../../../src/manifest/parse';
import { readMetrics } from '../../../src/metrics/read';
import { mergeTables } from '../../../src/metrics/select';
import type { ReportFacts } from '../../../src/reports/facts';
import { metricsReport } from '../../../src/reports/metrics-report';
import type { MetricRow, ReportView } from '../../../src/reports/view';

const NO_LOOKS: Ledger = {
  looks: [],
  count: 0,
  possible: [],
  chance: [],
  doubts: [],
  text: '0 looks at the test set',
};

/** The report of a project that is a manifest's `metrics` and the files that its runs wrote, in order. */
export function reportOf(...given: Parameters<typeof factsOf>): ReportView {
  return metricsReport(factsOf(...given));
}

/** What that report is made of. */
export function factsOf(
  metrics: string,
  files: Readonly<Record<string, string>>,
  more = '',
  unread: readonly UnreadSource[] = [],
  facts: Partial<ReportFacts> = {},
): ReportFacts {
  const text = `version: 1\nname: Fraud\nmetrics:\n${metrics.replace(/^/gm, '  ')}\n${more}`;
  const { value: manifest } = parseManifest('/p/holdout.yaml', text);
  const read = Object.entries(files).map(([file, content]) =>
    readMetrics(`/p/${file}`, new TextEncoder().encode(content)),
  );
  return {
    manifest,
    predictions: NO_PREDICTIONS,
    metrics: metricFactsOf({ table: mergeTables(read.map(({ value }) => value)), unread }),
    problems: read.flatMap(({ problems }) => problems),
    data: { state: 'off', reason: 'No data are read here.' },
    ledger: NO_LOOKS,
    history: NO_HISTORY,
    commits: { files: [], unknown: [] },
    changes: [],
    ...facts,
  };
}

/** The only row of a report with one metric. */
export function rowOf(metric: string, file: string, more = ''): MetricRow {
  const [row, second] = reportOf(metric, { 'reports/m.json': file }, more).metrics;
  if (!row || second) throw new Error('The manifest of this test names one metric.');
  return row;
}
