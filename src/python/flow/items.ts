import { column } from './attributes';
import { withoutOrder } from './effects/tables/order';
import { taken } from './effects/tables/taking';
import { selectNamed } from './columns/columns';
import { partOf } from './containers';
import {
  allTaints,
  constantOf,
  contentOf,
  dataOf,
  derive,
  filterTaints,
  scalar,
  stageOf,
  stringsIn,
  symbolOf,
  taintsIn,
  unknownValue,
} from './data';
import { itemOfBatch } from './effects/networks/batchMethods';
import { itemOfBatches } from './effects/networks/batchesMethods';
import { foldAt } from './effects/splits/folds';
import { bestOfRanked, found, itemOfRanked } from './effects/scores/keeping';
import { historyItem } from './effects/networks/watching';
import { pickedByList } from './columns/holders';
import type { ColumnChoice } from './columns/holding';
import { behindLeading } from './effects/models/transformedColumns';
import { dummiesByName } from './effects/models/statistics';
import {
  afterCut,
  afterRanking,
  columnOfStatistics,
  isNoChoice,
  withoutChoice,
  withScores,
  scoresIn,
} from './effects/models/columnScores';
import { withVariedColumns } from './effects/models/variedColumns';
import { joinAll } from './join';
import type { Machine } from './machine';
import { freshSymbol } from './machine';
import { namesIn, namesOf, pickedBy } from './columns/names';
import { isOneOfLoop, ofUnknownNames, picksRows } from './rows/picking';
import { atPositions, columnAt } from './columns/positions';
import { columnTaint, scattered } from './columns/provenance';
import { cellOf } from './rows/rowValues';
import { rowsBy } from './rows/rowsBy';
import { itemOfSequence } from './sequences';
import type { Site } from './site';
import type { Taints } from './taint';
import { CLEAN, unite, withoutOrigins } from './taint';
import type { Content, Data, Dictionary, Ref, Scalar, Tool, Value } from './value';

/** `value[index]` */
export function getItem(m: Machine, value: Value, index: Value, site: Site): Value {
  return found(m, itemOf(m, value, index, site), index);
}

function itemOf(m: Machine, value: Value, index: Value, site: Site): Value {
  if (value.tag === 'choice') {
    return (
      joinAll(
        m,
        value.options.map(option => getItem(m, option, index, site)),
      ) ?? scalar(m)
    );
  }
  if (value.tag === 'method') {
    const located = getLocated(m, value.self, value.name, index, site);
    const table = dataOf(m, value.self);
    return table ? withVariedColumns(m, table, located, index) : located;
  }
  if (value.tag === 'scalar')
    return bestOfRanked(m, value, value.symbol, index, site) ?? itemOfScalar(m, value, index);
  const content = contentOf(m, value);
  switch (content?.tag) {
    case 'sequence':
      return itemOfRanked(
        m,
        content.ranked ? value : undefined,
        index,
        itemOfSequence(m, content, index),
        site,
      );
    case 'dictionary':
      return itemOfDictionary(m, content, index) ?? unknownValue(m, site);
    case 'data':
      return value.tag === 'ref'
        ? withVariedColumns(m, content, itemOfData(m, value, content, index, site), index)
        : scalar(m);
    case 'instance': {
      const known = content.fields.get(`[${String(constantOf(index))}]`);
      return known ?? unknownValue(m, site);
    }
    case 'tool':
      return itemOfTool(m, value, content, index, site);
    case 'estimator':
      return scalar(m, unite(taintsIn(m, value), content.learned ? [content.learned] : CLEAN));
    default:
      return scalar(m, taintsIn(m, value));
  }
}

function itemOfDictionary(m: Machine, { entries, rest }: Dictionary, index: Value): Value | undefined {
  const key = constantOf(index);
  const exact = key === undefined ? undefined : entries.get(key);
  const any = [...(key === undefined ? entries.values() : []), rest].filter(one => one !== undefined);
  return exact ?? joinAll(m, any);
}

function itemOfTool(m: Machine, value: Value, tool: Tool, index: Value, site: Site): Value {
  if (tool.entry.kind === 'history') return historyItem(m, tool, index);
  return value.tag === 'ref' && tool.split
    ? foldAt(m, value, tool, index, site)
    : scalar(m, taintsIn(m, value));
}

