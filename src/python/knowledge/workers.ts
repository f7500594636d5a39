import type { LibraryTable } from './entry';

/** `delayed(f)(x)`, `as_completed(futures)`: what is run later is taken as run at once. */
const LATER = { kind: 'same-as-given' } as const;

/** What runs functions of the program side by side. */
export const WORKERS: Readonly<Record<string, LibraryTable>> = {
  concurrent: [
    { entry: { kind: 'workers' }, names: 'ThreadPoolExecutor ProcessPoolExecutor' },
    { entry: LATER, names: 'as_completed' },
  ],
  multiprocessing: [{ entry: { kind: 'workers' }, names: 'Pool ThreadPool' }],
  multiprocess: [{ entry: { kind: 'workers' }, names: 'Pool ThreadPool' }],
  pathos: [{ entry: { kind: 'workers' }, names: 'ProcessingPool ProcessPool ThreadPool' }],
};

/** joblib's part, which scikit-learn has brought along. */
export const PARALLEL: LibraryTable = [
  { entry: { kind: 'workers' }, names: 'Parallel' },
  { entry: LATER, names: 'delayed' },
];
