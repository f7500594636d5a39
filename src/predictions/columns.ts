import type { Label } from '../statistics/classification/confusion';

/** A column of numbers; NaN where there is none. */
export interface NumberColumn {
  readonly kind: 'numbers';
  readonly values: Float64Array;
  /** Cells that hold something that is no number, and the row of the first, with its text. */
  readonly unreadable: number;
  readonly first?: { readonly row: number; readonly text: string };
}

/** A column of few different values, each row by the index of its value; -1 where there is none. */
export interface LabelColumn {
  readonly kind: 'labels';
  readonly codes: Int32Array;
  readonly labels: readonly Label[];
}

/** A column of keys, each as a hash of 53 bits; 0 where there is none. */
export interface KeyColumn {
  readonly kind: 'keys';
  readonly keys: Float64Array;
}

export type Column = NumberColumn | LabelColumn | KeyColumn;

/** The columns of a table that were asked for, as typed arrays of equal length: never an object a row. */
export interface ColumnTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** Where each row stands: its line where the file is text, else its number; from 1. */
  readonly at: Uint32Array;
  /** The first row of each file. */
  readonly files: readonly { readonly file: string; readonly first: number }[];
  /** Rows with fewer cells than the header. */
  readonly short: number;
}

export function placeOf({ files, at }: Pick<ColumnTable, 'files' | 'at'>, row: number) {
  let file = files[0]?.file ?? '';
  for (const one of files) if (one.first <= row) file = one.file;
  return { file, row: at[row] ?? 0 };
}
