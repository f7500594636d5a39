import { driftQuestions } from '../evidence/data/drift-questions';
import type { DataFacts } from '../evidence/facts';
import { NO_DATA } from '../evidence/no-data';
import type { Footprint, Footprints } from './footprints';
import type { ManifestContent } from './loaded-manifest';
import { isInside } from './paths';
import type { DataPort, DataTask } from './ports';
import { shared } from '../base/shared';

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

export type ReadDataOptions = DataTask;

interface Reading {
  readonly project: ManifestContent;
  readonly footprint: Footprint;
  readonly done: Promise<DataFacts>;
  facts?: DataFacts;
}

const READING: DataFacts = { state: 'reading' };

export function createDataStore(port: DataPort | undefined, footprints: Footprints): DataStore {
  const readings = new Map<string, Reading>();
  const standing = (project: ManifestContent): Reading | undefined => {
    const before = readings.get(project.manifest.file);
    return before && asksAlike(before.project, project) && !before.footprint.touched ? before : undefined;
  };
  return {
    known: project => (port ? (standing(project)?.facts ?? READING) : NO_DATA),
    read: async (project, task) => {
      if (!port) return false;
      const { file } = project.manifest;
      const before = readings.get(file);
      const stands = standing(project);
      if (stands) return !stands.facts && (await stands.done, true);
      before?.footprint.end();
      const footprint = footprints.begin();
      const done = readAll(port, project, footprint, task);
      const reading: Reading = { project, footprint, done };
      readings.set(file, reading);
      reading.facts = shared(before?.facts, await done);
      return true;
    },
    drop: folder => {
      for (const [file, { footprint }] of readings) {
        if (!isInside(folder, file)) continue;
        footprint.end();
        readings.delete(file);
      }
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

/** Would two readings of a manifest read the same and look for the same? */
function asksAlike(a: ManifestContent, b: ManifestContent): boolean {
  return a === b || questionsOf(a) === questionsOf(b);
}

function questionsOf({ manifest, lifecycle }: ManifestContent): string {
  const { root, declarations, data } = manifest;
  return JSON.stringify([root, declarations, data, lifecycle ? driftQuestions(manifest, lifecycle) : []]);
}
