import { scalar } from '../data';
import type { Machine } from '../machine';
import { originOfColumn } from '../columns/provenance';
import { CLEAN, unite, withoutOrigins } from '../taint';
import type { Data, Value } from '../value';

/** The value of one column in one row of a table. */
export function cellOf(m: Machine, row: Data, name: string): Value {
  const own = row.columns.get(name) ?? (row.closed ? CLEAN : row.taints);
  return scalar(m, unite(withoutOrigins(own), originOfColumn(m, row, name)), `${row.symbol}.${name}.cell`);
}
