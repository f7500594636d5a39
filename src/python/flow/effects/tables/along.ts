import { dropNamed, withCount, withRowNames, renameColumns, sideBySide } from '../../columns/columns';
import { constantOf, contentOf, dataOf, stringsIn } from '../../data';
import { siteOf } from '../../frame';
import type { Holding, RowMove } from '../../columns/holding';
import type { CallInfo, Machine } from '../../machine';
import { derivedSite } from '../../machine';
import { coded, moved, originsOnly, scattered, summed, unseen } from '../../columns/provenance';
import type { Taints } from '../../taint';
import { unite } from '../../taint';
import type { Data, Ref, Value } from '../../value';

/**
 * What a method of a table or of a column does to the columns: which rows of a column its result looks at, and which
 * columns a table has afterwards. Methods that are not here work row by row and leave the columns where they are.
 */
export function alongRows(m: Machine, data: Data, name: string, info: CallInfo, result: Value): Value {
  const made = dataOf(m, result);
  if (!made || result.tag !== 'ref') return result;
  const changed = data.form === 'table' || data.form === 'unknown' ? ofTable : ofColumn;
  m.store.update(result.id, changed(m, data, made, name, info));
  return result;
}

function ofColumn(m: Machine, data: Data, made: Data, name: string, info: CallInfo): Data {
  const range = rangeOf(name, data, info);
  if (range === 'unknown') return { ...made, taints: scattered(m, made.taints) };
  if (range) return { ...made, taints: moved(m, made.taints, range, moveOf(m, data, name, info)) };
  if (name === 'sort_values' || name === 'sort_index') return { ...made, descending: descends(info) };
  if (SUMS.has(name) && data.form !== 'groups') return { ...made, taints: summed(m, made.taints) };
  return CODES.has(name) ? { ...made, taints: coded(m, made.taints) } : made;
}

function ofTable(m: Machine, data: Data, made: Data, name: string, info: CallInfo): Data {
  if (name === 'sort_values' || name === 'sort_index') return { ...made, descending: descends(info) };
  if (rangeOf(name, data, info) !== undefined || REARRANGES.has(name))
    return { ...made, holding: m.columns.open() };
  const mixed = info.args.positional.some(value => dataOf(m, value) !== undefined) && ARITHMETIC.has(name);
  const holding = mixed ? m.columns.open() : COLUMNS[name]?.(m, data.holding, info);
  const named = name === 'rename' ? { ...made, columns: underNewNames(m, made, info) } : made;
  return holding ? { ...named, holding } : named;
}

/** What columns carry goes with them to their new names. */
function underNewNames(m: Machine, { columns, closed }: Data, info: CallInfo): Data['columns'] {
  const names = newNames(m, info);
  if (!closed || !names) return columns;
  return new Map([...columns].map(([name, own]) => [names.get(name) ?? name, own]));
}

/** Methods after which a table has other columns. */
const COLUMNS: Readonly<Record<string, (m: Machine, holding: Holding, info: CallInfo) => Holding>> = {
  rename: renamed,
  join: joined,
  merge: joined,
  filter: (m, holding, info) => {
    const items = info.args.positional[0] ?? info.args.named.get('items');
    const names = stringsIn(m, items);
    return names && contentOf(m, items) ? m.columns.open() : m.columns.open();
  },
  set_index: (m, holding, info) => {
    const names = stringsIn(m, info.args.positional[0] ?? info.args.named.get('keys'));
    if (constantOf(info.args.named.get('drop')) === false) return withRowNames(holding);
    return names ? withRowNames(dropNamed(holding, names)) : m.columns.open();
  },
  rename_axis: (_m, holding) => withRowNames(holding),
  reset_index: (m, holding, { args, site }) => {
    const drops = args.named.get('drop') ?? args.positional[1];
    const plain = [...args.named.keys()].every(name => name === 'drop' || name === 'inplace');
    if (!plain || args.positional.length > 0 || (drops && constantOf(drops) !== false)) return holding;
    return withCount(m.columns, holding, site);
  },
};

function renamed(m: Machine, holding: Holding, info: CallInfo): Holding {
  if (!namesGiven(info)) return holding;
  const names = newNames(m, info);
  return names ? renameColumns(m.columns, holding, names) : m.columns.open();
}

/** `rename(columns={'mean': 'rate'})`; undefined where a name cannot be told. */
function newNames(m: Machine, info: CallInfo): ReadonlyMap<string, string> | undefined {
  const given = contentOf(m, namesGiven(info));
  if (given?.tag !== 'dictionary' || given.rest) return undefined;
  const pairs = [...given.entries].map(([old, name]) => [String(old), constantOf(name)] as const);
  const texts = pairs.flatMap(([old, name]) => (typeof name === 'string' ? [[old, name] as const] : []));
  return texts.length < pairs.length ? undefined : new Map(texts);
}

function namesGiven({ args: { positional, named } }: CallInfo): Value | undefined {
  const axis = constantOf(named.get('axis'));
  return named.get('columns') ?? (axis === 1 || axis === 'columns' ? positional[0] : undefined);
}

