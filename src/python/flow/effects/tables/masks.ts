import { allTaints, derive, newData, scalar, symbolOf, taintsIn } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { freshSymbol } from '../../machine';
import { compare, maskTaints } from '../../operators';
import { unite, uniteAll } from '../../taint';
import type { Data, Ref, Value } from '../../value';
import { scoresAmong } from '../models/columnScores';
import { acrossColumns } from '../models/statistics';

const OPERATORS: Readonly<Record<string, string>> = {
  eq: '==',
  ne: '!=',
  gt: '>',
  lt: '<',
  ge: '>=',
  le: '<=',
};

/** `df['a'].gt(3)`, `df['a'].between(low, high)` */
export function compared(m: Machine, self: Ref, data: Data, name: string, info: CallInfo): Value {
  const operator = OPERATORS[name];
  const { positional, named } = info.args;
  const [first] = positional;
  if (operator && first) return compare(m, operator, self, first);
  const bounds = [...positional, ...named.values()];
  const taints = unite(allTaints(data), uniteAll(bounds.map(value => taintsIn(m, value))));
  const symbol = `between(${data.symbol},${positional.map(value => symbolOf(m, value)).join()})`;
  return newData(m, { form: 'mask', rows: data.rows, taints: maskTaints(m, taints), symbol });
}

/** `mask.any(axis=1)` says something of each row, `mask.any()` of all. */
export function quantified(m: Machine, data: Data, info: CallInfo): Value {
  if (!acrossColumns(info)) return scalar(m, scoresAmong(data), freshSymbol(m));
  return derive(m, data, { form: 'mask', taints: allTaints(data), columns: new Map(), closed: false });
}
