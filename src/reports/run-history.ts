import { measureSpec } from '../evidence/measure';
import type { MetricFacts } from '../evidence/facts';
import { metricFactsOf } from '../evidence/metric-facts';
import { relativeTo } from '../evidence/words';
import type { MetricSpec } from '../manifest/model';
import type { Counts } from '../metrics/counts';
import { canonicalName, lastPart, takeSplit } from '../metrics/names';
import type { MetricHistory } from '../metrics/revisions';
import type { MetricTable, MetricValue, Run } from '../metrics/table';
import { parseTime } from '../metrics/time-inside';
import { ofRun } from './by-run';
import type { Sureness } from './certainty';
import { surenessOf } from './certainty';
import type { Certainty, Linked } from './document';
import type { ReportFacts } from './facts';
import { linkTo, NO_COUNTS, shareCertainty } from './figures';
import { ofFacts } from './of-facts';
import { runNames } from './run-names';

/** A metric of the manifest at one run or commit. */
export interface HistoryPoint {
  /** The run's id; absent for a commit. */
  readonly run?: string;
  readonly name: string;
  /** Milliseconds since 1970-01-01 UTC, where it is known. */
  readonly time?: number;
  readonly value: number;
  readonly certainty: Certainty;
  readonly n?: number;
  readonly counts?: Counts;
  readonly source?: Linked;
  /** What there is to say of it: a commit's subject. */
  readonly note?: string;
}

/** So many runs are asked; of more, the latest. */
export const MOST_POINTS = 200;

const overRunsOf = ofFacts(() => new Map<MetricSpec, readonly HistoryPoint[]>());

/** A metric over the latest runs that have it: oldest first where each says when it ran, else in their order. */
export function overRuns(facts: ReportFacts, spec: MetricSpec): readonly HistoryPoint[] {
  const known = overRunsOf(facts);
  const points =
    known.get(spec) ?? inOrder(latestRuns(facts).flatMap(run => pointOf(facts, spec, run) ?? []));
  known.set(spec, points);
  return points;
}

/** Another file without a time, and without the metric, takes no order from these. */
const inOrder = (points: readonly HistoryPoint[]): readonly HistoryPoint[] =>
  areTimed(points) ? [...points].sort((a, b) => (a.time ?? 0) - (b.time ?? 0)) : points;

/** Follows the metrics of the manifest over the runs, one a step. */
export function* readHistories(facts: ReportFacts): Generator<void, void> {
  latestRuns(facts);
  yield;
  for (const spec of facts.manifest.metrics) {
    overRuns(facts, spec);
    yield;
  }
}

/** A run, and the table that it belongs to. */
export interface RunOf {
  readonly run: Run;
  readonly table: MetricTable;
  /** What it says, by itself. */
  readonly own: () => MetricFacts;
}

/** The latest runs, oldest first; where one has no time, in the order of the manifest, what counts first last. */
export const latestRuns = ofFacts(({ metrics: { table, passedOver } }): readonly RunOf[] => {
  const counted = new Set(table.runs.map(({ id }) => id));
  const others = passedOver.runs.filter(({ id }) => !counted.has(id));
  const inTable = (of: MetricTable) => (run: Run) => ({ run, table: of, time: timeOf(run) });
  const all = [...table.runs.map(inTable(table)), ...others.map(inTable(passedOver))].reverse();
  const isTimed = all.every(({ time }) => time !== undefined);
  if (isTimed) all.sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
  return all.slice(-MOST_POINTS).map(one => ({ run: one.run, table: one.table, own: ownFacts(one) }));
});

/** Does each say when it ran? Else they have no order but that of the manifest, which says nothing of time. */
export const areTimed = (points: readonly HistoryPoint[]): boolean =>
  points.every(({ time }) => time !== undefined);

function ownFacts({ run, table }: Pick<RunOf, 'run' | 'table'>): () => MetricFacts {
  let own: MetricFacts | undefined;
  return () => (own ??= metricFactsOf({ table: { runs: [run], ...ofRun(table, run.id) }, unread: [] }));
}

/** A run stays the same from one report to the next. */
const times = new WeakMap<Run, { readonly time: number | undefined }>();

function timeOf(run: Run): number | undefined {
  if (run.time === undefined) return undefined;
  const known = times.get(run) ?? { time: parseTime(run.time) };
  times.set(run, known);
  return known.time;
}

const namesOf = ofFacts(facts =>
  runNames(
    latestRuns(facts).map(({ run }) => run),
    facts.manifest.root,
  ),
);

function pointOf(facts: ReportFacts, spec: MetricSpec, { run, own }: RunOf): HistoryPoint | undefined {
  const { manifest } = facts;
  const metrics = own();
  const { table } = metrics;
  const measured = measureSpec({ manifest, facts: { metrics } }, spec);
  if (!measured.ok || !Number.isFinite(measured.value.value)) return undefined;
  const { value, place, parts, counts } = measured.value;
  const [first] = parts;
  const sureness: Sureness =
    spec.expr === undefined && first
      ? surenessOf(table, first)
      : { certainty: { none: 'it is computed from other values' } };
  const time = timeOf(run);
  return {
    run: run.id,
    name: namesOf(facts).get(run.id) ?? run.name,
    value,
    ...sureness,
    ...(counts && { counts }),
    source: linkTo(manifest, place),
    ...(time !== undefined && { time }),
  };
}

/** A metric over the commits of the file that it is read from, oldest first. */
export function overCommits(facts: ReportFacts, spec: MetricSpec): readonly HistoryPoint[] {
  if (spec.expr !== undefined) return [];
  const { manifest, metrics } = facts;
  const measured = measureSpec({ manifest, facts: { metrics } }, spec);
  const value = measured.ok ? measured.value.parts[0] : undefined;
  const file = facts.commits.files.find(one => one.file === value?.place.file);
  if (!value || !file) return [];
  const run = metrics.table.runs.find(({ id }) => id === value.run)?.name;
  const history = file.metrics.find(one => isOf(one, value, run));
  return (history?.points ?? []).flatMap(({ commit, time, subject, value: then, counts }): HistoryPoint[] => {
    if (!Number.isFinite(then)) return [];
    return [
      {
        name: commit.slice(0, 8),
        time,
        value: then,
        certainty: counts ? shareCertainty(counts) : { none: NO_COUNTS },
        ...(counts && { n: counts.n }),
        note: `${subject} (${relativeTo(manifest.root, file.path ?? file.file)})`,
      },
    ];
  });
}

function isOf(history: MetricHistory, value: MetricValue, run: string | undefined): boolean {
  const same = (a: string, b: string): boolean =>
    a === b || canonicalName(lastPart(takeSplit(a).name)) === canonicalName(lastPart(b));
  return (
    same(history.metric, value.name) &&
    history.split === value.split &&
    JSON.stringify(history.slice) === JSON.stringify(value.slice) &&
    (history.run === undefined || history.run === run)
  );
}
