import type { Machine } from './machine';
import { freshSymbol } from './machine';
import type { Rows, Source } from './rows/rows';
import type { Site } from './site';
import type { Stage } from './columns/stages';
import type { Taints } from './taint';
import { CLEAN, unite, withoutOrigins } from './taint';
import type { Content, Data, Ref, Scalar, Value } from './value';

export const NO_COLUMNS: ReadonlyMap<string, Taints> = new Map();
const NO_FIELDS: ReadonlyMap<string, Value> = new Map();

/** Symbols longer than this are replaced by fresh ones: they no longer help to recognise equal values. */
const MAX_SYMBOL = 160;

export function newData(m: Machine, given: Partial<Data> & { readonly rows: Rows }): Ref {
  return m.store.allocate(makeData(m, given));
}

export function makeData(m: Machine, given: Partial<Data> & { readonly rows: Rows }): Data {
  return dataWith(given, {
    form: given.form ?? 'table',
    rows: given.rows,
    holder: given.holder,
    taints: given.taints ?? CLEAN,
    columns: given.columns ?? NO_COLUMNS,
    closed: given.closed ?? false,
    holding: given.holding ?? m.columns.open(),
    descending: given.descending ?? false,
    symbol: given.symbol ?? freshSymbol(m),
    stage: given.stage,
    column: given.column,
    edits: given.edits,
    fields: given.fields ?? NO_FIELDS,
    within: given.within,
  });
}

type Kept = Pick<
  Data,
  | 'form'
  | 'rows'
  | 'holder'
  | 'taints'
  | 'columns'
  | 'closed'
  | 'holding'
  | 'descending'
  | 'symbol'
  | 'stage'
  | 'column'
  | 'edits'
  | 'fields'
  | 'within'
>;

/**
 * The one place where tables of observations are made: all of one shape, which is what makes reading them fast. The
 * type names every property, so that a new one cannot be forgotten here.
 */
function dataWith(given: Partial<Data>, kept: Kept): { [K in keyof Required<Data>]: Data[K] } {
  return {
    tag: 'data',
    form: kept.form,
    rows: kept.rows,
    holder: kept.holder,
    taints: kept.taints,
    columns: kept.columns,
    closed: kept.closed,
    holding: kept.holding,
    descending: kept.descending,
    symbol: kept.symbol,
    stage: kept.stage,
    column: kept.column,
    names: given.names,
    negated: given.negated ?? false,
    of: given.of,
    by: given.by,
    edits: kept.edits,
    rewritten: given.rewritten,
    fields: kept.fields,
    name: given.name,
    within: kept.within,
    leading: given.leading,
  };
}

/** A column's symbol; another one from where the program sets the column. */
export function columnSymbol({ symbol, rewritten }: Data, name: string): string {
  return `${symbol}${rewritten?.get(name) ?? ''}.${name}`;
}

/** These columns, or parts of them, hold other values from now on. */
export function rewriting(m: Machine, data: Data, names: readonly string[]): Pick<Data, 'rewritten'> {
  const set = names.map(name => [name, freshSymbol(m)] as const);
  return { rewritten: new Map([...(data.rewritten ?? []), ...set]) };
}

/** A value about which nothing is known but that it is this one: two uses of it are the same. */
export function unknownValue(
  m: Machine,
  site: Site,
  label = 'a value',
  taints: Taints = CLEAN,
  path?: string,
): Ref {
  const symbol = freshSymbol(m);
  const source: Source = {
    key: `unknown ${symbol}`,
    kind: 'unknown',
    site,
    label,
    ...(path !== undefined && { path }),
  };
  return m.store.allocate(makeData(m, { form: 'unknown', rows: m.rows.other(source), symbol, taints }));
}

export function scalar(m: Machine, taints: Taints = CLEAN, symbol = freshSymbol(m)): Scalar {
  return { tag: 'scalar', taints, symbol: symbol.length > MAX_SYMBOL ? freshSymbol(m) : symbol };
}

export function contentOf(m: Machine, value: Value | undefined): Content | undefined {
  return value?.tag === 'ref' ? m.store.content(value.id) : undefined;
}

export function dataOf(m: Machine, value: Value | undefined): Data | undefined {
  const content = contentOf(m, value);
  return content?.tag === 'data' ? content : undefined;
}

/** Observations: a table, a column, or something unknown that is used as one. */
export function isObservations(data: Data | undefined): data is Data {
  return data !== undefined && data.form !== 'index' && data.form !== 'bunch';
}

/** Everything that a table carries, in whatever column. */
export function allTaints(data: Data): Taints {
  let taints = data.closed ? CLEAN : data.taints;
  for (const column of data.columns.values()) taints = unite(taints, column);
  return data.closed && data.columns.size === 0 ? unite(taints, data.taints) : taints;
}