function itemOfScalar(m: Machine, value: Scalar, index: Value): Value {
  const { symbol, taints } = value;
  const key = constantOf(index);
  if (value.row && typeof key === 'string') return cellOf(m, value.row, key);
  const test = namesIn(index)?.test?.holds;
  if (test && value.names?.what === 'all') return namesOf(m, test);
  if (symbol.startsWith('shape') && constantOf(index) === 0) return scalar(m, CLEAN, `len${symbol.slice(5)}`);
  const scores = unite(columnOfStatistics(m, taints, index), scoresIn(m, index));
  const own = index.tag === 'slice' ? afterRanking(scores) : afterCut(scores);
  return scalar(m, own, `${symbol}[${symbolOf(m, index)}]`);
}

function itemOfData(m: Machine, self: Ref, data: Data, index: Value, site: Site): Value {
  if (data.form === 'batch') return itemOfBatch(m, data, index);
  if (data.form === 'batches') return itemOfBatches(m, data, index);
  const key = constantOf(index);
  const known = key === undefined ? undefined : data.fields.get(`[${key}]`);
  if (known) return known;
  if (data.form === 'bunch') return typeof key === 'string' ? column(m, data, key, self) : derive(m, data);
  if (typeof key === 'string') {
    return column(m, data, key, self);
  }
  if (typeof key === 'number')
    return data.form === 'unknown'
      ? partOf(m, self, key, site)
      : scalar(m, scattered(m, allTaints(data)), `${symbolOf(m, self)}[${key}]`);
  const content = contentOf(m, index);
  if (content?.tag === 'sequence' && content.form === 'tuple' && !stringsIn(m, index))
    return itemByAxes(m, data, content.items, site, true);
  return columnsOrRows(m, self, data, index, site);
}

function columnsOrRows(m: Machine, self: Ref, given: Data, index: Value, site: Site): Value {
  const data = byNames(m, given, index);
  const choice = { how: 'select', site, names: undefined } as const;
  const by = scoresIn(m, index);
  const names = stringsIn(m, index);
  if (names) return withScores(m, selectColumns(m, data, names, choice, self), by);
  const chosen = data.form === 'column' ? undefined : pickedBy(m, data, index, choice);
  if (chosen) return derive(m, data, { ...joined(data, by), of: data.of, holding: chosen });
  const content = contentOf(m, index);
  if (index.tag === 'scalar')
    return derive(m, data, {
      form: data.form === 'table' ? 'column' : data.form,
      ...joined({ ...data, ...withoutOrder(data) }, by),
      of: data.form === 'table' ? self : data.of,
    });
  const partly = content?.tag === 'sequence' ? ofSomeNames(data, content.items) : undefined;
  if (partly && by.length === 0)
    return derive(m, data, {
      ...joined(data),
      taints: partly,
      of: data.of,
      holding: ofUnknownNames(m, data, index),
    });
  const unnamed = picksRows(m, data, index) ? {} : { holding: ofUnknownNames(m, data, index) };
  const picked = content?.tag === 'sequence' ? pickedByList(m, data, content) : undefined;
  if (picked === 'columns' || namesColumns(content, by))
    return derive(m, data, { ...joined(data, by), ...unnamed, of: data.of });
  const rows = rowsBy(m, data, index);
  if (picked === 'either')
    return derive(m, data, { ...joined(data, by), ...unnamed, rows, symbol: freshSymbol(m), of: data.of });
  return derive(m, data, {
    ...taken(m, data, index, rows, site),
    ...unnamed,
    rows,
    of: data.of,
    column: data.column,
    symbol: freshSymbol(m),
    descending: turned(data, index),
  });
}

/** Of columns that are picked by their names: dummies mean the same in every table. */
function byNames(m: Machine, data: Data, index: Value): Data {
  const listed = contentOf(m, index)?.tag === 'sequence' || areNames(m, index);
  const named = listed ? { ...data, ...dummiesByName(data) } : data;
  return isOneOfLoop(m, index) ? { ...named, ...filterTaints(named, isNoChoice) } : named;
}

/** `tests[trains.columns]` */
function areNames(m: Machine, index: Value): boolean {
  return index.tag === 'scalar' && namesIn(index)?.what === 'all';
}

/** Of a list of names of which some are known: what these columns carry, and what all do. The others may be any. */
function ofSomeNames({ columns, closed, taints }: Data, items: readonly Value[]): Taints | undefined {
  const names = items.map(constantOf).filter(name => typeof name === 'string');
  if (names.length === 0) return undefined;
  const base = closed ? CLEAN : taints;
  return names.map(name => columns.get(name) ?? base).reduce(unite, base);
}

/** An array or index of columns' names, that scores chose. */
function namesColumns(content: Content | undefined, by: Taints): boolean {
  return by.length > 0 && content?.tag === 'data' && content.form !== 'mask' && content.form !== 'column';
}

