import { contentOf, dataOf, stringsIn } from '../data';
import type { GroupFact } from '../facts';
import type { CallInfo, Machine } from '../machine';
import { record } from '../machine';
import type { Rows } from '../rows';
import type { Data, Value } from '../value';

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

/** `GroupKFold(5).split(X, y, groups)`, `cross_val_score(…, groups=g)` */
export function noteSplitGroups(m: Machine, rows: Rows, groups: Value | undefined, info: CallInfo): void {
  noteGroups(m, 'splitter', { rows, columns: groupColumns(m, groups) }, info);
}