/** What a value carries, into containers as far as `depth`. */
export function taintsIn(m: Machine, value: Value | undefined, depth = 3): Taints {
  if (!value || depth < 0) return CLEAN;
  if (value.tag === 'scalar') return value.taints;
  if (value.tag === 'const') return value.taints ?? CLEAN;
  if (value.tag === 'choice') return taintsInAll(m, value.options, depth - 1);
  const content = contentOf(m, value);
  switch (content?.tag) {
    case 'data':
      return allTaints(content);
    case 'sequence':
      return unite(taintsInAll(m, content.items, depth - 1), taintsIn(m, content.rest, depth - 1));
    case 'dictionary':
      return unite(taintsInAll(m, content.entries.values(), depth - 1), taintsIn(m, content.rest, depth - 1));
    case 'tool':
      return content.taints;
    case 'estimator':
      return content.parameters;
    default:
      return CLEAN;
  }
}

function taintsInAll(m: Machine, values: Iterable<Value>, depth: number): Taints {
  let taints = CLEAN;
  for (const value of values) taints = unite(taints, taintsIn(m, value, depth));
  return taints;
}

/** A symbol for any value: equal symbols mean equal values. */
export function symbolOf(m: Machine, value: Value | undefined): string {
  if (!value) return '';
  if (value.tag === 'const')
    return typeof value.value === 'string' ? JSON.stringify(value.value) : String(value.value);
  if (value.tag === 'scalar') return value.symbol;
  const data = dataOf(m, value);
  if (data) return data.negated ? `~${data.symbol}` : data.symbol;
  return value.tag === 'ref' ? `&${value.id}` : freshSymbol(m);
}

/**
 * The same observations, changed row by row. A change that says whether the columns are `closed`, or what form the
 * result has, makes other columns; any other leaves them where they are.
 */
export function derive(m: Machine, base: Data, change: Partial<Data> = {}): Ref {
  const form = base.form === 'unknown' || base.form === 'bunch' ? 'table' : base.form;
  return m.store.allocate(
    dataWith(change, {
      form: change.form ?? form,
      rows: change.rows ?? base.rows,
      holder: 'holder' in change ? change.holder : base.holder,
      taints: change.taints ?? base.taints,
      columns: change.columns ?? base.columns,
      closed: change.closed ?? base.closed,
      holding: change.holding ?? (hasOtherColumns(form, change) ? m.columns.open() : base.holding),
      descending: change.descending ?? base.descending,
      symbol: change.symbol ?? freshSymbol(m),
      stage: stageAfter(m, base, change),
      column: 'column' in change ? change.column : base.column,
      edits: change.edits ?? base.edits,
      fields: change.fields ?? NO_FIELDS,
      within: change.within ?? base.name ?? base.within,
    }),
  );
}

function hasOtherColumns(form: Data['form'], change: Partial<Data>): boolean {
  return change.closed !== undefined || (change.form !== undefined && change.form !== form);
}

/** Other rows of the same table, and equal values, are prepared as far as it is. */
function stageAfter(m: Machine, base: Data, change: Partial<Data>): Stage | undefined {
  if ('stage' in change) return change.stage;
  const { rows, symbol } = change;
  const otherRows = rows !== undefined && rows !== base.rows;
  return otherRows || symbol === base.symbol ? stageOf(m, base) : undefined;
}

/** How far a table was prepared. */
export function stageOf(m: Machine, data: Data): Stage {
  return data.stage ?? m.stages.base(data.symbol);
}

/** Adds taints to every column. Of a table with several, what it was computed from is told column by column. */
export function withTaints(base: Data, added: Taints): Pick<Data, 'taints' | 'columns'> {
  const taints = base.form === 'table' || base.form === 'unknown' ? withoutOrigins(added) : added;
  if (taints.length === 0) return { taints: base.taints, columns: base.columns };
  const columns = new Map([...base.columns].map(([name, own]) => [name, unite(own, taints)] as const));
  return { taints: unite(base.taints, taints), columns };
}

/** Removes taints of every column that `keep` turns down. */
export function filterTaints(
  base: Data,
  keep: (taint: Taints[number]) => boolean,
): Pick<Data, 'taints' | 'columns'> {
  const columns = new Map([...base.columns].map(([name, own]) => [name, own.filter(keep)] as const));
  return { taints: base.taints.filter(keep), columns };
}

export function stringsIn(m: Machine, value: Value | undefined): readonly string[] | undefined {
  if (value?.tag === 'const') return typeof value.value === 'string' ? [value.value] : undefined;
  const content = contentOf(m, value);
  if (content?.tag !== 'sequence' || content.rest) return undefined;
  const strings = content.items.map(item =>
    item.tag === 'const' && typeof item.value === 'string' ? item.value : undefined,
  );
  return strings.every(one => one !== undefined) ? strings : undefined;
}

/** A list of values, or of rows of values, that stand in the program. */
export function isWrittenOut(m: Machine, value: Value | undefined, depth = 0): boolean {
  if (value?.tag === 'const') return depth > 0;
  const content = contentOf(m, value);
  if (content?.tag !== 'sequence' || content.rest || content.items.length === 0 || depth > 2) return false;
  return content.items.every(item => isWrittenOut(m, item, depth + 1));
}

export function constantOf(value: Value | undefined): string | number | boolean | null | undefined {
  return value?.tag === 'const' ? value.value : undefined;
}
