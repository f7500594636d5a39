import type { MethodEffect } from '../../../knowledge/methods';
import { KEEPS_NUMBERS, KEEPS_SYMBOL, methodEffect } from '../../../knowledge/methods';
import { lookup } from '../../../knowledge/lookup';
import { onlyReshapes } from '../../../knowledge/shapes';
import { fitUnknown } from '../models/unknownModels';
import { unresolved } from '../unresolved';
import {
  allTaints,
  constantOf,
  dataOf,
  derive,
  newData,
  rewriting,
  scalar,
  stageOf,
  stringsIn,
  symbolOf,
  taintsIn,
  withTaints,
} from '../../data';
import type { GroupFact } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import { freshSymbol } from '../../machine';
import type { Taints } from '../../taint';
import { CLEAN, taintsOf, unite, without, withoutOrigins } from '../../taint';
import type { Data, Ref, Value } from '../../value';
import { NONE } from '../../value';
import { ofTensor } from '../networks/batchMethods';
import { correlation, scoresIn } from '../models/columnScores';
import { dropping, queried } from './filtering';
import { resampled, stretches } from './coarser';
import { groupedBy, noteGroups, repeats } from './grouping';
import { writtenOut } from './files';
import { elementOf, rowsOneByOne } from './iterating';
import { lookingAround } from './neighbours';
import { askedFor, compared, listSymbol, quantified } from './masks';
import { comingIn, merged, rowsBeside } from './merging';
import { bentTogether } from './shifting';
import { sorted } from './order';
import { withoutPositions } from './positions';
import { columnsLeft, inserted, withVariedRest } from './dropping';
import { sampled } from '../splits/resampling';
import { best, ranked } from '../scores/keeping';
import { cutUp } from '../splits/cutting';
import { headOrTail } from '../splits/splitting';
import { stack } from './stacking';
import {
  acrossColumns,
  aggregate,
  aligned,
  broadcast,
  fitFunction,
  learnsFromGroup,
  pivoted,
  WINDOW,
} from '../models/statistics';
import { columnNamed, dropNamed, withColumn } from '../../columns/columns';
import { columnFor, columnTaint, originsOfAll, scattered, summed } from '../../columns/provenance';
import { acrossGroup, alongRows } from './along';

interface MethodCall {
  readonly self: Ref;
  readonly data: Data;
  readonly name: string;
  readonly info: CallInfo;
}

/** A method of a table, column, array, mask, grouping — or of something unknown that is used as one. */
export function callDataMethod(m: Machine, self: Ref, data: Data, name: string, info: CallInfo): Value {
  const own = ofTensor(m, self, data, name, info);
  if (own) return own;
  const effect = methodEffect(name);
  const call: MethodCall = { self, data: lookingAround(m, data, name, info), name, info };
  if (data.form === 'unknown' && name === 'fit') return fitUnknown(m, call.self, data, info);
  if (!effect || LOCATORS.has(name) || isTransformer(m, call)) return unresolved(m, info);
  if (call.data.form === 'groups') {
    const coarser = effect === 'aggregate' ? resampled(m, call.data) : undefined;
    return alongRows(m, data, name, info, coarser ?? grouped(m, call, effect));
  }
  const result = alongRows(m, data, name, info, EFFECTS[effect](m, call));
  if (constantOf(info.args.named.get('inplace')) !== true) return result;
  const changed = dataOf(m, result);
  if (changed) {
    m.store.update(self.id, { ...changed, name: data.name, fields: data.fields });
    writeThrough(m, data, changed);
  }
  return NONE;
}

/** `imputer.transform(df)`: what takes a table there is none, and what it gives back are no rows of its own. */
function isTransformer(m: Machine, { data, name, info }: MethodCall): boolean {
  const given = dataOf(m, info.args.positional[0]);
  return data.form === 'unknown' && given !== undefined && TAKES_NO_TABLE.has(name);
}

const TAKES_NO_TABLE: ReadonlySet<string> = new Set(['transform', 'apply', 'filter', 'sample', 'drop']);

