/**
 * Where things are.
 *
 * Inside the engine a place in a text is a {@link Span} of UTF-16 offsets; it becomes a {@link Place} (file, cell, lines
 * and columns) only where it leaves the analysis. Lines and columns of a `Range` count from 0, columns in UTF-16 units,
 * ends are exclusive: the language server's convention. The command line adds one.
 */

/** A half-open interval `[start, end)` of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A line and a UTF-16 column, both from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A range of a file; in a notebook, of one cell, where `cell` counts all cells from 0 and lines are the cell's own. */
export interface Place {
  /** Absolute path with `/` as separator. */
  readonly file: string;
  readonly cell?: number;
  readonly range: Range;
}

export const START_OF_FILE: Range = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
