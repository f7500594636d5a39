import { constantOf, contentOf, dataOf, derive, symbolOf, taintsIn, unknownValue } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { freshSymbol, record } from '../../machine';
import type { Rows, Split } from '../../rows/rows';
import type { Taints } from '../../taint';
import { CLEAN, unite, uniteAll, without } from '../../taint';
import type { Value } from '../../value';
import type { DataSet } from './batches';
import { batchesWith, chosenRows, dataSetOf, newBatches } from './batches';
import { writtenPath } from '../tables/files';
import { newSplit, splitOnce } from '../splits/drawing';

/** `DataLoader(set)`, `TensorDataset(X, y)`, `Subset(set, positions)`, `ConcatDataset([a, b])` */
export function batchesFrom(m: Machine, of: 'first' | 'all' | 'chosen' | 'joined', info: CallInfo): Value {
  const { positional, named } = info.args;
  if (of === 'all') return sideBySide(m, positional, info);
  if (of === 'joined') return joined(m, positional[0] ?? named.get('datasets'), info);
  const set = dataSetOf(m, positional[0] ?? named.get('dataset'));
  if (!set) return unknownValue(m, info.site, 'a data set');
  if (of === 'chosen') return batchesWith(m, set, chosenRows(m, set, positional[1] ?? named.get('indices')));
  const sampler = named.get('sampler') ?? positional[3];
  return sampler && dataOf(m, sampler)?.form === 'index'
    ? batchesWith(m, set, chosenRows(m, set, sampler))
    : newBatches(m, set);
}

function sideBySide(m: Machine, tables: readonly Value[], info: CallInfo): Value {
  const [first] = tables;
  const set = dataSetOf(m, first);
  if (!set) return unknownValue(m, info.site, 'a data set');
  const taints = uniteAll(tables.map(table => without(taintsIn(m, table), 'column', 'unseen')));
  return newBatches(m, { ...set, taints, parts: tables });
}

/** `Dataset.from_tensor_slices((X, y))` */
export function slicesOf(m: Machine, info: CallInfo): Value {
  const [first] = info.args.positional;
  const tuple = contentOf(m, first);
  const tables = tuple?.tag === 'sequence' && !tuple.rest ? tuple.items : first ? [first] : [];
  return sideBySide(m, tables, info);
}

function joined(m: Machine, list: Value | undefined, info: CallInfo): Value {
  const content = contentOf(m, list);
  const items = content?.tag === 'sequence' && !content.rest ? content.items : [];
  const sets = items.map(item => dataSetOf(m, item));
  const known = sets.filter(set => set !== undefined);
  const [first] = known;
  if (!first || known.length < sets.length) return unknownValue(m, info.site, 'a data set');
  const rows = m.rows.union(known.map(set => set.rows));
  return newBatches(m, { ...first, rows, taints: uniteAll(known.map(set => set.taints)) });
}

/** `random_split(set, [n_train, n_test])` */
export function splitRandomly(m: Machine, info: CallInfo): Value {
  const { positional, named } = info.args;
  const given = positional[0] ?? named.get('dataset');
  const set = dataSetOf(m, given);
  const lengths = contentOf(m, positional[1] ?? named.get('lengths'));
  const count = lengths?.tag === 'sequence' && !lengths.rest ? lengths.items.length : 2;
  if (!set) return unknownValue(m, info.site, 'parts');
  const split = splitInto(m, set.rows, 'random_split', info, named.get('generator') ?? positional[2]);
  const items = Array.from({ length: count }, (_, i) => partOf(m, set, split, i));
  return m.store.allocate({ tag: 'sequence', form: 'list', items, rest: undefined });
}

/** A split at random; what its generator is seeded with is in the symbol of the generator. */
export function splitInto(
  m: Machine,
  rows: Rows,
  label: string,
  info: CallInfo,
  seed: Value | undefined,
): Split {
  const made = { form: 'holdout', site: info.site, label, assigns: 'at-random' } as const;
  const drawn = seed ? new Map<string, Value>([['random_state', seed]]) : new Map<string, Value>();
  const split = splitOnce(m, made, rows, drawn);
  record<'split'>(m, { kind: 'split', site: info.site, split, of: rows, arrays: [] });
  return split;
}

export function partOf(m: Machine, set: DataSet, split: Split, index: number): Value {
  return newBatches(m, {
    ...set,
    rows: m.rows.part(split, index, set.rows),
    taints: without(set.taints, 'order'),
    parts: set.parts.map(part => withoutOrderOf(m, part)),
  });
}

