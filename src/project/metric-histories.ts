import type { Cancellation, Files, FileVersions } from '../base/ports';
import type { FileHistory } from '../metrics/revisions';
import { lookUp } from '../metrics/select';
import type { ManifestContent } from './loaded-manifest';
import type { MetricsStore } from './metrics-store';
import { folderOf, isInside } from './paths';

/** What Git knows of the files that the metrics of a manifest come from. */
export interface MetricHistories {
  readonly files: readonly FileHistory[];
  /** Files of which nothing is known, each with a clause why: no repository, never committed, not allowed. */
  readonly unknown: readonly { readonly file: string; readonly reason: string }[];
  /** How many files more there are, which nobody asked about. */
  readonly more: number;
}

/** Remembers the metrics of each commit, until another commit is checked out. */
export interface HistoryStore {
  of(project: ManifestContent, cancellation: Cancellation): Promise<MetricHistories>;
  /** Git is asked again, also where it failed. */
  forget(): void;
}

/** Commits of a file that are read, the latest first. */
const MOST_COMMITS = 300;
/** Files of a project that Git is asked about. */
const MOST_FILES = 20;

type OneFile = { readonly history: FileHistory } | { readonly reason: string };

interface Known {
  readonly head: string;
  readonly value: OneFile;
}

export function createHistoryStore(
  versions: FileVersions | undefined,
  metrics: MetricsStore,
  files: Files,
): HistoryStore {
  const known = new Map<string, Known>();
  const historyOf = async ({ file, lock }: AskedFile, cancellation: Cancellation): Promise<OneFile> => {
    if (!versions) return { reason: 'there is no version control here' };
    const head = await versions.head(lock ?? file);
    if (!head.ok) return { reason: head.failure };
    const before = known.get(file);
    if (before?.head === head.value) return before.value;
    const own = await readVersions(versions, file, cancellation);
    const value =
      'reason' in own && lock !== undefined
        ? await readLocked(versions, files, { file, lock }, cancellation)
        : own;
    if (!cancellation.cancelled) known.set(file, { head: head.value, value });
    return value;
  };
  return {
    of: async (project, cancellation) => {
      const found: { file: string; one: OneFile }[] = [];
      const all = await filesOf(project, metrics);
      for (const asked of all.slice(0, MOST_FILES)) {
        const one = cancellation.cancelled ? CANCELLED : await historyOf(asked, cancellation);
        found.push({ file: asked.file, one });
      }
      return {
        files: found.flatMap(({ one }) => ('history' in one ? [one.history] : [])),
        unknown: found.flatMap(({ file, one }) => ('reason' in one ? [{ file, reason: one.reason }] : [])),
        more: Math.max(0, all.length - MOST_FILES),
      };
    },
    forget: () => known.clear(),
  };
}

const CANCELLED: OneFile = { reason: 'it was cancelled' };

async function readVersions(
  versions: FileVersions,
  file: string,
  cancellation: Cancellation,
): Promise<OneFile> {
  const found = await versions.of(file, { most: MOST_COMMITS, cancellation });
  if (!found.ok) return { reason: found.failure };
  // What reads metrics is large, and most questions are not about commits.
  const [{ fileHistory }, { readMetricsFile }] = await Promise.all([
    import('../metrics/revisions'),
    import('../metrics/read-file'),
  ]);
  return { history: await fileHistory(file, found.value, bytes => readMetricsFile(file, bytes)) };
}

/** Of a file that DVC keeps, Git knows the lock, and DVC's cache the contents. */
async function readLocked(
  versions: FileVersions,
  files: Files,
  kept: Required<AskedFile>,
  cancellation: Cancellation,
): Promise<OneFile> {
  const locks = await versions.of(kept.lock, { most: MOST_COMMITS, cancellation });
  if (!locks.ok) return { reason: locks.failure };
  const [{ fileHistory }, { readMetricsFile }, { lockedVersions }] = await Promise.all([
    import('../metrics/revisions'),
    import('../metrics/read-file'),
    import('../metrics/dvc/locked-versions'),
  ]);
  const { path, versions: found } = await lockedVersions(files, kept, locks.value.versions);
  const { more } = locks.value;
  const history = await fileHistory(kept.file, { versions: found, more }, bytes =>
    // Contents in the cache have no endings, by which metrics are read.
    readMetricsFile(path, bytes),
  );
  return { history: { ...history, path } };
}

interface AskedFile {
  readonly file: string;
  /** Of a metric of a pipeline: what DVC writes beside it. */
  readonly lock?: string;
}

/** The files that hold the values of the manifest's metrics, in the order of the metrics. */
async function filesOf(project: ManifestContent, metrics: MetricsStore): Promise<readonly AskedFile[]> {
  const { facts } = await metrics.of(project);
  const files = project.manifest.metrics.flatMap(({ name, split }) => {
    const found = lookUp(facts.named(name), { name, ...(split !== undefined && { split }) });
    if (found.kind !== 'found') return [];
    const { run: id, place } = found.value;
    const run = facts.table.runs.find(one => one.id === id);
    const lock = run?.source === 'dvc' ? `${folderOf(run.file)}/dvc.lock` : undefined;
    // A tracking server keeps no files; the cache of DVC may lie above the project.
    const isHere = isInside(project.manifest.root, place.file) || lock !== undefined;
    return isHere ? [{ file: place.file, ...(lock !== undefined && { lock }) }] : [];
  });
  return [...new Map(files.map(one => [one.file, one])).values()];
}
