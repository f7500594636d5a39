import type { Cancellation, FileVersions } from '../base/ports';
import type { FileHistory } from '../metrics/revisions';
import { lookUp } from '../metrics/select';
import type { ManifestContent } from './loaded-manifest';
import type { MetricsStore } from './metrics-store';
import { isInside } from './paths';

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

export function createHistoryStore(versions: FileVersions | undefined, metrics: MetricsStore): HistoryStore {
  const known = new Map<string, Known>();
  const historyOf = async (file: string, cancellation: Cancellation): Promise<OneFile> => {
    if (!versions) return { reason: 'there is no version control here' };
    const head = await versions.head(file);
    if (!head.ok) return { reason: head.failure };
    const before = known.get(file);
    if (before?.head === head.value) return before.value;
    const value = await readVersions(versions, file, cancellation);
    if (!cancellation.cancelled) known.set(file, { head: head.value, value });
    return value;
  };
  return {
    of: async (project, cancellation) => {
      const found: { file: string; one: OneFile }[] = [];
      const files = await filesOf(project, metrics);
      for (const file of files.slice(0, MOST_FILES)) {
        const one = cancellation.cancelled ? CANCELLED : await historyOf(file, cancellation);
        found.push({ file, one });
      }
      return {
        files: found.flatMap(({ one }) => ('history' in one ? [one.history] : [])),
        unknown: found.flatMap(({ file, one }) => ('reason' in one ? [{ file, reason: one.reason }] : [])),
        more: Math.max(0, files.length - MOST_FILES),
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

/** The files that hold the values of the manifest's metrics, in the order of the metrics. */
async function filesOf(project: ManifestContent, metrics: MetricsStore): Promise<readonly string[]> {
  const { facts } = await metrics.of(project);
  const files = project.manifest.metrics.flatMap(({ name, split }) => {
    const found = lookUp(facts.named(name), { name, ...(split !== undefined && { split }) });
    // A tracking server keeps no files.
    const isHere = found.kind === 'found' && isInside(project.manifest.root, found.value.place.file);
    return isHere ? [found.value.place.file] : [];
  });
  return [...new Set(files)];
}
