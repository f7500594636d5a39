import type { PredictionFacts } from '../predictions/facts';
import { NO_PREDICTIONS } from '../predictions/facts';
import type { Footprint, Footprints } from './footprints';
import type { ManifestContent } from './loaded-manifest';
import type { DataPort, DataTask } from './ports';
import { createReadings } from './readings';

/** Remembers what the files of predictions tell that manifests name, until one of them changes or something else is asked. */
export interface PredictionsStore {
  /** What is known without reading anything. */
  known(project: ManifestContent): PredictionFacts;
  /** Evaluates what is not known. True when something else is known now. What the user cancels stays so, as with data files. */
  read(project: ManifestContent, task: DataTask): Promise<boolean>;
  /** Forgets the projects of a folder. */
  drop(folder: string): void;
}

const READING: PredictionFacts = { state: 'reading' };
const NOT_HERE: PredictionFacts = { state: 'off', reason: 'files of predictions are not read here' };
const CANCELLED: PredictionFacts = {
  state: 'off',
  reason: 'its evaluation was cancelled; refresh to evaluate it',
};

export function createPredictionsStore(port: DataPort | undefined, footprints: Footprints): PredictionsStore {
  const readings = createReadings<PredictionFacts>(footprints, questionOf);
  return {
    known: project => {
      if (!project.manifest.data.predictions) return NO_PREDICTIONS;
      return port ? (readings.known(project) ?? READING) : NOT_HERE;
    },
    read: async (project, task) => {
      if (!port || !project.manifest.data.predictions) return false;
      return readings.read(project, footprint => evaluateAll(port, project, footprint, task));
    },
    drop: folder => {
      readings.drop(folder);
    },
  };
}

async function evaluateAll(
  port: DataPort,
  { manifest }: ManifestContent,
  footprint: Footprint,
  task: DataTask,
): Promise<PredictionFacts> {
  const { predictions: entry } = manifest.data;
  if (!entry) return NO_PREDICTIONS;
  try {
    const { predictionsRequest } = await import('./predictions-request');
    const request = await predictionsRequest(port.files, manifest, entry, footprint);
    if (!request.ok) return { state: 'off', reason: request.failure.reason, file: request.failure.path };
    if (task.cancellation.cancelled) return CANCELLED;
    const answer = await port.predictions(request.value, task);
    if (task.cancellation.cancelled) return CANCELLED;
    return answer.ok ? { state: 'read', evaluation: answer.value } : { state: 'off', ...answer.failure };
  } catch (error) {
    return { state: 'off', reason: `it could not be evaluated: ${String(error)}` };
  }
}

/** All that an evaluation rests on beside the files. */
function questionOf({ manifest: { root, declarations, data, fields } }: ManifestContent): string {
  const texts = ['task', 'data.slices', ...COSTS].map(path => fields.get(path)?.text ?? null);
  return JSON.stringify([
    root,
    declarations.target ?? null,
    declarations.groups,
    data.predictions ?? null,
    texts,
  ]);
}

const COSTS = ['false_positive', 'false_negative', 'unit'].map(kind => `problem.cost.${kind}`);
