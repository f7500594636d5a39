import type { LargeFiles } from '../base/ports';
import type { MetricFacts } from '../evidence/facts';
import { metricFactsOf } from '../evidence/metric-facts';
import type { MetricTable } from '../metrics/table';
import { confined, confinedLarge } from './confined';
import type { Counters } from './counters';
import type { Footprint, Footprints } from './footprints';
import type { ManifestContent } from './loaded-manifest';
import type { MetricsPort, WorkspacePorts } from './ports';
import type { MetricsRead, ReadTable, TableRead } from './project-metrics';
import type { ServerStore } from './servers/store';
import { shared } from '../base/shared';

/** Remembers the metrics that manifests select: what changed is read again, the other files' tables stand. */
export interface MetricsStore {
  of(project: ManifestContent): Promise<ProjectMetrics>;
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

interface Table {
  readonly footprint: Footprint;
  readonly value: Promise<TableRead>;
}

export function createMetricsStore(
  footprints: Footprints,
  servers: ServerStore,
  counters: Counters,
  { large, metrics, pause }: Partial<Pick<WorkspacePorts, 'large' | 'metrics' | 'pause'>> = {},
): MetricsStore {
  const readings = new Map<string, Reading>();
  const tables = new Map<string, Table>();
  const readTable = async (root: string, path: string, kind?: 'run'): Promise<TableRead> => {
    // A project within another reads the same files, but not all of them.
    const key = `${root}\n${path}`;
    const before = tables.get(key);
    if (before && !before.footprint.touched) return before.value;
    counters.metricFilesRead++;
    const footprint = footprints.begin();
    const value = likeBefore(before?.value, readWhere({ footprint, root, large, port: metrics }, path, kind));
    tables.set(key, { footprint, value });
    return value;
  };
  const read = async (project: ManifestContent, footprint: Footprint): Promise<MetricsRead> => {
    const { root } = project.manifest;
    const { readProjectMetrics } = await import('./project-metrics');
    const table: ReadTable = (path, kind) => {
      footprint.look(path);
      return readTable(root, path, kind);
    };
    const sources = { table, servers, ...(pause && { pause }) };
    return readProjectMetrics(confined(footprint.files, root), project.manifest, sources);
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
  };
}

/** The new table, made of what it shares with the one before. */
async function likeBefore(
  before: Promise<TableRead> | undefined,
  now: Promise<TableRead>,
): Promise<TableRead> {
  return shared(await before?.catch(() => undefined), await now);
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

interface Where {
  readonly footprint: Footprint;
  readonly root: string;
  readonly large: LargeFiles | undefined;
  readonly port: MetricsPort | undefined;
}

// A command that needs no metrics does not load what reads them.
async function readWhere(
  { footprint, root, large, port }: Where,
  path: string,
  kind?: 'run',
): Promise<TableRead> {
  const { needsThread, readOne, readTable } = await import('./read-table');
  const files = confined(footprint.files, root);
  const io = { files, large: large && confinedLarge(large, root) };
  return readTable(io, path, async file => {
    const isRun = kind === 'run' && file === path;
    if (!port || !(isRun || needsThread(await files.stat(file), file))) return readOne(io, file);
    // Whatever changes in a folder; and the summary of DVCLive's, which once lay beside it.
    for (const looked of [file, `${file}.json`]) footprint.look(looked);
    return port.read({ path: file, root });
  });
}
