import type { ColumnByClass, NumberRange, Separation } from '../summary/separation';
import { SEVERAL } from '../summary/separation';

/** Fewer rows of a class may be set apart by chance: with 10 against 10 that happens to one column in 90,000. */
export const LEAST_ROWS_OF_CLASS = 10;
/** A column whose values occur less often tells rows apart rather than classes. */
const LEAST_ROWS_OF_VALUE = 5;

/**
 * The columns each of which separates the classes of the target alone: its numbers lie in ranges that do not overlap, or
 * each of its values, missing included, occurs in one class only.
 */
export function separatingColumns({ classes, columns }: Separation): readonly string[] {
  if (!classes || classes.size < 2) return [];
  const counts = [...classes.values()];
  if (counts.some(rows => rows < LEAST_ROWS_OF_CLASS)) return [];
  const rows = counts.reduce((sum, count) => sum + count, 0);
  return [...columns].filter(([, column]) => separates(column, rows)).map(([name]) => name);
}

function separates(column: ColumnByClass, rows: number): boolean {
  const { numbers, owners, missing } = column;
  if (!owners || missing.size > 1) return false;
  if (owners.size * LEAST_ROWS_OF_VALUE > rows) return false;
  if ([...owners.values()].includes(SEVERAL)) return false;
  return areApart([...numbers.values()]);
}

function areApart(ranges: readonly NumberRange[]): boolean {
  const sorted = [...ranges].sort((a, b) => a.min - b.min);
  return sorted.every((range, index) => index === 0 || (sorted[index - 1]?.max ?? Infinity) < range.min);
}
