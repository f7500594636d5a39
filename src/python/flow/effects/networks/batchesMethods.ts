import { methodEffect } from '../../../knowledge/methods';
import { derive, newData } from '../../data';
import { rowsBy, sliceRows } from '../../rows/rowsBy';
import type { CallInfo, Machine } from '../../machine';
import type { Data, Ref, Value } from '../../value';
import { NONE } from '../../value';
import { chosenRows, dataSetOf, elementOfBatches, outOfBatch } from './batches';
import { drawnAnew, reshuffled } from './folders';
import { partOf, splitInto } from './loaders';
import { unresolved } from '../unresolved';

/** A method of a data set: most give it back, in another guise. */
export function callBatches(m: Machine, self: Ref, data: Data, name: string, info: CallInfo): Value {
  if (IN_PLACE.has(name)) return NONE;
  const [first] = info.args.positional;
  const of = (rows: Data['rows']): Value => derive(m, data, { rows, fields: data.fields });
  switch (name) {
    case 'shuffle':
      return reshuffled(m, self, data, info);
    case 'take':
      return of(
        drawnAnew(m, data, name, info) ??
          sliceRows(m, data.rows, { tag: 'slice', lower: undefined, upper: first, step: undefined }),
      );
    case 'skip':
      return of(
        drawnAnew(m, data, name, info) ??
          sliceRows(m, data.rows, { tag: 'slice', lower: first, upper: undefined, step: undefined }),
      );
    case 'select':
    case 'filter':
    case 'shard':
      return of(chosenRows(m, { rows: data.rows, taints: [], name: undefined, parts: [] }, first));
    case 'train_test_split':
      return splitInTwo(m, self, info);
    case 'to_pandas':
    case 'to_numpy':
      return newData(m, { rows: data.rows, taints: data.taints, within: data.name ?? data.within });
    default:
  }
  return SAME.has(name) ? self : unresolved(m, info);
}

/** `set.train_test_split(test_size=0.1)`: a dictionary of two parts. */
function splitInTwo(m: Machine, self: Ref, info: CallInfo): Value {
  const set = dataSetOf(m, self);
  if (!set) return unresolved(m, info);
  const split = splitInto(m, set.rows, 'train_test_split', info, info.args.named.get('seed'));
  const entries = new Map(
    ['train', 'test'].map((name, i) => [name, partOf(m, { ...set, name }, split, i)] as const),
  );
  return m.store.allocate({ tag: 'dictionary', entries, rest: undefined });
}

const SAME: ReadonlySet<string> = new Set(
  `map shuffle prefetch cache batch repeat padded_batch unbatch rename rename_column rename_columns remove_columns
  with_format with_transform cast cast_column class_encode_column add_column flatten sort select_columns
  as_numpy_iterator with_options apply`.split(/\s+/),
);

const CUTS: ReadonlySet<string> = new Set(
  'take skip select filter shard train_test_split to_pandas to_numpy'.split(' '),
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
  if (SAME.has(attr) || CUTS.has(attr) || IN_PLACE.has(attr) || methodEffect(attr))
    return { tag: 'method', self, name: attr };
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
