import { scalingOf } from '../../../knowledge/families';
import {
  allTaints,
  constantOf,
  contentOf,
  dataOf,
  derive,
  filterTaints,
  makeData,
  scalar,
  stringsIn,
  taintsIn,
  withTaints,
} from '../../data';
import type { StatClass } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import { contextKey, record } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Site } from '../../site';
import type { StatTaint, Taint, Taints, TransformerUse } from '../../taint';
import { CLEAN, taintsOf, unite, without, withoutOrigins } from '../../taint';
import { dropNamed } from '../../columns/columns';
import type { Holding } from '../../columns/holding';
import { coded, originsOnly, summed } from '../../columns/provenance';
import { shortened } from '../tables/shortened';
import type { Data, Ref, Value } from '../../value';
import { aggregatesOf } from '../tables/groupAggregates';
import { countsMembers } from '../tables/grouping';
import { givesTable, tableOfGroups } from '../tables/groupTables';
import { rowsOf, scoredByHand } from '../scores/scoring';
import { bent } from '../tables/shifting';

export interface Statistic {
  readonly cls: StatClass;
  readonly rows: Rows;
  readonly site: Site;
  readonly label: string;
  readonly transformer?: TransformerUse | undefined;
  readonly column?: string | undefined;
  readonly how: string;
  readonly grouped?: boolean;
  readonly against?: readonly string[];
  readonly share?: StatTaint['share'];
}

/** Notes that something was learned from rows; gives what its users carry from now on. */
export function learn(m: Machine, statistic: Statistic): StatTaint {
  const {
    cls,
    rows,
    site,
    label,
    transformer,
    column,
    how,
    grouped = false,
    against = [],
    share,
  } = statistic;
  const key = `stat ${contextKey(m, site)} ${cls} ${rows.id} ${transformer?.object ?? ''} ${column ?? ''} ${against.join()} ${share ?? ''}`;
  return m.taints.add(key, id => {
    record<'statistic'>(m, { kind: 'statistic', site, cls, rows, label });
    const origin = { rows, site, label, calls: [...m.calls] };
    const asked = share === undefined ? {} : { share };
    return { kind: 'stat', id, cls, transformer, column, how, grouped, against, ...asked, ...origin };
  });
}

/** Is a call over columns of one row, `axis=1`, rather than over rows? */
export function acrossColumns(info: CallInfo, position = 0): boolean {
  const { positional, named } = info.args;
  const axis = constantOf(named.get('axis') ?? named.get('dim') ?? positional[position]);
  return axis === 1 || axis === -1 || axis === 'columns';
}

/** `df.mean()`: a value without rows that depends on all of them. */
export function aggregate(m: Machine, data: Data, name: string, info: CallInfo, across: boolean): Value {
  const taints = allTaints(data);
  const score = scoredByHand(m, taints, info.site);
  if (score.length > 0) return scalar(m, unite(taintsOf(taints, 'output'), score));
  // Of a portion of rows, or of what a network made of it: no statistic of the data.
  if (data.form === 'batch')
    return scalar(m, without(taints, 'pred', 'compared', 'vary', 'column', 'unseen'));
  if (data.form === 'groups' && data.column === WINDOW)
    return derive(m, data, { form: 'column', column: undefined });
  if (across)
    return derive(m, data, {
      form: 'column',
      taints: bent(m, taints),
      columns: new Map(),
      closed: false,
      column: undefined,
    });
  const origins = data.form === 'table' ? CLEAN : summed(m, originsOnly(taints));
  const carried = unite(bent(m, withoutOrigins(without(taints, 'pred', 'vary'))), origins);
  if (data.form === 'mask' || data.form === 'index') return scalar(m, carried);
  const table = givesTable(m, data, name, info);
  const told = table ? columnByColumn(m, data, carried, name, info) : undefined;
  if (told) return told;
  if (data.form === 'groups' && /^agg/.test(name) && countsMembers(m, info))
    return table ? tableOfGroups(m, data, carried, info) : scalar(m, carried);
  const columns = data.column === undefined ? namedColumns(m, info) : [data.column];
  const learned = (columns.length > 0 ? columns : [undefined]).map(column =>
    statisticOf(m, data, column, name, info),
  );
  const own = learned.sort((a, b) => a.id - b.id);
  const all = unite(carried, own);
  return table ? tableOfGroups(m, data, all, info) : scalar(m, all, `${name}(${data.symbol})`);
}

