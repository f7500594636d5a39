import type { Place } from '../base/place';
import { measureSpec, type MeasureContext, type Measured } from '../evidence/measure';
import { metricFactsOf } from '../evidence/metric-facts';
import { BROKEN_SEAL } from '../history/seal';
import type { Manifest, MetricSpec } from '../manifest/model';
import type { Counts } from '../metrics/counts';
import { isFraction, knownDirection } from '../metrics/names';
import type { MetricTable, Run } from '../metrics/table';
import { beatsBaseline } from '../statistics/baseline';
import { wilson } from '../statistics/intervals/wilson';
import type { Notice } from './document';
import type { ReportFacts } from './facts';
import { formatInterval, formatTarget, plural, withUnit } from './format';
import { sectionsOf } from './sections';
import { judge } from './verdict';
import type { BaselineView, IntervalView, MetricRow, ReportSummary, ReportView, SourceRow } from './view';

const LEVEL = 0.95;
/** Under so few rows an interval is honest, but hardly narrower than a guess. */
const FEW_ROWS = 30;

/** The metric report of a project: each metric of the manifest against its target and baseline. */
export function metricsReport(facts: ReportFacts): ReportView {
  const { manifest, metrics: read } = facts;
  const context = { manifest, facts: { metrics: metricFactsOf(read) } };
  const rows = manifest.metrics.map(spec => metricRow(facts, context, spec));
  const metrics = rows.map(({ row }) => row);
  return {
    project: { name: manifest.name, file: manifest.file },
    summary: summary(metrics),
    metrics,
    sections: sectionsOf(facts),
    notices: [...sealNotices(manifest), ...fileNotices(facts), ...rows.flatMap(({ notices }) => notices)],
    sources: read.table.runs.map(run => sourceRow(manifest, read.table, run)),
  };
}

interface RowWithNotices {
  readonly row: MetricRow;
  readonly notices: readonly Notice[];
}

function metricRow(facts: ReportFacts, context: MeasureContext, spec: MetricSpec): RowWithNotices {
  const { manifest } = facts;
  const declared = { file: manifest.file, range: spec.range };
  const shared = sharedPart(spec, declared);
  const measured = measureSpec(context, spec);
  if (!measured.ok) {
    const { kind, reason } = measured.failure;
    const baseline = spec.baseline === undefined ? undefined : baselineView(spec, spec.baseline);
    const row: MetricRow = {
      ...shared,
      text: '—',
      ...(spec.split !== undefined && { split: spec.split }),
      ...(baseline && { baseline }),
      verdict: 'unknown',
      reason: kind === 'unread' ? 'No value.' : reason,
    };
    // What is wrong with a file is said once, for all of its metrics.
    const ofFile = kind === 'unread' || kind === 'malformed';
    return { row, notices: ofFile ? [] : [{ severity: 'warning', message: reason, place: declared }] };
  }
  const row = measuredRow(facts, spec, shared, measured.value);
  return { row, notices: noticesOn(row, measured.value, facts.metrics.table) };
}

type SharedPart = Pick<
  MetricRow,
  'name' | 'kind' | 'direction' | 'declared' | 'unit' | 'proportion' | 'target'
>;

function sharedPart(spec: MetricSpec, declared: Place): SharedPart {
  const { target, unit } = spec;
  return {
    name: spec.name,
    kind: spec.kind,
    direction: spec.direction ?? knownDirection(spec.name) ?? 'unknown',
    declared,
    ...(unit !== undefined && { unit }),
    ...(spec.kind === 'model' && isFraction(spec.name) && { proportion: true as const }),
    ...(target && { target: { ...target, text: formatTarget(target.op, target.value, unit) } }),
  };
}

function measuredRow(
  { manifest, metrics: { table } }: ReportFacts,
  spec: MetricSpec,
  shared: SharedPart,
  measured: Measured,
): MetricRow {
  const { value, place, parts } = measured;
  const [first] = parts;
  const interval = measured.counts && intervalView(measured.counts);
  const baseline =
    spec.baseline === undefined ? undefined : baselineView(spec, spec.baseline, value, interval);
  const split = spec.expr === undefined ? (first?.split ?? spec.split) : undefined;
  return {
    ...shared,
    ...(Number.isFinite(value) && { value }),
    text: withUnit(value, spec.unit),
    ...(split !== undefined && { split }),
    ...(baseline && { baseline }),
    ...(interval && { interval }),
    ...judge(spec, value, interval),
    source: { place, run: runName(table, first?.run), path: relative(manifest, place.file) },
  };
}

