import type { FileVersion } from '../base/ports';
import type { Parsed } from '../base/result';
import type { MetricTable, MetricValue, Run } from './table';

/** The values of one metric in one file, over the commits that changed the file. */
export interface MetricHistory {
  /** Absolute path. */
  readonly file: string;
  /** As in the file, without its split. */
  readonly metric: string;
  readonly split?: string;
  readonly slice?: Readonly<Record<string, string>>;
  /** The run's name, where the file holds several. */
  readonly run?: string;
  /** Oldest first; a commit at which the file lacks the metric has none. */
  readonly points: readonly RevisionPoint[];
}

export interface RevisionPoint {
  /** The commit's whole hash. */
  readonly commit: string;
  /** When it was committed, in milliseconds since 1970-01-01 UTC. */
  readonly time: number;
  /** The first line of the commit's message: what others wrote, not to be trusted as markup. */
  readonly subject: string;
  /** May be NaN or infinite. */
  readonly value: number;
  /** As written. */
  readonly raw: string;
  /** For a proportion whose counts the file tells. */
  readonly counts?: { readonly successes: number; readonly n: number };
}

/** What commits say of the metrics in one file. */
export interface FileHistory {
  readonly file: string;
  /** Where it stands, if `file` is its place in a cache. */
  readonly path?: string;
  readonly metrics: readonly MetricHistory[];
  /** Commits at which nothing could be read of the file, each with a clause why. */
  readonly unread: readonly { readonly commit: string; readonly time: number; readonly reason: string }[];
  /** There are older commits, which were not read. */
  readonly more: boolean;
}

/** Reads the metrics in a file's bytes. */
export type ReadVersion = (bytes: Uint8Array) => Promise<Parsed<MetricTable>>;

/**
 * Lines up the metrics of a file over its versions. Contents that are the same object are read once; a version with a syntax error
 * gives no value, as the file itself would not.
 *
 * @param versions oldest first
 */
export async function fileHistory(
  file: string,
  { versions, more }: { readonly versions: readonly FileVersion[]; readonly more: boolean },
  read: ReadVersion,
): Promise<FileHistory> {
  const histories = new Map<string, Growing>();
  const unread: FileHistory['unread'][number][] = [];
  const tables = new Map<Uint8Array, Parsed<MetricTable>>();
  for (const { commit, time, subject, content } of versions) {
    if (!content.ok) {
      unread.push({ commit, time, reason: content.failure });
      continue;
    }
    const known = tables.get(content.value);
    const parsed = known ?? (await read(content.value));
    tables.set(content.value, parsed);
    const reason = whyNone(parsed);
    if (reason !== undefined) unread.push({ commit, time, reason });
    else addVersion(histories, file, parsed.value, { commit, time, subject });
  }
  return { file, metrics: [...histories.values()], unread, more };
}

type Growing = MetricHistory & { readonly points: RevisionPoint[] };

function whyNone({ value: { runs, values }, problems: [problem] }: Parsed<MetricTable>): string | undefined {
  if (runs.some(({ fault }) => fault)) return 'the file had a syntax error';
  return values.length === 0 ? (problem?.message ?? 'the file held no metric') : undefined;
}

function addVersion(
  histories: Map<string, Growing>,
  file: string,
  table: MetricTable,
  commit: Pick<RevisionPoint, 'commit' | 'time' | 'subject'>,
): void {
  const runs = new Map(table.runs.map(run => [run.id, run]));
  const several = runs.size > 1;
  const seen = new Set<Growing>();
  for (const value of table.values) {
    const run = several ? runs.get(value.run) : undefined;
    const history = historyOf(histories, file, value, run);
    // A file that states a metric twice says it first where it says it alone.
    if (seen.has(history)) continue;
    seen.add(history);
    const { value: number, raw, counts } = value;
    history.points.push({ ...commit, value: number, raw, ...(counts && { counts }) });
  }
}

function historyOf(
  histories: Map<string, Growing>,
  file: string,
  { name: metric, split, slice }: MetricValue,
  run: Run | undefined,
): Growing {
  const key = JSON.stringify([metric, split, slice, run?.name]);
  const known = histories.get(key);
  if (known) return known;
  const history: Growing = {
    file,
    metric,
    ...(split !== undefined && { split }),
    ...(slice && { slice }),
    ...(run && { run: run.name }),
    points: [],
  };
  histories.set(key, history);
  return history;
}
