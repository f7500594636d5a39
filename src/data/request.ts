import type { NamedRole, SplitRole } from '../base/declarations';

/** Which tables are to be read, and what is to be looked for in them: all that a profile rests on beside the files. */
export interface DataRequest {
  readonly tables: readonly TableSource[];
  /** How one table becomes several splits; where there is none, each table is one split. */
  readonly division?: Division;
  readonly target?: string;
  readonly time?: string;
  readonly groups: readonly string[];
  readonly annotators: readonly string[];
  /** Declared identifiers of rows; guessed from names where there are none. */
  readonly ids: readonly string[];
  readonly drift: readonly DriftQuestion[];
}

/** One logical table. */
export interface TableSource {
  readonly name: string;
  readonly role: SplitRole;
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
}

export type Division =
  | { readonly by: 'column'; readonly column: string; readonly roles: readonly NamedRole[] }
  | {
      readonly by: 'cutoff';
      /** Milliseconds since 1970-01-01 UTC: rows from here on are the test set. */
      readonly from: number;
      /** Milliseconds before it in which rows belong to no split: gap and horizon. */
      readonly apart: number;
    };

/** One comparison of current data with the reference. */
export interface DriftQuestion {
  readonly reference: string;
  readonly current: string;
  /** All that both have, unless given. */
  readonly columns?: readonly string[];
  /** How many bins numbers are counted in, their bounds the reference's quantiles. */
  readonly bins: number;
  /** The least share that a bin counts with. */
  readonly floor: number;
}