/** Names that both tables have get new ones: what is certain is that computed columns are still there. */
function joined(m: Machine, holding: Holding, info: CallInfo): Holding {
  const other = dataOf(
    m,
    info.args.positional[0] ?? info.args.named.get('right') ?? info.args.named.get('other'),
  );
  const open = m.columns.open();
  return sideBySide(m.columns, [
    { ...holding, table: open.table, without: open.without, span: undefined },
    ...(other ? [{ ...other.holding, table: undefined }] : []),
  ]);
}

const REARRANGES: ReadonlySet<string> = new Set(
  'melt stack unstack transpose squeeze select_dtypes reindex reindex_axis combine_first to_records dot get swapaxes set_axis pivot T'.split(
    ' ',
  ),
);

const ARITHMETIC: ReadonlySet<string> = new Set(
  'add sub mul div truediv mod pow radd rsub rmul rdiv where mask clip'.split(' '),
);

/** A class, a text or an answer in place of the value. */
const CODES: ReadonlySet<string> = new Set(
  'map apply applymap transform replace isin between eq ne gt lt ge le contains startswith endswith extract split get slice cat len'.split(
    ' ',
  ),
);

const SUMS: ReadonlySet<string> = new Set('rank interpolate'.split(' '));

type Range = readonly [number, number];

/** Which rows a value of the result looks at, counted from its own. */
function rangeOf(name: string, data: Data, info: CallInfo): Range | 'unknown' | undefined {
  if (!MOVES.has(name)) return undefined;
  // A place in the order says nothing of the value that stands there.
  if (data.descending || name === 'cumcount' || name === 'ngroup') return 'unknown';
  if (name === 'shift' || name === 'diff' || name === 'pct_change') return shiftOf(name, info);
  if (name === 'rolling') return windowOf(info);
  if (name === 'expanding' || name === 'ewm' || name.startsWith('cum')) return [-Infinity, 0];
  return undefined;
}

const MOVES: ReadonlySet<string> = new Set(
  'shift diff pct_change rolling expanding ewm cumsum cumprod cummax cummin cumcount ngroup'.split(' '),
);

function shiftOf(name: string, info: CallInfo): Range | 'unknown' {
  const given = info.args.positional[0] ?? info.args.named.get('periods');
  const axis = constantOf(info.args.named.get('axis'));
  if (info.args.named.has('freq') || axis === 1 || axis === 'columns') return 'unknown';
  const by = given ? constantOf(given) : 1;
  if (typeof by === 'number') {
    if (name === 'shift') return [-by, -by];
    return by >= 0 ? [-by, 0] : [0, -by];
  }
  // `-horizon`: some rows ahead, how many is not known.
  const ahead = given?.tag === 'scalar' && given.symbol.startsWith('-');
  if (!ahead) return 'unknown';
  return name === 'shift' ? [1, Infinity] : [0, Infinity];
}

function windowOf(info: CallInfo): Range {
  const { positional, named } = info.args;
  const given = constantOf(positional[0] ?? named.get('window'));
  const width = typeof given === 'number' ? given : Infinity;
  const centre = named.get('center') ?? positional[2];
  if (centre && constantOf(centre) !== false) {
    const half = Math.max(1, Math.floor(width / 2));
    return [-half, half];
  }
  return constantOf(named.get('closed')) === 'left' ? [-width, -1] : [1 - width, 0];
}

function moveOf(m: Machine, data: Data, name: string, info: CallInfo): RowMove {
  const centre = info.written?.find(argument => argument.name === 'center');
  const before = centre && info.written?.[info.written.indexOf(centre) - 1];
  return {
    method: name,
    site: info.site,
    nameSpan: info.nameSpan,
    centre: centre && before && derivedSite(m, siteOf(m, { start: before.span.end, end: centre.span.end })),
    grouped: data.form === 'groups',
    share: shareOf(name, data, info),
  };
}

/** What part of a mean the own row's value makes up. A group may have fewer rows than a window that starts incomplete. */
function shareOf(name: string, data: Data, { args: { positional, named } }: CallInfo): number {
  const number = (value: Value | undefined): number | undefined => {
    const given = value && constantOf(value);
    return typeof given === 'number' && given > 0 ? given : undefined;
  };
  if (data.form === 'groups' && (named.has('min_periods') || positional.length > 1)) return 1;
  if (name === 'rolling') return Math.min(1, 1 / (number(positional[0] ?? named.get('window')) ?? 1));
  if (name !== 'ewm') return 1;
  const com = number(positional[0] ?? named.get('com'));
  const span = number(positional[1] ?? named.get('span'));
  const alpha = number(named.get('alpha'));
  return Math.min(1, alpha ?? (span === undefined ? 1 / (1 + (com ?? 0)) : 2 / (1 + span)));
}

function descends(info: CallInfo): boolean {
  const ascending = info.args.named.get('ascending');
  return ascending !== undefined && constantOf(ascending) !== true;
}

/** What `groupby(k)[c].transform(f)` and `apply(f)` look at: the columns that `f` looks at, or all of a group's rows. */
export function acrossGroup(m: Machine, made: Ref, inner: Value | undefined): void {
  const data = dataOf(m, made);
  if (!data) return;
  const result = dataOf(m, inner);
  const own = originsOnly(data.taints);
  const others = data.taints.filter(taint => !own.includes(taint));
  const origins: Taints = result ? originsOnly(result.taints) : own.length > 0 ? summed(m, own) : [unseen(m)];
  m.store.update(made.id, { ...data, taints: unite(others, origins) });
}
