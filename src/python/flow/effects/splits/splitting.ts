import { constantOf, dataOf, derive, newData, scalar, symbolOf, taintsIn, unknownValue } from '../../data';
import type { Assignment } from '../../../knowledge/entry';
import { siteOf } from '../../frame';
import type { CallInfo, Machine } from '../../machine';
import { record } from '../../machine';
import type { Split } from '../../rows/rows';
import type { Site } from '../../site';
import { uniteAll, without } from '../../taint';
import type { Data, Value } from '../../value';
import { assignedByArguments } from './assignment';
import { splitOnce } from './drawing';
import { withoutOrder } from '../tables/order';
import { rowsOf } from '../scores/scoring';
import { sliceRows } from '../../rows/rowsBy';

/** `train_test_split(a, b)`: a train part and a test part of each array. */
export function splitArrays(m: Machine, name: string, given: Assignment | undefined, info: CallInfo): Value {
  const { positional, named } = info.args;
  const [first] = positional;
  const of = rowsOf(m, first);
  const assigns = given ?? assignedByArguments(info.args);
  const label = name.split('.').pop() ?? name;
  const made = { form: 'holdout', site: info.site, label, assigns } as const;
  const split = splitOnce(m, made, of, named);
  const carried = uniteAll(positional.map(array => taintsIn(m, array, 1)));
  record<'split'>(m, { kind: 'split', site: info.site, split, of, arrays: arraysOf(m, info), carried });
  const items = positional.flatMap(array => [partOf(m, array, split, 0), partOf(m, array, split, 1)]);
  const rest = info.args.others.length > 0 ? unknownValue(m, info.site, 'a part') : undefined;
  return m.store.allocate({ tag: 'sequence', form: 'list', items, rest, ...(rest ? {} : { split }) });
}

function arraysOf(m: Machine, { written = [] }: CallInfo): readonly Site[] {
  if (written.some(arg => arg.spread !== 'none')) return [];
  return written.filter(arg => arg.name === undefined).map(arg => siteOf(m, arg.span));
}

function partOf(m: Machine, array: Value, split: Split, index: number): Value {
  const data = dataOf(m, array);
  if (!data) {
    const rows =
      rowsOf(m, array) ??
      m.rows.all({ key: `list ${symbolOf(m, array)}`, kind: 'generate', site: split.site, label: 'a list' });
    const taints = split.assigns === 'in-order' ? taintsIn(m, array) : without(taintsIn(m, array), 'order');
    return newData(m, { rows: m.rows.part(split, index, rows), taints });
  }
  const rows = m.rows.part(split, index, data.rows);
  return derive(m, data, {
    ...(split.assigns === 'in-order' ? {} : withoutOrder(data)),
    rows,
    column: data.column,
    names: data.form === 'index' ? { rows, negated: false } : undefined,
  });
}

/** `series.split_before(0.8)` */
export function beforeAndAfter(m: Machine, data: Data, bound: Value | undefined): Value {
  const at = { tag: 'slice', lower: undefined, upper: undefined, step: undefined } as const;
  const items = [
    { ...at, upper: bound },
    { ...at, lower: bound },
  ].map(slice => derive(m, data, { rows: sliceRows(m, data.rows, slice) }));
  return m.store.allocate({ tag: 'sequence', form: 'tuple', items, rest: undefined });
}

/** `df.head(n)`, `df[:n]` by methods. */
export function headOrTail(m: Machine, data: Data, name: string, count: Value | undefined): Value {
  const bound = count ?? { tag: 'const' as const, value: 5 };
  const slice =
    name === 'head'
      ? { tag: 'slice' as const, lower: undefined, upper: bound, step: undefined }
      : { tag: 'slice' as const, lower: negated(m, bound), upper: undefined, step: undefined };
  return derive(m, data, { rows: sliceRows(m, data.rows, slice), column: data.column });
}

function negated(m: Machine, bound: Value): Value {
  const value = constantOf(bound);
  return typeof value === 'number'
    ? { tag: 'const', value: -value }
    : scalar(m, [], `-${symbolOf(m, bound)}`);
}