/** `df['a'].fillna(0, inplace=True)` changes the table that the column is of. */
function writeThrough(m: Machine, column: Data, changed: Data): void {
  const table = dataOf(m, column.of);
  if (!table || !column.of || column.form !== 'column') return;
  if (column.column === undefined) {
    // Which column it is is not known: each may carry what came in.
    const before = allTaints(column);
    const added = allTaints(changed).filter(taint => !before.includes(taint));
    m.store.update(column.of.id, { ...table, ...withTaints(table, added), stage: m.stages.fresh() });
    return;
  }
  m.store.update(column.of.id, {
    ...table,
    ...rewriting(m, table, [column.column]),
    columns: new Map([...table.columns, [column.column, withoutOrigins(allTaints(changed))]]),
    stage: m.stages.fresh(),
  });
}

const LOCATORS: ReadonlySet<string> = new Set(['loc', 'iloc', 'at', 'iat', 'ix']);

type Effect = (m: Machine, call: MethodCall) => Value;

const EFFECTS: Readonly<Record<MethodEffect, Effect>> = {
  same,
  mutate: (m, { self, data, name, info }) => {
    const holding = name === 'insert' ? inserted(m, data, info) : data.holding;
    const stage = m.stages.fresh();
    m.store.update(self.id, { ...data, ...withTaints(data, argumentTaints(m, info)), holding, stage });
    return NONE;
  },
  filter: (m, { data, name, info }) => {
    if (name === 'head' || name === 'tail')
      return headOrTail(m, data, name, info.args.positional[0] ?? info.args.named.get('n'));
    const symbol = `${name}(${data.symbol},${info.args.positional.map(value => symbolOf(m, value)).join()})`;
    const asked = name === 'query' ? askedFor(data, info.args.positional[0]) : undefined;
    const rows = m.rows.sub(data.rows, asked ?? { by: 'other', symbol });
    const passed = name === 'query' ? queried(m, data, argumentTaints(m, info), rows, info.site) : CLEAN;
    return derive(m, data, { ...withTaints(data, passed), rows, column: data.column });
  },
  'drop-missing': (m, { data, info }) => {
    if (acrossColumns(info)) return derive(m, data);
    return derive(m, data, {
      rows: m.rows.sub(data.rows, { by: 'missing', symbol: `dropna(${data.symbol})` }),
      column: data.column,
    });
  },
  drop,
  fill: (m, { data, info }) => {
    const value = info.args.positional[0] ?? info.args.named.get('value');
    return derive(m, data, { ...withTaints(data, taintsIn(m, value)), column: data.column, of: data.of });
  },
  aggregate: (m, { data, name, info }) => aggregate(m, data, name, info, acrossColumns(info)),
  pivot: (m, { data, info }) => pivoted(m, data, info),
  broadcast: (m, { data, name, info }) => broadcast(m, data, name, info),
  sample: (m, { data, info }) => sampled(m, data, info),
  take: (m, { data, info }) => {
    const index = info.args.positional[0];
    return derive(m, data, { rows: m.rows.sub(data.rows, { by: 'other', symbol: symbolOf(m, index) }) });
  },
  groups: (m, { self, data, name, info }) => {
    const by = name === 'groupby' ? groupedBy(m, data, info) : [];
    const symbol = name === 'resample' ? stretches(m) : freshSymbol(m);
    return newData(m, { ...data, form: 'groups', of: self, by, symbol, name: undefined });
  },
  windows: (m, { self, data }) =>
    newData(m, {
      ...data,
      form: 'groups',
      of: self,
      column: WINDOW,
      symbol: freshSymbol(m),
      name: undefined,
    }),
  pop,
  rows: (m, { data, name }) => m.store.allocate(rowsOneByOne(m, data, name)),
  assign: (m, { data, info }) => {
    const columns = new Map(data.columns);
    const edits = new Map(data.edits);
    const made = derive(m, data);
    let { holding } = data;
    for (const [name, value] of info.args.named) {
      const called = value.tag === 'function' ? callOn(m, value, made, info) : value;
      columns.set(name, withoutOrigins(without(taintsIn(m, called), 'vary')));
      edits.set(name, symbolOf(m, called));
      holding = withColumn(
        holding,
        name,
        columnFor(m, name, called, info.site),
        m.columns.hasSeen(holding.table, name),
      );
    }
    return derive(m, data, { columns, holding, edits });
  },
  apply,
  map: (m, call) => (call.info.args.positional[0]?.tag === 'function' ? apply(m, call) : same(m, call)),
  pipe: (m, { self, info }) => {
    const [func, ...others] = info.args.positional;
    if (!func) return unresolved(m, info);
    return m.call(func, { ...info, args: { ...info.args, positional: [self, ...others] } });
  },
  comparison: (m, { self, data, name, info }) => compared(m, self, data, name, info),
  quantifier: (m, { data, info }) => quantified(m, data, info),
  correlation: (m, { data, name, info }) => correlation(m, data, name, info),
  membership: (m, { data, info }) => {
    const among = dataOf(m, info.args.positional[0]);
    const names =
      data.form === 'index' && among ? { rows: among.names?.rows ?? among.rows, negated: false } : undefined;
    const symbol = `in(${data.symbol},${listSymbol(m, info.args.positional[0])})`;
    return newData(m, { form: 'mask', rows: data.rows, symbol, names });
  },
  difference: (m, { self, info }) => withoutPositions(m, self, info.args.positional[0], info.site),
  append: (m, { self, info }) => stack(m, [self, ...info.args.positional.slice(0, 1)], 'rows', info),
  merge: (m, { data, info }) => {
    const other = dataOf(m, info.args.positional[0] ?? info.args.named.get('right'));
    return merged(m, data, other, argumentTaints(m, info));
  },
  clip: same,
  best: (m, { self, data, info }) => {
    const chosen = best(m, { values: [self], scoreOnly: false, site: info.site });
    if (!allTaints(data).some(taint => taint.kind === 'pred')) return chosen;
    return derive(m, data, { form: 'column' });
  },
  schema: (m, { self, name, info }) =>
    fitFunction(m, name, 'schema', { ...info, args: { ...info.args, positional: [self] } }),
  number: (m, { data, name, info }) => {
    if (name === 'duplicated') return repeats(m, data, info);
    const taints = summed(m, without(allTaints(data), 'stat', 'dup', 'pred', 'compared'));
    return scalar(m, taints, `${name}(${data.symbol})`);
  },
  sink: (m, { self, data, name, info }) => writtenOut(m, self, data, name, info),
  'split-pieces': (m, { self, data, name, info }) => cutUp(m, self, data, name, info),
};

