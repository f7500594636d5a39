import type { Place } from './place';

/** A place in code where models are scored on the test rows: in a notebook a cell, in a script a call. */
export interface TestScore {
  readonly place: Place;
  /** As written: `recall_score`, `score`. */
  readonly metrics: readonly string[];
  /** One run of it gives several numbers, of which nobody knows how many. */
  readonly several: boolean;
  /**
   * Of a cell that was run: which run of it, by its text and what it showed. The same text that showed the same numbers
   * is the same run; absent where it was not run, and in scripts, which keep no trace.
   */
  readonly run?: string;
}
