import { driftQuestions } from '../evidence/data/drift-questions';
import type { DataFacts } from '../evidence/facts';
import { NO_DATA } from '../evidence/no-data';
import type { Footprint, Footprints } from './footprints';
import type { ManifestContent } from './loaded-manifest';
import type { DataPort, DataTask } from './ports';
import { createReadings } from './readings';

/** Remembers what is in the data files that manifests name, until one of them changes or something else is asked. */
export interface DataStore {
  /** What is known without reading anything. */
  known(project: ManifestContent): DataFacts;
  /**
   * Reads what is not known. True when something else is known now. What the user cancels stays so until one of its files
   * changes, or everything is read again: whatever asks next must not begin it anew.
   */
  read(project: ManifestContent, task: DataTask): Promise<boolean>;
  /** Forgets the projects of a folder. */
  drop(folder: string): void;
}

const READING: DataFacts = { state: 'reading' };

export function createDataStore(port: DataPort | undefined, footprints: Footprints): DataStore {
  const readings = createReadings<DataFacts>(footprints, questionOf);
  return {
    known: project => (port ? (readings.known(project) ?? READING) : NO_DATA),
    read: async (project, task) =>
      port !== undefined && readings.read(project, footprint => readAll(port, project, footprint, task)),
    drop: folder => {
      readings.drop(folder);
    },
  };
}

async function readAll(
  port: DataPort,
  project: ManifestContent,
  footprint: Footprint,
  task: DataTask,
): Promise<DataFacts> {
  try {
    // A command that asks for no evidence does not load what reads tables.
    const { dataRequest } = await import('./data-request');
    const { request, unread } = await dataRequest(port.files, project, footprint);
    if (request.tables.length === 0 && unread.length === 0) return NOTHING;
    if (task.cancellation.cancelled) return CANCELLED;
    const profile = await port.profile(request, task);
    if (task.cancellation.cancelled) return CANCELLED;
    return { state: 'read', profile: { ...profile, unread: [...unread, ...profile.unread] } };
  } catch (error) {
    return { state: 'off', reason: `The data files could not be read: ${String(error)}.` };
  }
}

const CANCELLED: DataFacts = {
  state: 'off',
  reason: 'Reading the data files was cancelled; refresh to read them.',
};

/** The manifest names none, which the criteria say themselves. */
const NOTHING: DataFacts = { state: 'off', reason: 'The manifest names no data files.' };

function questionOf({ manifest, lifecycle }: ManifestContent): string {
  const { root, declarations, data } = manifest;
  return JSON.stringify([root, declarations, data, lifecycle ? driftQuestions(manifest, lifecycle) : []]);
}
