import type { Present } from './column';
import { detached } from './column';
import type { Value } from './value';

/**
 * For each column, what is needed to tell whether it alone separates the classes of the target: the range of its numbers in
 * each class, or the classes in which each of its other values occurs.
 */
export interface Separation {
  /** Classes by their value, each with its number of rows; `undefined` once there are more than {@link MAX_CLASSES}. */
  classes: Map<Present, number> | undefined;
  readonly columns: Map<string, ColumnByClass>;
}

export interface ColumnByClass {
  readonly numbers: Map<Present, NumberRange>;
  /** In which class a value occurs, or {@link SEVERAL}; `undefined` once there are too many values. */
  owners: Map<Exclude<Present, number>, Owner> | undefined;
  /** Classes with rows in which the column is missing. */
  readonly missing: Map<Present, number>;
}

export interface NumberRange {
  min: number;
  max: number;
  count: number;
}

export type Owner = Present | typeof SEVERAL;
export const SEVERAL = Symbol('several classes');

/** A target with more values than this is not one of classes. */
export const MAX_CLASSES = 50;
/** A column with more values that are no numbers tells rows apart, not classes. */
const MAX_OWNED = 1_000;

export const createSeparation = (): Separation => ({ classes: new Map(), columns: new Map() });

/** Notes a row's class; false where it has none that counts. */
export function addClass(separation: Separation, label: Value, rows = 1): label is Present {
  const { classes } = separation;
  if (!classes || label === null) return false;
  const before = classes.get(label);
  if (before === undefined && classes.size >= MAX_CLASSES) {
    separation.classes = undefined;
    separation.columns.clear();
    return false;
  }
  classes.set(
    typeof label === 'string' && before === undefined ? detached(label) : label,
    (before ?? 0) + rows,
  );
  return true;
}

export function byClass(separation: Separation, column: string): ColumnByClass {
  let known = separation.columns.get(column);
  if (!known) {
    known = { numbers: new Map(), owners: new Map(), missing: new Map() };
    separation.columns.set(column, known);
  }
  return known;
}

export function addOwned(column: ColumnByClass, value: Value, label: Present): void {
  if (value === null) column.missing.set(label, (column.missing.get(label) ?? 0) + 1);
  else if (typeof value === 'number') widen(column, label, { min: value, max: value, count: 1 });
  else own(column, value, label);
}

export function mergeSeparations(into: Separation, from: Separation): void {
  if (!from.classes) {
    into.classes = undefined;
    into.columns.clear();
  }
  for (const [label, rows] of from.classes ?? []) addClass(into, label, rows);
  if (!into.classes) return;
  for (const [name, column] of from.columns) mergeColumn(byClass(into, name), column);
}

function mergeColumn(into: ColumnByClass, from: ColumnByClass): void {
  for (const [label, range] of from.numbers) widen(into, label, range);
  for (const [label, rows] of from.missing) into.missing.set(label, (into.missing.get(label) ?? 0) + rows);
  if (!from.owners) into.owners = undefined;
  for (const [value, owner] of from.owners ?? []) own(into, value, owner);
}

function widen({ numbers }: ColumnByClass, label: Present, { min, max, count }: NumberRange): void {
  const range = numbers.get(label);
  if (!range) {
    numbers.set(label, { min, max, count });
    return;
  }
  if (min < range.min) range.min = min;
  if (max > range.max) range.max = max;
  range.count += count;
}

function own(column: ColumnByClass, value: Exclude<Present, number>, owner: Owner): void {
  const { owners } = column;
  if (!owners) return;
  const before = owners.get(value);
  if (before === owner) return;
  if (before !== undefined) owners.set(value, SEVERAL);
  else if (owners.size >= MAX_OWNED) column.owners = undefined;
  else owners.set(typeof value === 'string' ? detached(value) : value, owner);
}
