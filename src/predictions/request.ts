import type { NamedRole } from '../base/declarations';
import type { Role, Task } from './evaluation';

/** Which files of predictions are to be read, and what their columns are: all that an evaluation rests on beside the files. */
export interface PredictionsRequest {
  /** Absolute paths, sorted; together one table. */
  readonly files: readonly string[];
  /** What the manifest says of columns; what it does not is told by names. */
  readonly columns: StatedColumns;
  readonly task?: Task;
  /** The class that counts as positive. */
  readonly positive?: string | number | boolean;
  /** The column that the manifest wants predicted, which a file may have instead of `y_true`. */
  readonly target?: string;
  /** At or above which a score is called positive. */
  readonly threshold?: number;
  readonly costs?: StatedCosts;
  /** The share of truths that are to lie between `lower` and `upper`. */
  readonly coverage?: number;
  /** How many rows of a series make up one season. */
  readonly season?: number;
  readonly splitRoles: readonly NamedRole[];
  /** The truth, where it stands in another file. */
  readonly truth?: JoinedTruth;
  readonly rival?: RivalRequest;
  /** Columns that figures may be broken down by, and that rows may belong together by, where the file has them. */
  readonly slices: readonly string[];
  readonly groups: readonly string[];
}

export type StatedColumns = Readonly<Partial<Record<Exclude<Role, 'scores'>, readonly string[]>>> & {
  /** Columns of probabilities by class. */
  readonly scores?: readonly { readonly class: string; readonly column: string }[];
};

export interface StatedCosts {
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly unit?: string;
}

export interface JoinedTruth {
  readonly files: readonly string[];
  /** The column of the truth in these. */
  readonly column?: string;
  /** Columns by which rows belong together. */
  readonly on: readonly string[];
}

/** Another model on the same rows: other columns of the same file, or another file with the same ids. */
export interface RivalRequest {
  readonly name: string;
  readonly files?: readonly string[];
  readonly y_pred?: string;
  readonly y_score?: string;
}

/** The predictions of one model among others. */
export interface ModelRequest extends PredictionsRequest {
  /** In its file, they are in the columns that are called like this. */
  readonly called?: string;
  /** Its file is its own: columns that the manifest states of another one need not be there. */
  readonly lenient?: true;
}

/** Models to be held against the first. */
export interface PairsRequest {
  readonly first: ModelRequest;
  readonly others: readonly ModelRequest[];
}
