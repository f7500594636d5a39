import type { Cancellation, LargeFiles } from '../base/ports';
import { NEVER_CANCELLED } from '../base/ports';
import { fail } from '../base/result';
import { shared } from '../base/shared';
import { confined, confinedLarge } from './confined';
import type { Counters } from './counters';
import type { Footprint, Footprints } from './footprints';
import type { MetricsPort, WorkspacePorts } from './ports';
import type { TableRead } from './project-metrics';

/** Remembers the metrics of each file and each folder of a run: one that changed is read again alone. */
export interface MetricTables {
  /** The metrics of a path in a project's folder. What was stopped stays so until it changes, or all is read anew. */
  read(root: string, path: string, asked?: Asked): Promise<TableRead>;
  /** Forgets those of which this is said; what is being read of them is stopped. */
  forget(isForgotten: (root: string, path: string) => boolean): void;
}

export interface Asked {
  /** It is the folder of a run. */
  readonly kind?: 'run' | undefined;
  /** Whoever asks may not want to wait for it. */
  readonly cancellation?: Cancellation;
}

interface Table {
  readonly root: string;
  readonly path: string;
  readonly footprint: Footprint;
  readonly value: Promise<TableRead>;
  readonly cancellation: { cancelled: boolean };
}

export function createMetricTables(
  footprints: Footprints,
  counters: Counters,
  { large, metrics }: Partial<Pick<WorkspacePorts, 'large' | 'metrics'>>,
): MetricTables {
  const tables = new Map<string, Table>();
  return {
    read: async (root, path, { kind, cancellation: asker = NEVER_CANCELLED } = {}) => {
      // A project within another reads the same files, but not all of them.
      const key = `${root}\n${path}`;
      const before = tables.get(key);
      if (before && !before.footprint.touched) return before.value;
      counters.metricFilesRead++;
      const footprint = footprints.begin();
      const cancellation = { cancelled: false };
      const either = eitherOf(cancellation, asker);
      const where = { footprint, root, large, port: metrics, cancellation: either };
      const value = likeBefore(before?.value, readWhere(where, path, kind));
      tables.set(key, { root, path, footprint, value, cancellation });
      return value;
    },
    forget: isForgotten => {
      for (const [key, { root, path, footprint, cancellation }] of tables) {
        if (!isForgotten(root, path)) continue;
        footprint.end();
        cancellation.cancelled = true;
        tables.delete(key);
      }
    },
  };
}

function eitherOf(one: Cancellation, other: Cancellation): Cancellation {
  return {
    get cancelled() {
      return one.cancelled || other.cancelled;
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

interface Where {
  readonly footprint: Footprint;
  readonly root: string;
  readonly large: LargeFiles | undefined;
  readonly port: MetricsPort | undefined;
  readonly cancellation: Cancellation;
}

// A command that needs no metrics does not load what reads them.
async function readWhere(
  { footprint, root, large, port, cancellation }: Where,
  path: string,
  kind?: 'run',
): Promise<TableRead> {
  const { needsThread, readOne, readTable, STOPPED } = await import('./read-table');
  if (cancellation.cancelled) {
    footprint.look(path);
    return fail(STOPPED);
  }
  const files = confined(footprint.files, root);
  const io = { files, large: large && confinedLarge(large, root), cancellation };
  return readTable(io, path, async file => {
    const isRun = kind === 'run' && file === path;
    if (!port || !(isRun || needsThread(await files.stat(file), file))) return readOne(io, file);
    // Whatever changes in a folder; and the summary of DVCLive's, which once lay beside it.
    for (const looked of [file, `${file}.json`]) footprint.look(looked);
    return port.read({ path: file, root }, cancellation);
  });
}
