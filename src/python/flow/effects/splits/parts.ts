import { constantOf, contentOf } from '../../data';
import { sliceRows } from '../../rows/rowsBy';
import type { CallInfo, Machine } from '../../machine';
import { record } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Value } from '../../value';
import { newBatches } from '../networks/batches';
import { givenSplit, indexOf } from '../networks/loaders';

/** Data sets that come in parts under their names: `load_dataset('imdb')['test']`. */
export function loadParts(m: Machine, info: CallInfo): Value {
  const { positional, named } = info.args;
  const path = constantOf(positional[0] ?? named.get('path'));
  const config = constantOf(positional[1] ?? named.get('name')) ?? '';
  const files = filesOf(m, named.get('data_files') ?? named.get('data_dir'));
  const label =
    [path, config].filter(text => typeof text === 'string' && text !== '').join('/') || 'load_dataset()';
  const key = `${label} ${files ?? ''}`;
  const source = { key: `load ${key}`, kind: 'load', site: info.site, label } as const;
  record<'load'>(m, { kind: 'load', site: info.site, source });
  const whole = m.rows.all(source);
  const part = (name: string): Value => {
    const index = indexOf(name) ?? 3;
    const rows = m.rows.part(givenSplit(m, key, info), index, whole);
    return newBatches(m, { rows, taints: [], name, parts: [] });
  };
  const split = constantOf(named.get('split'));
  if (typeof split === 'string') return oneOf(m, split, whole, part);
  const names = ['train', 'test', 'validation', 'unsupervised'];
  const entries = new Map(names.map(name => [name, part(name)] as const));
  return m.store.allocate({ tag: 'dictionary', entries, rest: undefined });
}

/** `split='train[:80%]'` */
function oneOf(m: Machine, asked: string, whole: Rows, part: (name: string) => Value): Value {
  const [, name, lower, upper] = /^(\w+)(?:\[([^:\]]*):([^\]]*)\])?$/.exec(asked) ?? [];
  if (name === undefined) return newBatches(m, { rows: whole, taints: [], name: undefined, parts: [] });
  const made = part(name);
  const data = contentOf(m, made);
  if (data?.tag !== 'data' || (!lower && !upper)) return made;
  const bound = (text: string | undefined): Value | undefined =>
    text ? { tag: 'const', value: text } : undefined;
  const slice = { tag: 'slice', lower: bound(lower), upper: bound(upper), step: undefined } as const;
  return newBatches(m, { rows: sliceRows(m, data.rows, slice), taints: [], name, parts: [] });
}

/** Files that are written are the data set; others are one of its own. */
function filesOf(m: Machine, value: Value | undefined): string | undefined {
  if (!value) return undefined;
  const text = constantOf(value);
  if (typeof text === 'string') return text;
  const content = contentOf(m, value);
  if (content?.tag !== 'dictionary') return `${value.tag === 'ref' ? value.id : ''}`;
  return [...content.entries].map(([key, file]) => `${String(key)}=${String(constantOf(file))}`).join();
}
