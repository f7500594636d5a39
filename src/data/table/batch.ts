/** One value of a table as its file has it: `null` where nothing stands. Dates come as ISO 8601 text. */
export type Cell = string | number | boolean | null;

/** Consecutive rows of a table, by columns. */
export interface Batch {
  /** Names in the order of the file. */
  readonly columns: readonly string[];
  /** For each column its cells, one for each row. */
  readonly cells: readonly (readonly Cell[])[];
  readonly rows: number;
  /** Where each row stands: its line where the file is text, else its number; both from 1. */
  readonly at: readonly number[];
  /** Rows with fewer cells than the header; what they lack is missing. */
  readonly short: number;
}

/** What stands in a file's way of being a table. The message is a sentence for the user, without the path. */
export interface TableProblem {
  readonly code: TableProblemCode;
  readonly message: string;
  /** From 1, where the file is text. */
  readonly line?: number;
}

export type TableProblemCode =
  | 'not-read'
  | 'empty'
  | 'unknown-format'
  | 'utf-16'
  | 'not-utf-8'
  | 'no-header'
  | 'long-row'
  | 'open-quote'
  | 'not-json'
  | 'not-an-object'
  | 'too-long'
  | 'too-many-columns'
  | 'not-parquet'
  | 'cancelled';

/** More columns than a table of features has; ends what is no table. */
export const MAX_COLUMNS = 20_000;
