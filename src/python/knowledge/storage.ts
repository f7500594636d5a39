import type { LibraryTable } from './entry';
import { PARALLEL } from './workers';

const OBJECTS: LibraryTable = [
  { entry: { kind: 'save' }, names: 'dump dumps' },
  { entry: { kind: 'stored' }, names: 'load loads' },
];

/** What keeps objects in files and registries and takes them out again, and what keeps the numbers of runs. */
export const STORAGE: Readonly<Record<string, LibraryTable>> = {
  joblib: [...OBJECTS, ...PARALLEL],
  pickle: OBJECTS,
  cPickle: OBJECTS,
  dill: OBJECTS,
  cloudpickle: OBJECTS,
  skops: [
    { entry: { kind: 'save' }, names: 'io.dump io.dumps' },
    { entry: { kind: 'stored' }, names: 'io.load io.loads' },
  ],
  bentoml: [
    { entry: { kind: 'save' }, names: 'save_model' },
    { entry: { kind: 'stored' }, names: 'load_model' },
  ],
  mlflow: [
    { entry: { kind: 'save' }, names: 'log_model save_model' },
    { entry: { kind: 'stored' }, names: 'load_model' },
    { entry: { kind: 'track' }, names: 'log_metric log_metrics log_dict' },
  ],
  wandb: [
    { entry: { kind: 'track' }, names: 'log summary.update' },
    { entry: { kind: 'tracker' }, names: 'init' },
    { entry: { kind: 'sweep' }, names: 'sweep' },
    { entry: { kind: 'agent' }, names: 'agent' },
  ],
  json: [{ entry: { kind: 'track' }, names: 'dump dumps' }],
  yaml: [{ entry: { kind: 'track' }, names: 'dump safe_dump' }],
};