function argumentTaints(m: Machine, info: CallInfo): Taints {
  const values = [...info.args.positional, ...info.args.named.values()];
  const taints = without(values.map(value => taintsIn(m, value)).reduce(unite, CLEAN), 'vary');
  return unite(withoutOrigins(taints), originsOfAll(m, values));
}

/** The same rows; what the arguments carry comes in: `df.clip(low, high)`. */
function same(m: Machine, { data, name, info }: MethodCall): Value {
  const taints = onlyReshapes(name) ? CLEAN : argumentTaints(m, info);
  const given = withTaints(BENDS.test(name) ? bentTogether(m, data) : data, taints);
  if (/^(isnull|isna|notnull|notna)$/.test(name)) {
    const symbol = `missing(${data.symbol})`;
    return newData(m, { form: 'mask', rows: data.rows, symbol, negated: name.startsWith('not') });
  }
  if (/^(align|reindex)$/.test(name)) {
    const result = derive(m, data, aligned(data));
    if (name === 'reindex') return result;
    const other = dataOf(m, info.args.positional[0]);
    const second = other ? derive(m, other, aligned(other)) : scalar(m);
    return m.store.allocate({ tag: 'sequence', form: 'tuple', items: [result, second], rest: undefined });
  }
  const beside =
    name === 'join' ? dataOf(m, info.args.positional[0] ?? info.args.named.get('other')) : undefined;
  if (beside && rowsBeside(data, beside) !== data.rows) return merged(m, data, beside, taints);
  if (beside?.closed === true && data.form === 'table')
    return derive(m, data, { ...comingIn(m, data, beside, taints), column: undefined, of: data.of });
  if (OTHER_ROWS.has(name)) {
    const rows = m.rows.sub(data.rows, { by: 'other', symbol: `${name}(${freshSymbol(m)})` });
    return derive(m, data, { ...given, rows, stage: undefined, column: undefined, of: data.of });
  }
  if (name === 'sort_values' || name === 'sort_index')
    return derive(m, data, {
      ...sorted(m, data, info),
      symbol: ranked(m),
      stage: stageOf(m, data),
      column: data.column,
      of: data.of,
    });
  const kept = KEEPS_SYMBOL.has(name)
    ? { symbol: data.symbol, negated: data.negated, names: data.names }
    : {};
  const stage = KEEPS_NUMBERS.has(name) ? { stage: stageOf(m, data) } : {};
  return derive(m, data, { ...given, ...kept, ...stage, column: data.column, of: data.of });
}

