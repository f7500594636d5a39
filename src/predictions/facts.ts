import type { Result } from '../base/result';
import type { Evaluation } from './evaluation';
import type { Pair, Pairs } from './pairs';
import type { UnreadFile } from './read';

/** What a host answers: the evaluation, or the file that stood in its way. */
export type PredictionsAnswer = Result<Evaluation, UnreadFile>;

/** What is known of the file of predictions that the manifest names. */
export type PredictionFacts =
  | { readonly state: 'read'; readonly evaluation: Evaluation }
  /** It is being read, or waits for it. */
  | { readonly state: 'reading' }
  /** The manifest names none. */
  | { readonly state: 'none' }
  /** There is nothing to be told from it: a clause why, about the file. */
  | { readonly state: 'off'; readonly reason: string; readonly file?: string; readonly line?: number };

export const NO_PREDICTIONS: PredictionFacts = { state: 'none' };

/** What is known of the predictions of runs that are compared, each held against the first. */
export type PairFacts =
  | ({ readonly state: 'read' } & Pairs)
  | { readonly state: 'reading' }
  /** None can be compared: a clause why, about the first run. */
  | { readonly state: 'off'; readonly reason: string };

export type { Pair };
