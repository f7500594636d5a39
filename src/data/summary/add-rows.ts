import type { Batch, Cell } from '../table/batch';
import { addLabels } from './agreement';
import type { ColumnSummary, Present } from './column';
import { addValue } from './column';
import { addTime } from './extent';
import { createHasher, keyOf, seedOf } from './hash';
import type { KeyTable } from './key-table';
import { addKey } from './key-table';
import type { Plan } from './plan';
import { addSampled, hashOfRow, sampledRows } from './sample';
import type { ColumnByClass, Separation } from './separation';
import { addClass, addOwned, byClass } from './separation';
import type { Summary } from './summary';
import { columnOf } from './summary';
import type { Value } from './value';
import { valueOf } from './value';

/** What adding rows needs beside them; one serves a whole file. */
export interface Adding {
  readonly plan: Plan;
  readonly hasher: ReturnType<typeof createHasher>;
  readonly compared: ReadonlySet<string>;
  /** Columns that are not asked whether they separate the classes. */
  readonly notFeatures: ReadonlySet<string>;
}

export function startAdding(plan: Plan): Adding {
  const target = plan.target === undefined ? [] : [plan.target];
  return {
    plan,
    hasher: createHasher(),
    compared: new Set(plan.compared),
    notFeatures: new Set([...plan.notFeatures, ...target]),
  };
}

/** Rows of one batch on their way into one summary. */
interface Rows {
  readonly adding: Adding;
  readonly batch: Batch;
  /** Their indices in the batch. */
  readonly indices: readonly number[];
  readonly sampled: ReadonlySet<number>;
  /** Hashes so far over the compared columns, by position in `indices`. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/**
 * Adds rows of a batch.
 *
 * @param indices which rows of the batch
 * @param first the number of the batch's first row in its file, from 0
 */
export function addRows(
  summary: Summary,
  adding: Adding,
  batch: Batch,
  indices: readonly number[],
  first: number,
): void {
  const { length } = indices;
  const sampled = sampledRows(summary.sample, indices, first);
  const [low, high] = [new Uint32Array(length), new Uint32Array(length)];
  const rows: Rows = { adding, batch, indices, low, high, sampled: new Set(sampled) };
  const labels = addClasses(summary.separation, rows);
  const numbers = new Map<string, readonly number[]>();
  for (const name of batch.columns) {
    const values = valuesOf(rows, name);
    const column = columnOf(summary, name);
    addColumn(column, values, rows);
    const owned = ownedBy(summary.separation, adding, name);
    if (owned && labels) addOwners(owned, values, labels);
    if (column.kinds.number > 0) numbers.set(name, sampledNumbers(rows, values));
  }
  addAbsent(summary, rows);
  addGroups(summary, rows);
  addTimes(summary, rows);
  addAnnotators(summary, rows);
  addRowKeys(summary, rows);
  addSampled(
    summary.sample,
    sampled.map(index => hashOfRow(first + index)),
    numbers,
  );
  summary.rows += length;
}

function valuesOf({ batch, indices }: Rows, name: string): readonly Value[] {
  const cells: readonly Cell[] = batch.cells[batch.columns.indexOf(name)] ?? [];
  return indices.map(index => valueOf(cells[index] ?? null));
}

const hasColumn = ({ batch }: Rows, name: string | undefined): name is string =>
  name !== undefined && batch.columns.includes(name);

function addColumn(column: ColumnSummary, values: readonly Value[], rows: Rows): void {
  const { adding, low, high } = rows;
  const { hasher } = adding;
  const seed = seedOf(column.name);
  const compared = adding.compared.has(column.name);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? null;
    if (value === null) {
      column.missing++;
      continue;
    }
    hasher.hash(seed, value);
    addValue(column, value, hasher.low, hasher.high);
    if (!compared) continue;
    // A sum does not mind the order of columns. Typed arrays keep it within 32 bits.
    low[at] = (low[at] ?? 0) + hasher.low;
    high[at] = (high[at] ?? 0) + hasher.high;
  }
}

/** Columns that earlier rows have and this batch does not. */
function addAbsent(summary: Summary, rows: Rows): void {
  for (const column of summary.columns.values()) {
    if (!hasColumn(rows, column.name)) column.missing += rows.indices.length;
  }
}

function addClasses(separation: Separation, rows: Rows): readonly (Present | undefined)[] | undefined {
  const { target } = rows.adding.plan;
  if (!hasColumn(rows, target)) return undefined;
  return valuesOf(rows, target).map(label => (addClass(separation, label) ? label : undefined));
}

function ownedBy(separation: Separation, { notFeatures }: Adding, name: string): ColumnByClass | undefined {
  return separation.classes && !notFeatures.has(name) ? byClass(separation, name) : undefined;
}

function addOwners(
  owned: ColumnByClass,
  values: readonly Value[],
  labels: readonly (Present | undefined)[],
): void {
  for (const [at, label] of labels.entries()) {
    if (label !== undefined) addOwned(owned, values[at] ?? null, label);
  }
}

function sampledNumbers({ indices, sampled }: Rows, values: readonly Value[]): number[] {
  const numbers: number[] = [];
  for (const [at, index] of indices.entries()) {
    if (!sampled.has(index)) continue;
    const value = values[at];
    numbers.push(typeof value === 'number' ? value : Number.NaN);
  }
  return numbers;
}

function addGroups({ groups }: Summary, rows: Rows): void {
  for (const [name, keys] of groups) {
    if (!hasColumn(rows, name)) continue;
    addEach(keys, rows, valuesOf(rows, name));
  }
}

function addEach(keys: KeyTable, { adding, batch, indices }: Rows, values: readonly Value[]): void {
  const { hasher } = adding;
  for (const [at, index] of indices.entries()) {
    const value = values[at] ?? null;
    if (value === null) continue;
    hasher.hash(0, value);
    addKey(keys, keyOf(hasher.low, hasher.high), batch.at[index] ?? 0, 0);
  }
}

function addTimes(summary: Summary, rows: Rows): void {
  const { time } = rows.adding.plan;
  if (!hasColumn(rows, time)) return;
  const values = valuesOf(rows, time);
  for (const [at, index] of rows.indices.entries()) {
    addTime(summary.time, values[at] ?? null, rows.batch.at[index] ?? 0, 0);
  }
}

function addAnnotators(summary: Summary, rows: Rows): void {
  const columns = rows.adding.plan.annotators.filter(name => hasColumn(rows, name));
  if (columns.length === 0) return;
  const labels = columns.map(name => valuesOf(rows, name));
  for (let at = 0; at < rows.indices.length; at++) {
    addLabels(
      summary.agreement,
      labels.map(column => column[at] ?? null),
    );
  }
}

function addRowKeys(summary: Summary, rows: Rows): void {
  const { adding, batch, indices, low, high } = rows;
  const { hasher, plan } = adding;
  const targets = hasColumn(rows, plan.target) ? valuesOf(rows, plan.target) : [];
  const seed = seedOf(plan.target ?? '');
  for (const [at, index] of indices.entries()) {
    const [rowLow, rowHigh, row] = [low[at] ?? 0, high[at] ?? 0, batch.at[index] ?? 0];
    addKey(summary.features, keyOf(rowLow, rowHigh), row, 0);
    if (!summary.whole) continue;
    hasher.hash(seed, targets[at] ?? null);
    addKey(summary.whole, keyOf((rowLow + hasher.low) >>> 0, (rowHigh + hasher.high) >>> 0), row, 0);
  }
}
