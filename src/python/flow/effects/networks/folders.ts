import { constantOf, contentOf } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { record } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Data, Ref, Value } from '../../value';
import { TRUE } from '../../value';
import { dataSetOf } from './batches';
import { newSplit, splitOnce } from '../splits/drawing';
import { folder, partOf } from './loaders';

/** Data sets of TensorFlow, which run anew in each epoch: folders in two parts, and orders that do not last. */

/** `image_dataset_from_directory(folder, validation_split=0.2, subset='training', seed=1)` */
export function folderPart(m: Machine, name: string, info: CallInfo): Value {
  const whole = folder(m, name, info);
  const { named } = info.args;
  const subset = constantOf(named.get('subset'));
  const set = dataSetOf(m, whole);
  if (!set || typeof subset !== 'string') return streaming(m, whole);
  const label = name.split('.').pop() ?? name;
  const seed = named.get('seed');
  const shuffle = named.get('shuffle');
  const drawn = new Map<string, Value>([
    ['validation_split', named.get('validation_split') ?? TRUE],
    ...(seed ? [['random_state', seed] as const] : []),
    ...(shuffle ? [['shuffle', shuffle] as const] : []),
  ]);
  const made = { form: 'holdout', site: info.site, label, assigns: 'at-random' } as const;
  const split = splitOnce(m, made, set.rows, drawn);
  record<'split'>(m, { kind: 'split', site: info.site, split, of: set.rows, arrays: [] });
  const part = (index: number): Value => streaming(m, partOf(m, { ...set, name: undefined }, split, index));
  if (subset !== 'both') return part(subset === 'training' ? 0 : 1);
  return m.store.allocate({ tag: 'sequence', form: 'tuple', items: [part(0), part(1)], rest: undefined });
}

/** It is a data set of TensorFlow. */
export function streaming(m: Machine, value: Value): Value {
  return withMark(m, value, STREAMS);
}

function withMark(m: Machine, value: Value, mark: string): Value {
  const content = contentOf(m, value);
  if (value.tag !== 'ref' || content?.tag !== 'data') return value;
  return m.store.allocate({ ...content, fields: new Map([...content.fields, [mark, TRUE]]) });
}

const STREAMS = '.streams';
const RESHUFFLED = '.reshuffled';

/** `set.shuffle(1000)`: without a seed, the order is another one each time that the set is run through. */
export function reshuffled(
  m: Machine,
  self: Ref,
  data: Data,
  { args: { named, positional } }: CallInfo,
): Value {
  if (!data.fields.has(STREAMS) || positional.length > 1 || named.has('seed')) return self;
  const each = named.get('reshuffle_each_iteration');
  return each && constantOf(each) !== true ? self : withMark(m, self, RESHUFFLED);
}

/** `take(n)` and `skip(n)` of such a set: the first rows in one order, the later ones in another. */
export function drawnAnew(m: Machine, data: Data, name: string, info: CallInfo): Rows | undefined {
  if (!data.fields.has(RESHUFFLED)) return undefined;
  const made = { form: 'holdout', site: info.site, label: name, assigns: 'at-random' } as const;
  const split = { ...newSplit(m, made), drawn: { how: 'anew', epoch: m.seedings } as const };
  return m.rows.part(split, name === 'take' ? 0 : 1, data.rows);
}
