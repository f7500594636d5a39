import { contentOf, dataOf, newData } from '../../data';
import { withColumn } from '../../columns/columns';
import type { Holding } from '../../columns/holding';
import type { CallInfo, Machine } from '../../machine';
import { contextKey } from '../../machine';
import type { Taints } from '../../taint';
import type { Data, Value } from '../../value';
import { shortened } from './shortened';

/**
 * One row a group: `orders.groupby('customer').agg({'price': 'sum'})` is a table whose rows are the customers. What it was
 * computed from comes along for tables that it is merged into, with each of its columns where these are known; of its own rows it
 * is no statistic.
 */
export function tableOfGroups(
  m: Machine,
  data: Data,
  taints: Taints,
  info: CallInfo,
  columns?: Data['columns'],
): Value {
  const { site } = info;
  const key = `groups ${contextKey(m, site)} ${data.rows.id}`;
  const label = shortened(m.options.textOf(site).replace(/\s+/g, ' ')) ?? 'a table of groups';
  const rows = m.rows.all({ key, kind: 'unknown', site, label });
  return newData(m, {
    form: 'table',
    holder: 'frame',
    rows,
    taints,
    holding: columnsOf(m, info),
    ...(columns && { columns, closed: true }),
  });
}

/** Columns are called as those that they were computed from, and are none of them: the `id` of `agg({'id': 'count'})` is a number. */
function columnsOf(m: Machine, { args, site }: CallInfo): Holding {
  const computed = contentOf(m, args.positional[0]);
  const names = computed?.tag === 'dictionary' ? [...computed.entries.keys()] : [];
  return names
    .filter(name => typeof name === 'string')
    .reduce(
      (all, name) => withColumn(all, name, m.columns.computed(name, site, [], false), false),
      m.columns.open(),
    );
}

/** Is the result a table, rather than one column? */
export function givesTable(m: Machine, data: Data, name: string, { args }: CallInfo): boolean {
  if (data.form !== 'groups' || dataOf(m, data.of)?.form !== 'table') return false;
  if (!/^agg(regate)?$/.test(name)) return false;
  const content = contentOf(m, args.positional[0]);
  return content?.tag === 'dictionary' || content?.tag === 'sequence' || args.named.size > 0;
}
