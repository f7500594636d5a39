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
  if (!moves || (operator === '/' && a === undefined)) return bent(m, taints);
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
  const inverted = operator === '/' && dataOf(m, left) === undefined;
  return MOVES.has(operator) && alone && !inverted ? base : bentTogether(m, base);
}

/** Columns that were put together, or whose values were bent. */
export function bentTogether(m: Machine, data: Data): Data {
  return withChange(data, taints => bent(m, taints));
}

/** What a function of so many tables leaves of what was scaled before; one that rises leaves trees their thresholds. */
export function bending(m: Machine, name: string, tables: number): (taints: Taints) => Taints {
  if (tables < 2 && LEAVES.test(name)) return taints => taints;
  return tables < 2 && RISING.test(name) ? taints => inOrder(m, taints) : taints => bent(m, taints);
}

/** Functions that move and stretch, take columns in another order, or answer with a yes or no. */
const LEAVES =
  /^(add|subtract|multiply|divide|true_divide|negative|is\w+|logical_\w+|insert|delete|vectorize|flip\w*|rot90|roll|add_constant|float|str|bool)$/;

const RISING = /^(log|log1p|log2|log10|exp|expm1|sqrt|cbrt|tanh|arctan|arcsinh|expit|sigmoid)$/;

/** The statistics are in the numbers as any others are: nothing takes them out again. */
export function bent(m: Machine, taints: Taints): Taints {
  return mapTaints(taints, taint =>
    taint.kind === 'stat' ? (taint.shifts ?? scaledNoMore(m, taint)) : taint,
  );
}

/** The order of the values is left, and no more: `np.log1p(x - x.min())` */
function inOrder(m: Machine, taints: Taints): Taints {
  return mapTaints(taints, taint =>
    isShifted(taint) && !taint.ordered
      ? m.taints.add(`order ${taint.id}`, id => ({ ...taint, id, ordered: true }))
      : taint,
  );
}

/** The same in each column. */
export function withChange(data: Data, change: (taints: Taints) => Taints): Data {
  if (!allTaints(data).some(isShifted)) return data;
  const columns = new Map([...data.columns].map(([name, own]) => [name, change(own)] as const));
  return { ...data, taints: change(data.taints), columns };
}

function isShifted(taint: Taint): taint is StatTaint {
  return taint.kind === 'stat' && (taint.shifts !== undefined || taint.transformer?.scales !== undefined);
}

/** What a scaler taught, in columns that are no longer its own. */
function scaledNoMore(m: Machine, taint: StatTaint): StatTaint {
  const { transformer } = taint;
  if (transformer?.scales === undefined) return taint;
  return m.taints.add(`bent ${taint.id}`, id => ({
    ...taint,
    id,
    transformer: { ...transformer, scales: undefined },
  }));
}

function isPlain(taint: Taint): taint is StatTaint {
  return taint.kind === 'stat' && !taint.transformer && !taint.grouped && !taint.shifts;
}

function shifted(m: Machine, taint: StatTaint): StatTaint {
  return m.taints.add(`shift ${taint.id}`, id => ({ ...taint, id, shifts: taint }));
}