/** One of several columns, which is not known. */
function joined(data: Data, by: Taints = CLEAN): Partial<Data> {
  return { taints: unite(allTaints(data), by), columns: new Map(), closed: false, column: undefined };
}

/** `df[::-1]` turns the order round. */
function turned(data: Data, index: Value): boolean {
  const step = index.tag === 'slice' ? constantOf(index.step) : undefined;
  return typeof step === 'number' && step < 0 ? !data.descending : data.descending;
}

function selectColumns(
  m: Machine,
  data: Data,
  names: readonly string[],
  choice: ColumnChoice,
  table?: Ref,
): Value {
  const own = (name: string): Taints => data.columns.get(name) ?? (data.closed ? CLEAN : data.taints);
  return derive(m, data, {
    columns: new Map(names.map(name => [name, withoutChoice(own(name))] as const)),
    taints: CLEAN,
    closed: true,
    holding: selectNamed(m.columns, data.holding, names, choice),
    column: names.length === 1 ? names[0] : undefined,
    symbol: `${data.symbol}[${names.join()}]`,
    stage: m.stages.columns(stageOf(m, data), names.join()),
    of: data.form === 'table' ? table : data.of,
  });
}

/** `X[rows, columns]` */
function itemByAxes(m: Machine, data: Data, axes: readonly Value[], site: Site, byPosition: boolean): Value {
  const [first, second] = axes;
  if (!first) return derive(m, data);
  if (first.tag === 'const' || (first.tag === 'scalar' && axes.length === 2 && second?.tag !== 'slice')) {
    return scalar(m, scattered(m, allTaints(data)));
  }
  const rows = first.tag === 'scalar' ? data.rows : rowsBy(m, data, first);
  const order = first.tag === 'scalar' ? {} : taken(m, data, first, rows, site);
  const chosen = derive(m, data, {
    ...order,
    rows,
    symbol: freshSymbol(m),
    descending: turned(data, first),
  });
  const names = stringsIn(m, second);
  const content = dataOf(m, chosen);
  const of = content && behindLeading({ ...content, leading: data.leading }, second);
  const choice = { how: byPosition ? 'position' : 'select', site, names: undefined } as const;
  if (!of) return chosen;
  if (names)
    return second?.tag === 'const'
      ? getItem(m, chosen, second, site)
      : withScores(m, selectColumns(m, of, names, choice), scoresIn(m, second));
  return isWhole(second) ? derive(m, of, { stage: of.stage }) : ofSomeColumns(m, of, second, choice);
}

/** `df.iloc[:, 3]`, `df.iloc[:, 1:-1]`, `df.loc[:, df.columns != 'y']` */
function ofSomeColumns(m: Machine, data: Data, index: Value | undefined, choice: ColumnChoice): Value {
  const at = constantOf(index);
  const byPosition = choice.how === 'position' && data.form === 'table';
  if (byPosition && typeof at === 'number') {
    const one = columnAt(m, data.holding, at);
    const change = joined(data);
    const taints = unite(withoutOrigins(change.taints ?? CLEAN), one ? [columnTaint(m, one)] : CLEAN);
    return derive(m, data, { ...change, form: 'column', taints });
  }
  const holding = byPosition ? atPositions(m, data.holding, index, choice) : pickedBy(m, data, index, choice);
  return derive(m, data, { ...joined(data, scoresIn(m, index)), ...(holding ? { holding } : {}) });
}

function isWhole(index: Value | undefined): boolean {
  return index?.tag === 'slice' && !index.lower && !index.upper;
}

/** `df.loc[…]`, `df.iloc[…]` */
function getLocated(m: Machine, self: Value, name: string, index: Value, site: Site): Value {
  const data = dataOf(m, self);
  if (!data || !LOCATORS.has(name)) return scalar(m, taintsIn(m, self));
  const content = contentOf(m, index);
  const [row = index] = content?.tag === 'sequence' && content.form === 'tuple' ? content.items : [];
  const best = bestOfRanked(m, self, data.symbol, row, site);
  if (best) return best;
  if (content?.tag === 'sequence' && content.form === 'tuple')
    return itemByAxes(m, data, content.items, site, name === 'iloc');
  if (index.tag === 'const' || index.tag === 'scalar') return scalar(m, scattered(m, allTaints(data)));
  const rows = rowsBy(m, data, index);
  return derive(m, data, {
    ...taken(m, data, index, rows, site),
    rows,
    symbol: freshSymbol(m),
    column: data.column,
    descending: turned(data, index),
  });
}

const LOCATORS: ReadonlySet<string> = new Set(['loc', 'iloc', 'at', 'iat', 'ix']);