function statisticOf(
  m: Machine,
  data: Data,
  column: string | undefined,
  name: string,
  info: CallInfo,
): StatTaint {
  return learn(m, {
    cls: 'location',
    rows: data.rows,
    site: info.site,
    label: shortText(m, info.site, name),
    column,
    how: name,
    grouped: data.form === 'groups',
    share: shareAsked(m, name, info),
  });
}

/** Each column of a table of groups carries what it was computed from, and no other does; how many there are tells nothing of them. */
function columnByColumn(
  m: Machine,
  data: Data,
  carried: Taints,
  name: string,
  info: CallInfo,
): Value | undefined {
  const aggregates = aggregatesOf(m, data, info);
  if (!aggregates) return undefined;
  const columns = new Map(
    aggregates.map(one => {
      const learned = one.counts ? CLEAN : [statisticOf(m, data, one.column, name, info)];
      return [one.name, unite(carried, learned)] as const;
    }),
  );
  return tableOfGroups(m, data, [...columns.values()].reduce(unite, carried), info, columns);
}

/** `df['a'].quantile(0.9)`, `np.percentile(a, 90)`; of a list of them nothing. */
function shareAsked(m: Machine, name: string, { args }: CallInfo): StatTaint['share'] {
  if (!/quantile|percentile|mquantiles/i.test(name)) return undefined;
  const asked = args.named.get('q') ?? args.named.get('per') ?? args.positional.find(isNumber(m));
  const share = constantOf(asked);
  if (typeof share === 'number') return /percentile/i.test(name) ? share / 100 : share;
  return asked && isNumber(m)(asked) ? 'unknown' : undefined;
}

function isNumber(m: Machine): (value: Value) => boolean {
  return value => typeof constantOf(value) === 'number' || (value.tag === 'scalar' && !contentOf(m, value));
}

/** The columns that `agg({'price': 'mean'})` and `agg(dear=('price', 'max'))` name. */
function namedColumns(m: Machine, { args }: CallInfo): string[] {
  const table = contentOf(m, args.positional[0]);
  const keys = table?.tag === 'dictionary' && !table.rest ? [...table.entries.keys()] : [];
  const sources = [...args.named.values()].map(value => {
    const pair = contentOf(m, value);
    return pair?.tag === 'sequence' ? constantOf(pair.items[0]) : undefined;
  });
  return [...new Set([...keys, ...sources])].filter(one => typeof one === 'string');
}

/** The column name of a rolling window: its aggregates look at neighbouring rows, not at all of them. */
export const WINDOW = '‹window›';

/** `df.pivot_table(values='price', index='town')` */
export function pivoted(m: Machine, data: Data, info: CallInfo): Value {
  const values = constantOf(info.args.named.get('values') ?? info.args.positional[0]);
  if (typeof values !== 'string') return tableOfGroups(m, data, CLEAN, info);
  const given = info.args.named.get('aggfunc');
  const how = given?.tag === 'library' ? given.name.split('.').pop() : constantOf(given);
  const cells = aggregate(m, { ...data, form: 'groups', column: values }, String(how ?? 'mean'), info, false);
  return cells.tag === 'scalar' ? tableOfGroups(m, data, cells.taints, info) : cells;
}

