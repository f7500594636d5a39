import type { Row } from '../../src/reports/document';
import { cellOrder } from './cell';

/** The column that a table is sorted by. */
export interface Order {
  readonly column: number;
  readonly direction: 'ascending' | 'descending';
}

/** By table; it outlives redraws. */
const orders = new Map<string, Order>();

export function orderOf(table: string): Order | undefined {
  return orders.get(table);
}

/** The greatest first, then the least, then as the report has it. */
export function nextOrder(table: string, column: number): void {
  const now = orders.get(table);
  if (now?.column !== column) orders.set(table, { column, direction: 'descending' });
  else if (now.direction === 'descending') orders.set(table, { column, direction: 'ascending' });
  else orders.delete(table);
}

export function sorted(rows: readonly Row[], order: Order | undefined): readonly Row[] {
  if (!order) return rows;
  const sign = order.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => sign * compare(a.cells[order.column], b.cells[order.column]));
}

/** Numbers before words. */
function compare(a: Row['cells'][number] | undefined, b: Row['cells'][number] | undefined): number {
  const [left, right] = [cellOrder(a), cellOrder(b)];
  if (typeof left === 'number' && typeof right === 'number') return left === right ? 0 : left - right;
  if (typeof left === 'string' && typeof right === 'string')
    return left.localeCompare(right, 'en', { numeric: true });
  return typeof left === 'number' ? 1 : -1;
}