function intervalView({ successes, n }: Counts): IntervalView {
  const { low, high } = wilson(successes, n, LEVEL);
  return { low, high, level: LEVEL, method: 'Wilson', successes, n, text: formatInterval(low, high) };
}

function baselineView(
  spec: MetricSpec,
  baseline: number,
  value = NaN,
  interval?: IntervalView,
): BaselineView {
  const direction = spec.direction ?? knownDirection(spec.name) ?? 'unknown';
  const beaten = beatsBaseline(value, baseline, direction);
  const ends = interval ? [interval.low, interval.high] : [];
  const sure = ends.length > 0 && ends.every(end => beatsBaseline(end, baseline, direction) === beaten);
  return { value: baseline, text: withUnit(baseline, spec.unit), beaten, sure };
}

function noticesOn(row: MetricRow, measured: Measured, table: MetricTable): readonly Notice[] {
  const at = row.source?.place ?? row.declared;
  const remarks = remarksOn(row, measured, table);
  const doubts = doubtsOn(row, measured.value);
  return [...doubts, ...remarks.map((message): Notice => ({ severity: 'information', message }))].map(
    notice => ({ ...notice, place: at }),
  );
}

/** What the reader should know about how the value was found. */
function remarksOn(
  { name, source, split }: MetricRow,
  { splitAssumed, others }: Measured,
  table: MetricTable,
): readonly string[] {
  const path = source?.path ?? 'The source';
  const runs = [...new Set(others.map(({ run }) => runName(table, run)))];
  return [
    splitAssumed &&
      `${path} does not say which split \`${name}\` is of; it is taken as ${split ?? 'asked for'}.`,
    runs.length > 0 &&
      `\`${name}\` is also in ${plural(runs.length, 'later run')} (${runs.slice(0, 3).join(', ')}${runs.length > 3 ? ' …' : ''}); that of ${source?.run ?? 'the first'} counts. Narrow \`runs\` in the manifest to choose another.`,
  ].filter(remark => remark !== false);
}

function doubtsOn(row: MetricRow, value: number): readonly Notice[] {
  const { name, text, interval, baseline } = row;
  const doubts: Notice[] = [];
  if (!Number.isFinite(value)) {
    const message = `\`${name}\` is ${text}: the training diverged, or it was computed on nothing.`;
    doubts.push({ severity: 'error', message });
  } else if (row.target && row.verdict === 'unknown') {
    doubts.push({ severity: 'warning', message: `\`${name}\`: ${row.reason}` });
  }
  if (baseline?.beaten === false) {
    const message = `\`${name}\` is ${text} and does not beat its baseline of ${baseline.text}.`;
    doubts.push({ severity: 'warning', message });
  }
  if (interval && interval.n < FEW_ROWS) {
    const width = (interval.high - interval.low).toFixed(2);
    const message = `\`${name}\` rests on ${plural(interval.n, 'row')}, so its interval is ${width} wide. A larger test set would say more.`;
    doubts.push({ severity: 'warning', message });
  }
  return doubts;
}

function runName(table: MetricTable, id: string | undefined): string {
  return table.runs.find(run => run.id === id)?.name ?? 'unknown run';
}

/** What was edited since the targets were sealed: a target that moved is no target. */
function sealNotices({ problems }: Manifest): readonly Notice[] {
  return problems.flatMap(({ code, message, place }): Notice[] =>
    code === BROKEN_SEAL ? [{ severity: 'warning', message, place }] : [],
  );
}

function fileNotices({ manifest, problems, metrics: { unread } }: ReportFacts): readonly Notice[] {
  return [
    ...unread.map(({ source, reason, place }): Notice => ({
      severity: 'warning',
      message: unreadMessage(relative(manifest, source), reason),
      ...(place && { place }),
    })),
    ...problems.map(({ severity, message, place }): Notice => ({
      severity,
      message: `${relative(manifest, place.file)}: ${message}`,
      place,
    })),
  ];
}

/** `reports/metrics.json is not there. …` */
function unreadMessage(path: string, reason: string): string {
  const said = reason.startsWith('it ') ? `${path} ${reason.slice('it '.length)}` : `${path}: ${reason}`;
  return `${said.replace(/\.$/, '')}. The metrics that it should hold have no value.`;
}

function sourceRow(manifest: Manifest, table: MetricTable, run: Run): SourceRow {
  return {
    run: run.name,
    file: run.file,
    path: relative(manifest, run.file),
    ...(run.time !== undefined && { time: run.time }),
    values: table.values.filter(value => value.run === run.id).length,
  };
}

function relative({ root }: Manifest, file: string): string {
  return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;
}

function summary(rows: readonly MetricRow[]): ReportSummary {
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