/** A statistic that is put back beside the rows: `rank`, `interpolate`, `groupby(k).transform('mean')`. */
export function broadcast(m: Machine, data: Data, name: string, info: CallInfo): Ref {
  const learned = learn(m, {
    cls: 'location',
    rows: data.rows,
    site: info.site,
    label: shortText(m, info.site, name),
    column: data.column,
    how: name,
    grouped: data.form === 'groups',
  });
  return derive(m, data, {
    ...withTaints(data, [learned]),
    form: data.form === 'groups' ? 'column' : data.form,
    column: data.column,
  });
}

/** `lambda s: s.shift().expanding().mean()` looks at single rows and at neighbours only. */
export function learnsFromGroup(m: Machine, data: Data, result: Value): boolean {
  const before = allTaints(data);
  if (dataOf(m, result)?.form === 'unknown') return true;
  return taintsOf(taintsIn(m, result), 'stat').some(taint => !before.includes(taint));
}

/** `scale(X)`, `pd.get_dummies(df)`: a function that learns and applies at once. */
export function fitFunction(m: Machine, name: string, cls: StatClass, info: CallInfo): Value {
  const input =
    info.args.positional[0] ??
    info.args.named.get('X') ??
    info.args.named.get('data') ??
    info.args.named.get('x');
  const data = dataOf(m, input) ?? listAsData(m, input);
  if (!data) return scalar(m, taintsIn(m, input));
  if (acrossColumns(info, 1) && cls !== 'schema') return derive(m, data);
  const transformer = {
    object: -1,
    api: name,
    method: 'call',
    nameSpan: info.nameSpan,
    classes: [cls],
    scales: scalingOf(name),
    target: undefined,
  };
  const label = shortText(m, info.site, name);
  const learned = learn(m, {
    cls,
    rows: data.rows,
    site: info.site,
    label,
    transformer,
    column: data.column,
    how: name.split('.').pop() ?? name,
  });
  const taints = withTaints(data, [learned]);
  const result = derive(m, data, {
    ...taints,
    taints: cls === 'schema' || name.endsWith('qcut') ? coded(m, taints.taints) : taints.taints,
    closed: false,
    holding: name.endsWith('get_dummies') ? dummiesOf(m, data, info) : m.columns.open(),
    column: undefined,
  });
  const pair = /factorize$|\.boxcox$|yeojohnson$/.test(name) && info.args.positional.length === 1;
  return pair
    ? m.store.allocate({ tag: 'sequence', form: 'tuple', items: [result, scalar(m)], rest: undefined })
    : result;
}

/** `pd.get_dummies(df)`: text columns become several. */
function dummiesOf(m: Machine, { holding, form }: Data, info: CallInfo): Holding {
  if (form !== 'table') return m.columns.open();
  const columns = info.args.named.get('columns');
  const names = stringsIn(m, columns);
  if (columns && !names) return m.columns.open();
  return { ...dropNamed(holding, names ?? []), dummies: true };
}

function listAsData(m: Machine, value: Value | undefined): Data | undefined {
  const rows = rowsOf(m, value);
  return rows && makeData(m, { rows, taints: taintsIn(m, value) });
}

/** Dummies that were brought to the same columns are no longer learned from these rows alone. */
export function aligned(data: Data): Pick<Data, 'taints' | 'columns'> {
  return filterTaints(data, taint => taint.kind !== 'stat' || taint.cls !== 'schema');
}

/** Of `pd.get_dummies(df)[names]`. */
export function dummiesByName(data: Data): Pick<Data, 'taints' | 'columns'> {
  const isDummies = (taint: Taint): boolean =>
    taint.kind === 'stat' && taint.cls === 'schema' && /\.get_dummies$/.test(taint.transformer?.api ?? '');
  return filterTaints(data, taint => !isDummies(taint));
}

/** A call as it reads, where it is short. */
export function shortText(m: Machine, site: Site, name: string): string {
  const text = m.options.textOf(site).replace(/\s+/g, ' ');
  return shortened(text) ?? `${name.split('.').pop() ?? name}()`;
}