const BENDS = /^(abs|pow|rpow|clip|round|mod|rmod|floordiv|rtruediv|rdiv)$/;

/** Methods that bring what stood in several rows into one, or the other way round. */
const OTHER_ROWS: ReadonlySet<string> = new Set(['unstack', 'stack', 'melt', 'explode']);

function drop(m: Machine, { self, data, info }: MethodCall): Value {
  const { positional, named } = info.args;
  const rowwise = constantOf(named.get('axis') ?? positional[1]);
  const columns =
    named.get('columns') ??
    (rowwise === 1 || rowwise === 'columns' ? (positional[0] ?? named.get('labels')) : undefined);
  if (columns) {
    const names = stringsIn(m, columns) ?? [];
    const kept = new Map([...data.columns].filter(([name]) => !names.includes(name)));
    const chosen = withTaints({ ...data, columns: kept }, scoresIn(m, columns));
    const left = derive(m, data, {
      ...chosen,
      symbol: `${data.symbol}-[${names.join()}]`,
      stage: m.stages.columns(stageOf(m, data), `-${stringsIn(m, columns)?.join() ?? symbolOf(m, columns)}`),
      column: undefined,
      of: self,
      holding: columnsLeft(m, data, columns, info),
    });
    return withVariedRest(m, data, left, columns);
  }
  const index = positional[0] ?? named.get('index') ?? named.get('labels');
  const dropped = dataOf(m, index);
  if (dropped && (dropped.form === 'index' || dropped.names)) {
    const rows = m.rows.sub(data.rows, {
      by: 'rows',
      rows: dropped.names?.rows ?? dropped.rows,
      negated: true,
    });
    return derive(m, data, { ...dropping(m, data, index, rows, info.site), rows, column: data.column });
  }
  const rows = m.rows.sub(data.rows, { by: 'other', symbol: freshSymbol(m) });
  return derive(m, data, { ...dropping(m, data, index, rows, info.site), rows, column: data.column });
}

function pop(m: Machine, { self, data, info }: MethodCall): Value {
  const name = constantOf(info.args.positional[0]);
  const columns = new Map(data.columns);
  const known = typeof name === 'string';
  const taints = known ? (columns.get(name) ?? data.taints) : allTaints(data);
  const origins = known ? [columnTaint(m, columnNamed(m.columns, data.holding, name))] : [];
  if (known) columns.delete(name);
  const holding = known ? dropNamed(data.holding, [name]) : m.columns.open();
  const stage = m.stages.columns(stageOf(m, data), `-${known ? name : freshSymbol(m)}`);
  m.store.update(self.id, { ...data, columns, holding, stage });
  return newData(m, {
    form: 'column',
    rows: data.rows,
    taints: unite(withoutOrigins(taints), origins),
    descending: data.descending,
    column: known ? name : undefined,
  });
}

