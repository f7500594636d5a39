import { allTaints, dataOf } from '../../data';
import type { Machine } from '../../machine';
import type { StatTaint, Taint, Taints } from '../../taint';
import { mapTaints } from '../../taint';
import type { Data, Value } from '../../value';

/*
 * Statistics by hand that move and stretch whole columns, as in `(x - x.mean()) / x.std()`: what a scaler does. As soon as columns
 * are put together, or a value is bent, their statistics are in the numbers as any others are.
 */

const MOVES: ReadonlySet<string> = new Set(['+', '-', '*', '/']);

/** What a column that is combined with a number carries of the number's statistics. */
export function shifting(
  m: Machine,
  operator: string,
  [left, right]: readonly [Value, Value],
  taints: Taints,
): Taints {
  const [a, b] = [dataOf(m, left), dataOf(m, right)];
  const moves = MOVES.has(operator) && (a === undefined) !== (b === undefined);
  // A number over a column bends it.
  if (!moves || (operator === '/' && a === undefined)) return unshifted(taints);
  return mapTaints(taints, taint => (isPlain(taint) ? shifted(m, taint) : taint));
}

/** The columns themselves, where an operand or an operator does more than move them. */
export function afterMoving(
  m: Machine,
  operator: string,
  [left, right]: readonly [Value, Value],
  base: Data,
): Data {
  const alone = dataOf(m, left) === undefined || dataOf(m, right) === undefined;
  const bent = operator === '/' && dataOf(m, left) === undefined;
  return MOVES.has(operator) && alone && !bent ? base : bentTogether(base);
}

/** Columns that were put together, or whose values were bent. */
export function bentTogether(data: Data): Data {
  if (!allTaints(data).some(isShifted)) return data;
  const columns = new Map([...data.columns].map(([name, own]) => [name, unshifted(own)] as const));
  return { ...data, taints: unshifted(data.taints), columns };
}

function isShifted(taint: Taint): boolean {
  return taint.kind === 'stat' && taint.shifts !== undefined;
}

/** They are in the numbers as any other statistic is. */
export function unshifted(taints: Taints): Taints {
  return mapTaints(taints, taint => (taint.kind === 'stat' ? (taint.shifts ?? taint) : taint));
}

function isPlain(taint: Taint): taint is StatTaint {
  return taint.kind === 'stat' && !taint.transformer && !taint.grouped && !taint.shifts;
}

function shifted(m: Machine, taint: StatTaint): StatTaint {
  return m.taints.add(`shift ${taint.id}`, id => ({ ...taint, id, shifts: taint }));
}
