import { lookup } from '../../knowledge/lookup';
import { constantOf, contentOf, dataOf } from '../data';
import type { CallInfo, Machine } from '../machine';
import type { Data, Holder, Sequence, Value } from '../value';

/**
 * What holds the rows: brackets take columns of a frame by their names, and rows of an array by their positions. Where it
 * is not known which of them it is, neither is taken for certain.
 */

/** What a library's function gives back; undefined where it gives back what it was given. */
export function holderMade(m: Machine, name: string, info: CallInfo): Holder | undefined {
  if (/^(pandas|polars|geopandas|modin|dask)\./.test(name)) return 'frame';
  if (name.startsWith('sklearn.datasets.')) return ofDataset(name, info);
  if (/^(keras|tensorflow\.keras)\.(datasets|utils|preprocessing)\./.test(name)) return 'array';
  if (name.startsWith('scipy.sparse.')) return 'array';
  return name.startsWith('numpy.') && !keepsFrame(m, name, info) ? 'array' : undefined;
}

function ofDataset(name: string, { args }: CallInfo): Holder | undefined {
  const asFrame = constantOf(args.named.get('as_frame') ?? { tag: 'const', value: null });
  if (asFrame === true) return 'frame';
  // By itself OpenML gives what suits the data.
  return asFrame === false || (asFrame === null && !name.endsWith('openml')) ? 'array' : undefined;
}

/** `np.log(df)` is a frame as `df` is. */
function keepsFrame(m: Machine, name: string, { args }: CallInfo): boolean {
  if (lookup(name)?.kind !== 'row-wise') return false;
  return args.positional.some(value => dataOf(m, value)?.holder !== 'array');
}

/** What a method gives back that has another holder than its object; undefined for all others. */
export function holderAfter(name: string): Holder | undefined {
  if (/^(to_numpy|toarray|todense|tocsr|numpy|as_matrix|flatten|ravel|values|array|A)$/.test(name))
    return 'array';
  return name === 'to_frame' || name === 'to_pandas' ? 'frame' : undefined;
}

/** The rows that a transformer gives back: an array, unless it was told to give back a frame as it gets one. */
export function holderTransformed({ holder }: Data): Holder | undefined {
  return holder === 'array' ? 'array' : undefined;
}

/** Says of what a call made what holds it; objects that were there before, with smaller numbers, are left as they are. */
export function heldBy(m: Machine, call: () => Value, holder: () => Holder | undefined): Value {
  const since = m.store.upcoming;
  const made = call();
  holdMade(m, made, since, holder);
  return made;
}

function holdMade(m: Machine, value: Value, since: number, holder: () => Holder | undefined): void {
  const content = value.tag === 'ref' && value.id >= since ? contentOf(m, value) : undefined;
  if (content?.tag === 'data') hold(m, value, holder());
  else if (content?.tag === 'sequence') for (const item of content.items) holdMade(m, item, since, holder);
}

function hold(m: Machine, value: Value, holder: Holder | undefined): void {
  const data = dataOf(m, value);
  if (value.tag === 'ref' && data && holder && data.holder !== holder)
    m.store.update(value.id, { ...data, holder });
}

/** Does a list in brackets name columns, or positions of rows? `either` where that cannot be told. */
export function pickedByList(
  m: Machine,
  data: Data,
  { items, rest }: Sequence,
): 'rows' | 'columns' | 'either' {
  if (data.form === 'column' || data.holder === 'array') return 'rows';
  if (data.holder === 'frame' || isNamed(m, data)) return 'columns';
  const known = items.map(item => typeof constantOf(item));
  if (known.includes('string') || (rest?.tag === 'scalar' && rest.names)) return 'columns';
  return known.length > 0 && !rest && known.every(type => type === 'number') ? 'rows' : 'either';
}

/** The program has asked for a column by its name. */
function isNamed(m: Machine, { columns, holding }: Data): boolean {
  return columns.size > 0 || (holding.table !== undefined && m.columns.seenIn(holding.table).size > 0);
}
