import { measureSpec } from '../evidence/measure';
import { metricFactsOf } from '../evidence/metric-facts';
import { relativeTo } from '../evidence/words';
import type { MetricSpec } from '../manifest/model';
import type { Counts } from '../metrics/counts';
import { canonicalName, lastPart, takeSplit } from '../metrics/names';
import type { MetricHistory } from '../metrics/revisions';
import type { MetricTable, MetricValue, Run } from '../metrics/table';
import { parseTime } from '../metrics/time-inside';
import type { Sureness } from './certainty';
import { surenessOf } from './certainty';
import type { Certainty, Linked } from './document';
import type { ReportFacts } from './facts';
import { linkTo, NO_COUNTS, shareCertainty } from './figures';

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

/** So many points are shown; with more, the latest. */
export const MOST_POINTS = 200;

/** A metric over the runs, oldest first; those without a time stand in the order of the manifest, what counts first last. */
export function overRuns(facts: ReportFacts, spec: MetricSpec): readonly HistoryPoint[] {
  const { table, passedOver } = facts.metrics;
  const all = [...table.runs, ...passedOver.runs.filter(({ id }) => table.runs.every(run => run.id !== id))];
  const values = valuesByRun(table, passedOver);
  const points = all.flatMap(run => pointOf(facts, spec, run, values) ?? []).reverse();
  const timed = points.every(({ time }) => time !== undefined);
  const ordered = timed ? points.sort((a, b) => (a.time ?? 0) - (b.time ?? 0)) : points;
  return ordered.slice(-MOST_POINTS);
}

function valuesByRun(...tables: readonly MetricTable[]): ReadonlyMap<string, readonly MetricValue[]> {
  const byRun = new Map<string, MetricValue[]>();
  const seen = new Set<string>();
  for (const { runs, values } of tables) {
    for (const value of values) {
      if (seen.has(value.run)) continue;
      const own = byRun.get(value.run);
      if (own) own.push(value);
      else byRun.set(value.run, [value]);
    }
    for (const { id } of runs) seen.add(id);
  }
  return byRun;
}

function pointOf(
  facts: ReportFacts,
  spec: MetricSpec,
  run: Run,
  values: ReadonlyMap<string, readonly MetricValue[]>,
): HistoryPoint | undefined {
  const { manifest, metrics } = facts;
  const matrices = [...(metrics.table.matrices ?? []), ...(metrics.passedOver.matrices ?? [])];
  const table: MetricTable = {
    runs: [run],
    values: values.get(run.id) ?? [],
    matrices: matrices.filter(matrix => matrix.run === run.id),
  };
  const single = metricFactsOf({ table, unread: [] });
  const measured = measureSpec({ manifest, facts: { metrics: single } }, spec);
  if (!measured.ok || !Number.isFinite(measured.value.value)) return undefined;
  const { value, place, parts, counts } = measured.value;
  const [first] = parts;
  const sureness: Sureness =
    spec.expr === undefined && first
      ? surenessOf(table, first)
      : { certainty: { none: 'it is computed from other values' } };
  const time = run.time === undefined ? undefined : parseTime(run.time);
  return {
    run: run.id,
    name: run.name,
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
        note: `${subject} (${relativeTo(manifest.root, file.file)})`,
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
