/**
 * A sample of rows, kept by columns, of numbers only (`NaN` for everything else). All rows up to a number of cells; above
 * it those whose hash ends in zero bits, one bit more each time it is full: which rows are kept depends on their
 * numbers in the file alone, so that any way of reading gives the same sample.
 */
export interface RowSample {
  level: number;
  /** Hashes of the rows that are kept. */
  hashes: number[];
  readonly columns: Map<string, number[]>;
}

/** Numbers that a sample holds at most: 32 MB. */
const MAX_CELLS = 1 << 22;
/** More rows tell no more of a distribution. */
const MAX_ROWS = 1 << 17;

export const createSample = (): RowSample => ({ level: 0, hashes: [], columns: new Map() });

/** Of these rows, the ones that are kept. */
export function sampledRows(sample: RowSample, rows: readonly number[], first: number): number[] {
  return rows.filter(row => isKept(sample.level, hashOfRow(first + row)));
}

export function addSampled(
  sample: RowSample,
  hashes: readonly number[],
  columns: ReadonlyMap<string, readonly number[]>,
): void {
  const before = sample.hashes.length;
  for (const hash of hashes) sample.hashes.push(hash);
  for (const [name, values] of columns) {
    const column = columnOf(sample, name, before);
    for (const value of values) column.push(value);
  }
  for (const column of sample.columns.values()) fill(column, sample.hashes.length);
  while (sample.hashes.length > mostRows(sample)) thin(sample, sample.level + 1);
}

export function mergeSamples(into: RowSample, from: RowSample): void {
  if (into.level < from.level) thin(into, from.level);
  const kept = from.hashes.flatMap((hash, row) => (isKept(into.level, hash) ? [row] : []));
  const columns = new Map([...from.columns].map(([name, values]) => [name, pick(values, kept)]));
  addSampled(into, pick(from.hashes, kept), columns);
}

/** The hash of a row by its number in the file: the finaliser of MurmurHash3. */
export function hashOfRow(row: number): number {
  let hash = row ^ (row >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const isKept = (level: number, hash: number): boolean => (hash & ((1 << level) - 1)) === 0;

function mostRows({ columns }: RowSample): number {
  return Math.min(MAX_ROWS, Math.max(1, Math.floor(MAX_CELLS / Math.max(1, columns.size))));
}

function thin(sample: RowSample, level: number): void {
  sample.level = level;
  const kept = sample.hashes.flatMap((hash, row) => (isKept(level, hash) ? [row] : []));
  sample.hashes = pick(sample.hashes, kept);
  for (const [name, values] of sample.columns) sample.columns.set(name, pick(values, kept));
}

function columnOf(sample: RowSample, name: string, rows: number): number[] {
  let column = sample.columns.get(name);
  if (!column) sample.columns.set(name, (column = []));
  fill(column, rows);
  return column;
}

function fill(column: number[], length: number): void {
  while (column.length < length) column.push(Number.NaN);
}

function pick(values: readonly number[], rows: readonly number[]): number[] {
  return rows.map(row => values[row] ?? Number.NaN);
}