function withoutOrderOf(m: Machine, part: Value): Value {
  const data = dataOf(m, part);
  if (!data || !taintsIn(m, part).some(({ kind }) => kind === 'order')) return part;
  return derive(m, data, { taints: without(data.taints, 'order'), symbol: data.symbol, column: data.column });
}

/** `MNIST(root, train=False)`: one of the parts that the data set comes in. */
export function givenPart(m: Machine, name: string, info: CallInfo): Value {
  const short = name.split('.').pop() ?? name;
  const { named, positional } = info.args;
  const asked = named.get('train') ?? named.get('split') ?? named.get('image_set') ?? positional[1];
  const index = indexOf(constantOf(asked));
  const source = { key: `load ${short}`, kind: 'generate', site: info.site, label: short } as const;
  record<'load'>(m, { kind: 'load', site: info.site, source });
  const whole = m.rows.all(source);
  const rows =
    index === undefined
      ? m.rows.sub(whole, { by: 'other', symbol: symbolOf(m, asked) || 'train' })
      : m.rows.part(givenSplit(m, short, info), index, whole);
  return newBatches(m, { rows, taints: transformTaints(m, info), name: NAMES[index ?? -1], parts: [] });
}

const NAMES: readonly (string | undefined)[] = ['train', 'test', 'validation'];

/** Which part a word or a truth value asks for: of a name without any, the training part. */
export function indexOf(asked: unknown): number | undefined {
  if (asked === true) return 0;
  if (asked === false || asked === 'test') return 1;
  if (asked === 'train') return 0;
  return typeof asked === 'string' && /^(val|valid|validation|dev)$/.test(asked) ? 2 : undefined;
}

/** The split in which a data set comes: the same one wherever it is loaded. */
export function givenSplit(m: Machine, label: string, info: CallInfo): Split {
  const key = `given ${label}`;
  const known = m.splits.get(key);
  if (known) return known;
  const split = newSplit(m, { form: 'holdout', site: info.site, label, assigns: 'as-given' });
  m.splits.set(key, split);
  return split;
}

/** `ImageFolder('data/train')`: the same folder is the same rows. */
export function folder(m: Machine, name: string, info: CallInfo): Value {
  const { named, positional } = info.args;
  const path = positional[0] ?? named.get('root') ?? named.get('directory');
  const symbol = path?.tag === 'const' || path?.tag === 'scalar' ? symbolOf(m, path) : freshSymbol(m);
  const label = lastName(symbol) ?? name.split('.').pop() ?? name;
  const written = writtenPath(path);
  const source = {
    key: `load ${symbol}`,
    kind: 'load',
    site: info.site,
    label,
    ...(written !== undefined && { path: written }),
  } as const;
  record<'load'>(m, { kind: 'load', site: info.site, source });
  return newBatches(m, {
    rows: m.rows.all(source),
    taints: transformTaints(m, info),
    name: lastName(symbol),
    parts: [],
  });
}

/** The last segment of a path that is written, or of the last text that one is put together from. */
export function lastName(symbol: string): string | undefined {
  const texts = [...symbol.matchAll(/"([^"]*)"/g)].map(([, text]) => text ?? '');
  const [name] = (texts.at(-1) ?? '').split('/').filter(Boolean).slice(-1);
  return name;
}

/** What was put into the transformations of a data set: `Normalize(mean, std)`. */
function transformTaints(m: Machine, { args }: CallInfo): Taints {
  const values = [...args.positional, ...args.named.values()];
  return uniteAll(values.map(value => without(taintsIn(m, value), 'vary', 'column', 'unseen')));
}

/** Works with what it was given, and carries all of it: `Compose([Normalize(mean, std)])`. */
export function carrying(m: Machine, name: string, info: CallInfo): Value {
  const { positional, named, others } = info.args;
  const given = [...positional, ...named.values(), ...others];
  const taints = given.map(value => without(taintsIn(m, value), 'column', 'unseen')).reduce(unite, CLEAN);
  return unknownValue(m, info.site, name, taints);
}

/** `os.path.join(folder, 'train')`, where it is used as a path. */
export function pathSymbol(m: Machine, values: readonly Value[]): string {
  const texts = values.map(constantOf);
  if (texts.every(text => typeof text === 'string')) return JSON.stringify(texts.join('/'));
  return `join(${values.map(value => symbolOf(m, value)).join()})`;
}
