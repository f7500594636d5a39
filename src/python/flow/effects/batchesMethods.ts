import { methodEffect } from '../../knowledge/methods';
import { derive, newData } from '../data';
import { rowsBy } from '../rowsBy';
import type { CallInfo, Machine } from '../machine';
import type { Data, Ref, Value } from '../value';
import { NONE } from '../value';
import { elementOfBatches, outOfBatch } from './batches';
import { unresolved } from './unresolved';

/** A method of a data set: most give it back, in another guise. */
export function callBatches(m: Machine, self: Ref, data: Data, name: string, info: CallInfo): Value {
  if (IN_PLACE.has(name)) return NONE;
  return SAME.has(name) ? self : unresolved(m, info);
}

const SAME: ReadonlySet<string> = new Set(
  `map shuffle prefetch cache batch repeat padded_batch unbatch rename rename_column rename_columns remove_columns
  with_format with_transform cast cast_column class_encode_column add_column flatten sort select_columns
  as_numpy_iterator with_options apply`.split(/\s+/),
);

const IN_PLACE: ReadonlySet<string> = new Set([
  'set_format',
  'set_transform',
  'reset_format',
  'reset',
  'on_epoch_end',
]);

/** `loader.dataset`, `set.data`, `set.targets` */
export function attributeOfBatches(m: Machine, self: Ref, data: Data, attr: string): Value {
  if (attr === 'dataset') return self;
  if (SAME.has(attr) || IN_PLACE.has(attr) || methodEffect(attr)) return { tag: 'method', self, name: attr };
  return newData(m, { rows: data.rows, taints: data.taints, within: data.name ?? data.within });
}

/** `outputs.logits`, `out.topk(1)`: whatever it is, it is of these rows. */
export function attributeOfBatch(m: Machine, self: Ref, data: Data, attr: string): Value {
  if (attr === 'data')
    return derive(m, data, { taints: data.taints.filter(({ kind }) => kind !== 'output') });
  return IS_CALLED.has(attr) ? { tag: 'method', self, name: attr } : outOfBatch(m, data);
}

const IS_CALLED: ReadonlySet<string> = new Set(['item', 'backward', 'topk', 'items', 'values', 'detach_']);

/** `set[i]` is one row, `set[:n]` some; `set['text']` is a column. */
export function itemOfBatches(m: Machine, data: Data, index: Value): Value {
  const name = data.name ?? data.within;
  if (index.tag === 'const' && typeof index.value === 'string')
    return newData(m, { form: 'column', rows: data.rows, taints: data.taints, within: name });
  if (index.tag === 'const' || index.tag === 'scalar') return elementOfBatches(m, data, true);
  return derive(m, data, { rows: rowsBy(m, data, index), fields: data.fields });
}
