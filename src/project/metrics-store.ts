import type { MetricFacts } from '../evidence/facts';
import { metricFactsOf } from '../evidence/metric-facts';
import type { MetricTable } from '../metrics/table';
import { confined } from './confined';
import type { Counters } from './counters';
import type { Footprint, Footprints } from './footprints';
import { forgetWithin } from './footprints';
import type { ManifestContent } from './loaded-manifest';
import { createMetricTables } from './metric-tables';
import { createPace } from './pace';
import { NO_WAITS, type WorkspacePorts } from './ports';
import type { MetricsRead, ReadTable } from './project-metrics';
import { isInside } from './paths';
import type { ServerStore } from './servers/store';
import { shared } from '../base/shared';

/** Remembers the metrics that manifests select: what changed is read again, the other files' tables stand. */
export interface MetricsStore {
  of(project: ManifestContent): Promise<ProjectMetrics>;
  /** Forgets the projects of a folder; what is being read of them is stopped. */
  drop(folder: string): void;
}

export interface ProjectMetrics extends MetricsRead {
  /** As evidence asks for them; the same as long as the metrics are. */
  readonly facts: MetricFacts;
}

interface Reading {
  readonly project: ManifestContent;
  /** What was known of servers. */
  readonly standing: string;
  readonly footprint: Footprint;
  readonly value: Promise<ProjectMetrics>;
}

export function createMetricsStore(
  footprints: Footprints,
  servers: ServerStore,
  counters: Counters,
  ports: Partial<Pick<WorkspacePorts, 'large' | 'metrics' | 'pause' | 'clock' | 'waits'>> = {},
): MetricsStore {
  const readings = new Map<string, Reading>();
  const tables = createMetricTables(footprints, counters, ports);
  const read = async (project: ManifestContent, footprint: Footprint): Promise<MetricsRead> => {
    const { root } = project.manifest;
    const { readProjectMetrics } = await import('./project-metrics');
    const asked = new Set<string>();
    const { clock, pause, waits = NO_WAITS } = ports;
    const wait = waits.begin('Reading metrics');
    let done = 0;
    const table: ReadTable = async (path, kind) => {
      footprint.look(path);
      asked.add(path);
      const read = await tables.read(root, path, { kind, cancellation: wait.cancellation });
      wait.count(++done);
      return read;
    };
    const sources = { table, servers, ...(clock && pause && { pace: createPace(clock, pause) }) };
    const files = confined(footprint.files, root);
    const value = await readProjectMetrics(files, project.manifest, sources).finally(wait.end);
    // Runs that were deleted, unless the project is being read anew, which asks for its own.
    const isLast = readings.get(project.manifest.file)?.footprint === footprint;
    if (isLast) tables.forget((one, path) => one === root && !asked.has(path));
    return value;
  };
  return {
    of: project => {
      const { file } = project.manifest;
      const before = readings.get(file);
      const standing = servers.standing(project);
      const isSame = before?.standing === standing && selectsAlike(before.project, project);
      if (isSame && !before.footprint.touched) return before.value;
      before?.footprint.end();
      const footprint = footprints.begin();
      const value = withFacts(before?.value, read(project, footprint));
      readings.set(file, { project, standing, footprint, value });
      return value;
    },
    drop: folder => {
      forgetWithin(folder, readings);
      tables.forget(root => isInside(folder, root));
    },
  };
}

async function withFacts(
  before: Promise<ProjectMetrics> | undefined,
  now: Promise<MetricsRead>,
): Promise<ProjectMetrics> {
  const then = await before?.catch(() => undefined);
  const read = await now;
  const table = sameTable(then?.table, read.table);
  const unread = shared<MetricsRead['unread']>(then?.unread, read.unread);
  const passedOver = sameTable(then?.passedOver, read.passedOver);
  const withoutSteps = shared<MetricsRead['withoutSteps']>(then?.withoutSteps, read.withoutSteps);
  const parts = { table, unread, passedOver, withoutSteps };
  const same =
    then?.table === table &&
    then.unread === unread &&
    then.passedOver === passedOver &&
    then.withoutSteps === withoutSteps;
  return { ...read, ...parts, facts: same ? then.facts : metricFactsOf(parts) };
}

/** The table before where it holds the same: what its files gave is the very same as long as they say the same. */
function sameTable(before: MetricTable | undefined, now: MetricTable): MetricTable {
  if (!before) return now;
  const runs = sameItems(before.runs, now.runs);
  const values = sameItems(before.values, now.values);
  const series = now.series && sameItems(before.series, now.series);
  const matrices = now.matrices && sameItems(before.matrices, now.matrices);
  const isSame =
    runs === before.runs &&
    values === before.values &&
    series === before.series &&
    matrices === before.matrices;
  return isSame ? before : { runs, values, ...(series && { series }), ...(matrices && { matrices }) };
}

function sameItems<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  return before?.length === now.length && before.every((item, at) => item === now[at]) ? before : now;
}

/** Would two readings of a manifest read the same sources? */
function selectsAlike({ manifest: a }: ManifestContent, { manifest: b }: ManifestContent): boolean {
  return a.root === b.root && a.runs === b.runs && a.metrics === b.metrics;
}
