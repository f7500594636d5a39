/**
 * How often each key (a hash, see `keyOf`) occurs, and where first. Exact up to a number of different keys; above it only
 * keys whose last bits are zero are kept, one bit more each time it is full (Gibbons' distinct sampling), so that
 * tables of the same keys keep the same ones and can still be compared.
 */
export interface KeyTable {
  /** How many keys are kept. */
  size: number;
  /** Keys whose last `level` bits are zero are kept: all of them at 0, about one in 2^level above. */
  level: number;
  /** Everything that was added, kept or not. */
  total: number;
  /** Slots; a key of 0 is a free one. */
  keys: Float64Array;
  counts: Uint32Array;
  /** The first row, as a line or number in its file, and the file by its index. */
  rows: Uint32Array;
  files: Uint16Array;
}

/** Different keys that are kept at most: 36 MB of slots. */
export const MAX_KEYS = 1 << 20;

const FIRST_SLOTS = 1 << 8;

export function createKeyTable(): KeyTable {
  return { size: 0, level: 0, total: 0, ...slots(FIRST_SLOTS) };
}

export function addKey(table: KeyTable, key: number, row: number, file: number, count = 1): void {
  table.total += count;
  if (!isKept(table, key)) return;
  const slot = slotOf(table, key);
  if (table.keys[slot] === 0) {
    table.keys[slot] = key;
    table.rows[slot] = row;
    table.files[slot] = file;
    table.size++;
  }
  table.counts[slot] = (table.counts[slot] ?? 0) + count;
  if (table.size * 2 > table.keys.length) grow(table);
}

/** The slot of a key that is there. */
export function findKey(table: KeyTable, key: number): number | undefined {
  const slot = slotOf(table, key);
  return table.keys[slot] === key ? slot : undefined;
}

/** Is a key among those that the table would keep? */
export function isKept({ level }: KeyTable, key: number): boolean {
  return (key & ((1 << level) - 1)) === 0;
}

/** Adds all keys of a later file's table. */
export function mergeKeys(into: KeyTable, from: KeyTable, file: number): void {
  const total = into.total + from.total;
  while (into.level < from.level) thin(into);
  for (let slot = 0; slot < from.keys.length; slot++) {
    const key = from.keys[slot] ?? 0;
    if (key !== 0) addKey(into, key, from.rows[slot] ?? 0, file, from.counts[slot]);
  }
  into.total = total;
}

function slots(length: number): Pick<KeyTable, 'keys' | 'counts' | 'rows' | 'files'> {
  return {
    keys: new Float64Array(length),
    counts: new Uint32Array(length),
    rows: new Uint32Array(length),
    files: new Uint16Array(length),
  };
}

function slotOf({ keys }: KeyTable, key: number): number {
  const mask = keys.length - 1;
  const high = Math.floor(key / 0x1_0000_0000);
  let slot = (Math.imul(key | 0, 0x9e3779b1) ^ (high * 0x85ebca6b)) & mask;
  for (let held = keys[slot]; held !== 0 && held !== key; held = keys[slot]) slot = (slot + 1) & mask;
  return slot;
}

function grow(table: KeyTable): void {
  if (table.size < MAX_KEYS) rebuild(table, table.keys.length * 2);
  else thin(table);
}

function thin(table: KeyTable): void {
  table.level++;
  rebuild(table, table.keys.length);
}

function rebuild(table: KeyTable, length: number): void {
  const { keys, counts, rows, files } = table;
  Object.assign(table, slots(length));
  table.size = 0;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    if (key === 0 || !isKept(table, key)) continue;
    const slot = slotOf(table, key);
    table.keys[slot] = key;
    table.counts[slot] = counts[at] ?? 0;
    table.rows[slot] = rows[at] ?? 0;
    table.files[slot] = files[at] ?? 0;
    table.size++;
  }
}
