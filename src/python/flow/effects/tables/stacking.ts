import { holdingOf, joinHoldings, sideBySide } from '../../columns/columns';
import type { Holding } from '../../columns/holding';
import { originsOnly, told } from '../../columns/provenance';
import {
  constantOf,
  allTaints,
  contentOf,
  dataOf,
  derive,
  makeData,
  scalar,
  taintsIn,
  withTaints,
} from '../../data';
import type { CallInfo, Machine } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Taints } from '../../taint';
import { CLEAN, unite, withoutOrigins } from '../../taint';
import type { Data, Value } from '../../value';
import { classByClass, isFilled } from './blocks';
import { scoresIn } from '../models/columnScores';
import { multiplied } from '../splits/resampling';
import { areEqual, sameRowsTwice } from './variants';
import { acrossColumns } from '../models/statistics';

/** `pd.concat([a, b])`, `np.vstack((a, b))`, `np.hstack(…)` */
export function stack(
  m: Machine,
  values: readonly Value[],
  along: 'rows' | 'columns',
  info: CallInfo,
): Value {
  const tables = values.map(value => dataOf(m, value)).filter(data => data !== undefined);
  const [first] = tables;
  const scores = values
    .flatMap(value => (value.tag === 'scalar' ? [scoresIn(m, value)] : []))
    .reduce(unite, CLEAN);
  // Columns' names beside their scores: a table of scores, not of observations.
  if (scores.length > 0 && tables.every(table => table.form === 'unknown')) return scalar(m, scores);
  if (!first) return scalar(m, values.map(value => taintsIn(m, value)).reduce(unite, CLEAN));
  // `np.hstack` of what has one dimension puts it below each other.
  const flat = tables.every(({ symbol }) => isFilled(symbol));
  return along === 'columns' && !flat ? columnsTogether(m, tables, first) : below(m, tables, first, info);
}

/** The list that is stacked, and which way. */
export function stackArguments(m: Machine, info: CallInfo, axis: 'rows' | 'columns' | 'argument'): Value[] {
  const [first] = info.args.positional;
  const list = contentOf(m, first ?? info.args.named.get('objs'));
  if (list?.tag === 'sequence') return [...list.items, ...(list.rest ? [list.rest] : [])];
  if (list?.tag === 'dictionary') return [...list.entries.values()];
  return axis === 'argument' ? [...info.args.positional].slice(0, 2) : [...info.args.positional];
}

export function stackAxis(
  info: CallInfo,
  axis: 'rows' | 'columns' | 'argument',
  position: number,
): 'rows' | 'columns' {
  if (axis !== 'argument') return axis;
  if (constantOf(info.args.named.get('how')) === 'horizontal') return 'columns';
  const given = constantOf(info.args.named.get('axis') ?? info.args.positional[position]);
  // Along the third axis or a later one, as channels of images are, rows stay what they are.
  if (typeof given === 'number' && given > 1) return 'columns';
  return acrossColumns(info, position) ? 'columns' : 'rows';
}

function columnsTogether(m: Machine, tables: readonly Data[], first: Data): Value {
  const known = tables.find(table => table.form !== 'unknown') ?? first;
  const columns = new Map<string, Taints>();
  for (const table of tables) {
    for (const [name, taints] of table.columns) columns.set(name, taints);
    if (table.form === 'column' && table.column !== undefined) columns.set(table.column, allTaints(table));
  }
  // A column without a name is somewhere: what it carries, the whole carries.
  const open = tables.filter(
    table => !table.closed && (table.form !== 'column' || table.column === undefined),
  );
  const taints = open.map(table => table.taints).reduce(unite, CLEAN);
  const holding = sideBySide(
    m.columns,
    tables.map(table => holdingOfPart(m, table)),
  );
  return derive(m, known, {
    form: 'table',
    taints: withoutOrigins(taints),
    columns: new Map([...columns].map(([name, own]) => [name, withoutOrigins(own)] as const)),
    closed: open.length === 0,
    holding,
    column: undefined,
  });
}

/** The columns that one of several tables or columns brings. */
function holdingOfPart(m: Machine, table: Data): Holding {
  if (table.form === 'table') return table.holding;
  if (table.form !== 'column') return m.columns.open();
  const { from, whole } = told(originsOnly(table.taints));
  const [only] = from;
  // The column itself, unless something was done to it.
  const same =
    whole && from.length === 1 && only?.by === 'value' && only.column.name === table.column && !only.at;
  const column = same && only ? only.column : m.columns.computed(table.column, undefined, from, whole);
  return holdingOf(undefined, new Map([[table.column ?? `#${column.id}`, column]]));
}

function below(m: Machine, tables: readonly Data[], first: Data, info: CallInfo): Value {
  const repeated = tables.length > 1 && tables.every(table => table === first || areEqual(table, first));
  const resampling = { site: info.site, label: 'concat' };
  if (repeated) return multiplied(m, first, { ...resampling, how: 'copy' });
  const joined = unionOf(m, tables, first);
  const how = sameRowsTwice(m, tables);
  const ordered = { ...joined, ...classByClass(m, tables, joined, info) };
  return how ? multiplied(m, ordered, { ...resampling, how }) : derive(m, ordered);
}

function unionOf(m: Machine, tables: readonly Data[], first: Data): Data {
  const rows: Rows = m.rows.union(tables.map(table => table.rows));
  const form = first.form === 'unknown' ? 'table' : first.form;
  const joined = makeData(m, { form, rows, column: first.column });
  if (tables.every(table => table.columns.size === 0))
    return { ...joined, ...withTaints(joined, tables.map(allTaints).reduce(unite, CLEAN)) };
  return {
    ...joined,
    columns: columnsBelow(tables),
    holding: tables.map(table => table.holding).reduce((a, b) => joinHoldings(m.columns, a, b)),
    taints: tables.map(table => table.taints).reduce(unite, CLEAN),
  };
}

function columnsBelow(tables: readonly Data[]): ReadonlyMap<string, Taints> {
  const names = new Set(tables.flatMap(table => [...table.columns.keys()]));
  const own = (table: Data, name: string): Taints => table.columns.get(name) ?? table.taints;
  return new Map(
    [...names].map(name => [name, tables.map(table => own(table, name)).reduce(unite, CLEAN)] as const),
  );
}
