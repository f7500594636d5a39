import { createHasher, keyOf } from '../data/summary/hash';
import { timeOf } from '../data/summary/extent';
import { valueOf } from '../data/summary/value';
import type { Cell } from '../data/table/batch';
import type { Label } from '../statistics/classification/confusion';
import type { Column } from './columns';

/** What a column is read as: `times` are numbers, milliseconds since 1970-01-01 UTC where they are dates. */
export type ColumnKind = 'numbers' | 'times' | 'labels' | 'keys';

/** Takes the cells of a column one after the other. Several columns make one key together. */
export interface ColumnBuilder {
  /** `undefined`: the batch lacks the column. */
  add(cells: readonly (readonly Cell[] | undefined)[], rows: number): void;
  build(): Column;
}

export function buildColumn(kind: ColumnKind): ColumnBuilder {
  switch (kind) {
    case 'numbers':
      return numberBuilder(numberIn);
    case 'times':
      return numberBuilder(timeIn);
    case 'labels':
      return labelBuilder();
    case 'keys':
      return keyBuilder();
  }
}

function numberBuilder(read: (cell: Cell) => number | undefined): ColumnBuilder {
  const values = growing(capacity => new Float64Array(capacity));
  let unreadable = 0;
  let first: { readonly row: number; readonly text: string } | undefined;
  return {
    add: ([cells], rows) => {
      const into = values.reserve(rows);
      const start = values.length - rows;
      for (let at = 0; at < rows; at++) {
        const cell = cells?.[at] ?? null;
        const value = read(cell);
        into[start + at] = value ?? NaN;
        if (value !== undefined) continue;
        unreadable += 1;
        first ??= { row: start + at, text: String(cell) };
      }
    },
    build: () => ({ kind: 'numbers', values: values.whole(), unreadable, ...(first && { first }) }),
  };
}

/** `undefined` for what is no number; NaN for what is missing. */
function numberIn(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  if (cell === null) return NaN;
  const value = valueOf(cell);
  if (value === null) return NaN;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return value;
  return withoutThousands(value);
}

/** `1,234.5`, `1 234`, `1.234,5`: signs between groups of three digits. */
function withoutThousands(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^[+-]?\d{1,3}([ ,'\u00a0\u202f]\d{3})+(\.\d+)?$/.test(trimmed))
    return Number(trimmed.replace(/[^\d.+-]/g, ''));
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(trimmed))
    return Number(trimmed.replace(/\./g, '').replace(',', '.'));
  return undefined;
}

function timeIn(cell: Cell): number | undefined {
  const value = valueOf(cell);
  return value === null ? NaN : timeOf(value);
}

/** More different values are no labels; their rows count as without one. */
const MOST_LABELS = 1 << 20;

function labelBuilder(): ColumnBuilder {
  const codes = growing(capacity => new Int32Array(capacity));
  const labels: Label[] = [];
  const byCell = new Map<Cell, number>();
  const byValue = new Map<Label, number>();
  const codeOf = (cell: Cell): number => {
    const value = valueOf(typeof cell === 'string' ? cell.trim() : cell);
    if (value === null) return -1;
    const known = byValue.get(value);
    if (known !== undefined) return known;
    if (labels.length >= MOST_LABELS) return -1;
    byValue.set(value, labels.length);
    return labels.push(value) - 1;
  };
  return {
    add: ([cells], rows) => {
      const into = codes.reserve(rows);
      const start = codes.length - rows;
      for (let at = 0; at < rows; at++) {
        const cell = cells?.[at] ?? null;
        let code = byCell.get(cell);
        if (code === undefined) {
          code = codeOf(cell);
          if (byCell.size < MOST_LABELS) byCell.set(cell, code);
        }
        into[start + at] = code;
      }
    },
    build: () => ({ kind: 'labels', codes: codes.whole(), labels }),
  };
}

function keyBuilder(): ColumnBuilder {
  const keys = growing(capacity => new Float64Array(capacity));
  const hasher = createHasher();
  return {
    add: (columns, rows) => {
      const into = keys.reserve(rows);
      const start = keys.length - rows;
      for (let at = 0; at < rows; at++) {
        let [low, high, present] = [0, 0, false];
        for (const [seed, cells] of columns.entries()) {
          const value = valueOf(cells?.[at] ?? null);
          if (value !== null) present = true;
          hasher.hash(seed, value ?? '');
          low = (low + hasher.low) >>> 0;
          high = (high + hasher.high) >>> 0;
        }
        into[start + at] = present ? keyOf(low, high) : 0;
      }
    },
    build: () => ({ kind: 'keys', keys: keys.whole() }),
  };
}

interface Growing<A> {
  readonly length: number;
  /** Makes room for so many more, and gives the array that they belong into. */
  reserve(more: number): A;
  whole(): A;
}

/** A typed array that doubles when it is full. */
function growing<A extends Float64Array | Int32Array | Uint32Array>(
  make: (capacity: number) => A,
): Growing<A> {
  let array = make(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    reserve: more => {
      length += more;
      if (length > array.length) {
        const larger = make(Math.max(length, array.length * 2));
        larger.set(array);
        array = larger;
      }
      return array;
    },
    whole: () => array.slice(0, length) as A,
  };
}

/** The same for the places of rows. */
export function growingPlaces(): Growing<Uint32Array> {
  return growing(capacity => new Uint32Array(capacity));
}
