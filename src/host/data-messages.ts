import type {
  DataProfile,
  DataRequest,
  PairsAnswer,
  PairsRequest,
  PredictionsAnswer,
  PredictionsRequest,
} from '../project/ports';

/** What is said to the thread that reads data. */
export type ToDataWorker =
  | { readonly kind: 'read'; readonly request: DataRequest; readonly roots: readonly string[] }
  | { readonly kind: 'evaluate'; readonly request: PredictionsRequest; readonly roots: readonly string[] }
  | { readonly kind: 'compare'; readonly request: PairsRequest; readonly roots: readonly string[] }
  | { readonly kind: 'stop' };

/** What it says: progress, then one of the others. */
export type FromDataWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'profile'; readonly profile: DataProfile }
  | { readonly kind: 'evaluation'; readonly answer: PredictionsAnswer }
  | { readonly kind: 'pairs'; readonly answer: PairsAnswer }
  | { readonly kind: 'failed'; readonly message: string };
