import { dataOf, derive, symbolOf } from '../../data';
import type { Machine, Round } from '../../machine';
import type { Rows, Selector } from '../../rows/rows';
import type { Value } from '../../value';

/**
 * `for i in range(60, n): X.append(series[i - 60:i])`: the windows of all rounds together are of the rows from the first one's
 * start to the last one's end, where the loop says so; a list that the loop fills holds all of them.
 */
export function allWindows(m: Machine, value: Value, rounds: readonly Round[]): Value {
  const data = dataOf(m, value);
  const rows = data && isWindow(data.taints) ? data.rows : undefined;
  if (!data || rows?.kind !== 'sub' || rows.by.by !== 'slice') return value;
  const { of, by } = rows;
  const stretch = rounds.map(round => fromFirstToLast(m, round, by, of)).find(one => one !== undefined);
  if (!stretch || (stretch.lower === undefined && stretch.upper === undefined)) return value;
  return derive(m, data, {
    rows: m.rows.sub(of, stretch),
    symbol: data.symbol,
    column: data.column,
    of: data.of,
  });
}

function isWindow(taints: readonly { readonly kind: string; readonly how?: unknown }[]): boolean {
  return taints.some(({ kind, how }) => kind === 'dup' && how === 'window');
}

type Slice = Extract<Selector, { by: 'slice' }>;

function fromFirstToLast(
  m: Machine,
  { over, elements }: Round,
  { lower, upper }: Slice,
  of: Rows,
): Slice | undefined {
  const [counter] = elements;
  if (!over?.upper || counter === undefined || elements.size > 1) return undefined;
  if (lower?.includes(counter) !== true || upper?.includes(counter) !== true) return undefined;
  const first = calculated(lower.replace(counter, over.lower ? symbolOf(m, over.lower) : '0'));
  const last = calculated(upper.replace(counter, symbolOf(m, over.upper)));
  return {
    by: 'slice',
    lower: first === '0' ? undefined : first,
    upper: last === `len${of.id}` ? undefined : last,
  };
}

/** `(720-720)` is `0`. */
function calculated(symbol: string): string {
  const [, a, operator, b] = /^\((\d+)([-+])(\d+)\)$/.exec(symbol) ?? [];
  if (a === undefined || b === undefined) return symbol;
  return String(operator === '-' ? Number(a) - Number(b) : Number(a) + Number(b));
}
