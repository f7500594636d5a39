import { decimalIn } from '../../base/decimal';
import { parseNumber } from '../tree';

/** Rows of numbers by columns, in arrays that are filled again and again. */
export interface NumberRows {
  readonly cells: readonly Float64Array[];
  /** 1 where a number stands, for each of `cells`. */
  readonly isThere: readonly Uint8Array[];
  /** Where each row begins. */
  readonly starts: Uint32Array;
  rows: number;
}

/** Cells that are held at a time, about: nine bytes each. */
const MOST_CELLS = 1 << 17;

export function numberRows(columns: number): NumberRows {
  const rows = Math.max(1, Math.min(4096, Math.floor(MOST_CELLS / columns)));
  return {
    cells: Array.from({ length: columns }, () => new Float64Array(rows)),
    isThere: Array.from({ length: columns }, () => new Uint8Array(rows)),
    starts: new Uint32Array(rows),
    rows: 0,
  };
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Fills in rows from `start` on, straight from bytes that end in a line end. Stops before a row that has to be read with more
 * care: with quotes, other characters than those of ASCII, or more or fewer cells than there are columns.
 *
 * @returns where it stopped
 */
export function fillRows(into: NumberRows, bytes: Uint8Array, start: number, separator: number): number {
  into.rows = 0;
  let at = start;
  while (at < bytes.length && into.rows < into.starts.length) {
    const next = fillRow(into, bytes, at, separator);
    if (next < 0) break;
    into.starts[into.rows++] = at;
    at = next;
  }
  return at;
}

/** Where the next row begins; -1 for a row that is none of numbers. */
function fillRow(
  { cells, isThere, rows }: NumberRows,
  bytes: Uint8Array,
  start: number,
  separator: number,
): number {
  const last = cells.length - 1;
  let at = start;
  for (let column = 0; column <= last; column++) {
    const from = at;
    for (; at < bytes.length; at++) if (bytes[at] === separator || bytes[at] === LF) break;
    if (bytes[at] !== (column < last ? separator : LF)) return -1;
    const end = column === last && bytes[at - 1] === CR && at > from ? at - 1 : at;
    const value = end === from ? undefined : cellIn(bytes, from, end);
    if (value === 'unclear') return -1;
    const [numbers, marks] = [cells[column], isThere[column]];
    if (!numbers || !marks) return -1;
    numbers[rows] = value ?? 0;
    marks[rows] = value === undefined ? 0 : 1;
    at++;
  }
  return at;
}

/** A cell's number; `undefined` for a text. */
function cellIn(bytes: Uint8Array, start: number, end: number): number | undefined | 'unclear' {
  const value = decimalIn(bytes, start, end);
  if (!Number.isNaN(value)) return value;
  if (end - start > LONGEST) return 'unclear';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e || byte === QUOTE) return 'unclear';
  }
  return parseNumber(asciiIn(bytes, start, end));
}

export const asciiIn = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));

/** No number is longer, as anybody writes it. */
const LONGEST = 1024;
