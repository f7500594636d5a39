import type { Label } from '../statistics/classification/confusion';

/** What rows of the table are and were predicted to be, in the form that a task's figures are computed from. */
export type Outcomes = ClassOutcomes | NumberOutcomes | LabelSetOutcomes | RankedOutcomes | ClusterOutcomes;

export interface ClassOutcomes {
  readonly kind: 'classes';
  readonly labels: readonly Label[];
  /** Indices of `labels`; -1 where there is none. */
  readonly truth: Int32Array;
  /** Absent where neither a column nor a threshold says what was predicted. */
  readonly predicted?: Int32Array;
  /** Of two classes, the index of the positive one, where it is known. */
  readonly positive?: number;
  /** Of two classes: the score of the positive one. Of several: the probability of the predicted one. */
  readonly score?: Float64Array;
  /** Scores are probabilities: all of them lie in [0, 1]. */
  readonly isProbability: boolean;
  /** Probabilities by class, each over the rows. */
  readonly proba?: readonly Float64Array[];
  /** At or above which a row is called positive, where no column says what was predicted. */
  readonly threshold?: number;
}

/** Numbers: of regression and forecasts. */
export interface NumberOutcomes {
  readonly kind: 'numbers';
  readonly truth: Float64Array;
  readonly predicted: Float64Array;
  readonly lower?: Float64Array;
  readonly upper?: Float64Array;
  readonly horizon?: Float64Array;
  readonly time?: Float64Array;
  /** Series that rows belong to. */
  readonly series?: Int32Array;
}

/** Several labels a row. */
export interface LabelSetOutcomes {
  readonly kind: 'label-sets';
  readonly labels: readonly string[];
  /** By label, each over the rows: 0, 1, or NaN. */
  readonly truth: readonly Float64Array[];
  readonly predicted?: readonly Float64Array[];
  readonly scores?: readonly Float64Array[];
}

/** Clusters beside classes that were known before; which cluster is called what means nothing. */
export interface ClusterOutcomes {
  readonly kind: 'clusters';
  /** Indices of `classes`; -1 where there is none. */
  readonly truth: Int32Array;
  readonly classes: readonly Label[];
  /** Indices of `clusters`; -1 where there is none. */
  readonly predicted: Int32Array;
  readonly clusters: readonly Label[];
}

/** Items of queries with their relevance and the score that they are ranked by. */
export interface RankedOutcomes {
  readonly kind: 'ranked';
  readonly relevance: Float64Array;
  readonly score: Float64Array;
  /** Query of each row, an index of `queries`; -1 where there is none. */
  readonly query: Int32Array;
  readonly queries: readonly Label[];
}
