import type { RowPlace, Shared } from '../profile';
import type { KeyTable } from '../summary/key-table';
import { findKey, isKept } from '../summary/key-table';

/** A table's keys with the files that its rows stand in. */
export interface PlacedKeys {
  readonly keys: KeyTable;
  readonly files: readonly string[];
}

/** What of a later split an earlier one has, too. Where either kept a sample, the two are compared on their common part. */
export function sharedKeys(earlier: PlacedKeys, later: PlacedKeys): Shared {
  const exact = earlier.keys.level === 0 && later.keys.level === 0;
  let [rows, distinct, of] = [0, 0, 0];
  let first: { readonly slot: number; readonly at: number } | undefined;
  eachKey(later.keys, (key, slot) => {
    if (!isKept(earlier.keys, key)) return;
    const times = later.keys.counts[slot] ?? 0;
    of += times;
    const at = findKey(earlier.keys, key);
    if (at === undefined) return;
    rows += times;
    distinct++;
    if (!first || isBefore(later.keys, slot, first.slot)) first = { slot, at };
  });
  const place = first && { earlier: placeOf(earlier, first.at), later: placeOf(later, first.slot) };
  return { rows, distinct, of, exact, ...(place && { first: place }) };
}

/** Rows that repeat one before them. */
export function repeatedKeys(table: PlacedKeys): Shared {
  let [rows, distinct, of] = [0, 0, 0];
  let first: number | undefined;
  eachKey(table.keys, (_, slot) => {
    const times = table.keys.counts[slot] ?? 0;
    of += times;
    if (times < 2) return;
    rows += times - 1;
    distinct++;
    if (first === undefined || isBefore(table.keys, slot, first)) first = slot;
  });
  const place = first === undefined ? undefined : placeOf(table, first);
  const exact = table.keys.level === 0;
  return { rows, distinct, of, exact, ...(place && { first: { earlier: place, later: place } }) };
}

function eachKey({ keys }: KeyTable, visit: (key: number, slot: number) => void): void {
  for (let slot = 0; slot < keys.length; slot++) {
    const key = keys[slot] ?? 0;
    if (key !== 0) visit(key, slot);
  }
}

function isBefore({ files, rows }: KeyTable, a: number, b: number): boolean {
  const byFile = (files[a] ?? 0) - (files[b] ?? 0);
  return byFile === 0 ? (rows[a] ?? 0) < (rows[b] ?? 0) : byFile < 0;
}

function placeOf({ keys, files }: PlacedKeys, slot: number): RowPlace {
  return { file: files[keys.files[slot] ?? 0] ?? '', row: keys.rows[slot] ?? 0 };
}