/** `df.apply(f)`: row by row with `axis=1` or on a column; by column otherwise, where `f` sees all rows. */
function apply(m: Machine, call: MethodCall): Value {
  const { self, data, info } = call;
  const [func] = info.args.positional;
  if (
    func?.tag === 'library' &&
    seesColumns(call) &&
    /^(statistic|row-wise)$/.test(lookup(func.name)?.kind ?? '')
  )
    return callOn(m, func, self, info);
  if (func?.tag !== 'function') return derive(m, data, withTaints(data, argumentTaints(m, info)));
  const byRow = !seesColumns(call);
  const element = byRow ? elementOf(m, data) : self;
  const result = callOn(m, func, element, info);
  const taints = without(taintsIn(m, result), 'vary');
  if (byRow) return derive(m, data, { taints, columns: new Map(), closed: false, form: 'column' });
  return dataOf(m, result) ? result : derive(m, data, withTaints(data, taints));
}

function seesColumns({ data, name, info }: MethodCall): boolean {
  return data.form !== 'column' && name === 'apply' && !acrossColumns(info, 1);
}

function callOn(m: Machine, func: Value, argument: Value, info: CallInfo): Value {
  return m.call(func, { ...info, args: { positional: [argument], named: new Map(), others: [] } });
}

/** What comes after `groupby`, `rolling`, `expanding`. */
function grouped(m: Machine, call: MethodCall, effect: MethodEffect): Value {
  const { data, name, info } = call;
  const window = data.column === WINDOW;
  if (name === 'get_group')
    return derive(m, data, {
      form: 'table',
      rows: m.rows.sub(data.rows, { by: 'other', symbol: freshSymbol(m) }),
    });
  if (
    window ||
    /^(shift|diff|pct_change|cumsum|cumcount|cumprod|cummax|cummin|ffill|bfill|ngroup|rolling|expanding)$/.test(
      name,
    )
  ) {
    const isColumn = dataOf(m, data.of)?.form === 'column' || (data.column !== undefined && !window);
    if (!window) noteGrouping(m, data, name === 'cumcount' ? 'position' : 'sequence', info);
    if (effect !== 'windows')
      return derive(m, data, { form: isColumn ? 'column' : 'table', by: [], column: undefined });
    const of = isColumn ? derive(m, data, { form: 'column' }) : data.of;
    return derive(m, data, { form: 'groups', of, by: [], column: WINDOW });
  }
  if (/^(head|tail|nth)$/.test(name)) noteGrouping(m, data, 'ends', info);
  else if (effect !== 'same') noteGrouping(m, data, 'statistic', info);
  if (name === 'fillna' || effect === 'same') return broadcast(m, data, name, info);
  if (effect === 'aggregate' || effect === 'broadcast') {
    return name === 'rank' ? broadcast(m, data, name, info) : aggregate(m, data, name, info, false);
  }
  if (name === 'transform') return transformGroups(m, call);
  return unresolved(m, info);
}

function noteGrouping(m: Machine, { rows, by = [] }: Data, how: GroupFact['how'], info: CallInfo): void {
  noteGroups(m, how, { rows, columns: by }, info);
}

/** `groupby(k)[c].transform('mean')` puts each group's statistic beside its rows; a function of rows alone does not. */
function transformGroups(m: Machine, { data, name, info }: MethodCall): Value {
  const how = constantOf(info.args.positional[0]);
  if (how === 'count' || how === 'size' || how === 'nunique' || how === 'cumsum' || how === 'shift')
    return derive(m, data, { form: 'column', taints: scattered(m, data.taints) });
  const [func] = info.args.positional;
  const group =
    func?.tag === 'function'
      ? derive(m, data, { form: 'column', column: data.column, by: data.by })
      : undefined;
  m.withinGroup++;
  const within = group && func && callOn(m, func, group, info);
  m.withinGroup--;
  const learns = !within || learnsFromGroup(m, data, within);
  const made = learns ? broadcast(m, data, name, info) : derive(m, data, { form: 'column' });
  acrossGroup(m, made, within);
  const result = dataOf(m, made);
  // `transform(lambda s: s.shift(1))` looks at other rows of the group.
  return result ? derive(m, result, withTaints(result, taintsOf(taintsIn(m, within), 'lag'))) : made;
}
