import { constantOf, contentOf, dataOf, newData, stringsIn } from '../../data';
import type { GroupFact } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import { record } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Data, Value } from '../../value';

/** The columns whose values make the groups: `groupby('id')`, `groupby(['id', 'day'])`, `groupby(df['id'])`. */
export function groupColumns(m: Machine, by: Value | undefined): readonly string[] {
  const names = stringsIn(m, by);
  if (names) return names;
  const column = dataOf(m, by)?.column;
  if (column !== undefined) return [column];
  const list = contentOf(m, by);
  if (list?.tag !== 'sequence' || list.rest) return [];
  return list.items.flatMap(item => stringsIn(m, item) ?? dataOf(m, item)?.column ?? []);
}

export function noteGroups(
  m: Machine,
  how: GroupFact['how'],
  of: { readonly rows: Rows; readonly columns: readonly string[] },
  info: CallInfo,
): void {
  if (of.columns.length > 0) record<'group'>(m, { kind: 'group', how, site: info.site, ...of });
}

/** `df.groupby(k)`, `df.groupby(level='id')`: the columns of which it is grouped from now on. */
export function groupedBy(m: Machine, data: Data, info: CallInfo): readonly string[] {
  const { positional, named } = info.args;
  const columns = groupColumns(m, positional[0] ?? named.get('by') ?? named.get('level'));
  noteGroups(m, 'groupby', { rows: data.rows, columns }, info);
  return columns;
}

/** `groupby(k).agg('size')`, `agg(n=('id', 'count'))`: how many members a group has, and nothing of their values. */
export function countsMembers(m: Machine, { args }: CallInfo): boolean {
  const asked = [...args.positional.slice(0, 1), ...args.named.values()].flatMap(one => aggregatesIn(m, one));
  return asked.length > 0 && asked.every(how => typeof how === 'string' && COUNTS.test(how));
}

export const COUNTS = /^(count|size|nunique)$/;

/** The names of what is computed: of a pair its second item, of `pd.NamedAgg` its field. */
function aggregatesIn(m: Machine, value: Value): readonly unknown[] {
  const content = contentOf(m, value);
  const field = content?.tag === 'dictionary' ? content.entries.get('aggfunc') : undefined;
  if (field) return [constantOf(field)];
  if (content?.tag === 'dictionary')
    return content.rest ? [undefined] : [...content.entries.values()].flatMap(one => aggregatesIn(m, one));
  if (content?.tag !== 'sequence') return [constantOf(value)];
  const { form, items, rest } = content;
  const names = form === 'tuple' && items.length === 2 ? items.slice(1) : items;
  return rest ? [undefined] : names.map(constantOf);
}

/** `GroupKFold(5).split(X, y, groups)`, `cross_val_score(…, groups=g)` */
export function noteSplitGroups(m: Machine, rows: Rows, groups: Value | undefined, info: CallInfo): void {
  noteGroups(m, 'splitter', { rows, columns: groupColumns(m, groups) }, info);
}

/** `df.duplicated('id')`, `df['id'].duplicated()`: the first row of each group is the one that repeats none. */
export function repeats(m: Machine, { rows, column, symbol }: Data, info: CallInfo): Value {
  const { positional, named } = info.args;
  const columns = column === undefined ? groupColumns(m, positional[0] ?? named.get('subset')) : [column];
  noteGroups(m, 'ends', { rows, columns }, info);
  return newData(m, { form: 'mask', rows, symbol: `duplicated(${symbol})` });
}
