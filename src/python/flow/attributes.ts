import { methodEffect, NUMBER_ATTRIBUTES, SAME_ROWS_ATTRIBUTES } from '../knowledge/methods';
import { isPolarsMethod } from '../knowledge/polars';
import { withAssigned } from './columns/assign';
import { holdingOf } from './columns/columns';
import {
  allTaints,
  columnSymbol,
  contentOf,
  dataOf,
  derive,
  filterTaints,
  newData,
  rewriting,
  scalar,
  stageOf,
  stringsIn,
  taintsIn,
  unknownValue,
} from './data';
import {
  columnOfStatistics,
  importances,
  learnedAttribute,
  tellsImportance,
  withoutChoice,
} from './effects/models/columnScores';
import { parametersOnly } from './effects/models/construct';
import { filteringOf } from './effects/tables/filtering';
import { attributeOfBatch, attributeOfBatches } from './effects/networks/batchesMethods';
import { toldByExperiment } from './effects/models/experiments';
import { fittedValues } from './effects/models/givenModels';
import { hasMethod } from './effects/networks/networks';
import { chosenAttribute } from './effects/scores/selecting';
import { hypermodelOf } from './effects/models/tuners';
import { escape } from './effects/unresolved';
import { noteKeptRows } from './effects/scores/using';
import { storedBy } from './effects/tables/storing';
import { holderAfter } from './columns/holders';
import type { Holding } from './columns/holding';
import { joinAll } from './join';
import { attributeOfLibrary } from './libraries';
import type { Machine } from './machine';
import type { Site } from './site';
import { member } from './members';
import { namesOf } from './columns/names';
import { nameObject } from './naming';
import { coded, originOfColumn, scattered } from './columns/provenance';
import { cellOf } from './rows/rowValues';
import { CLEAN, unite, withoutOrigins } from './taint';
import type { ClassValue, Data, Estimator, Instance, FunctionValue, Ref, Scalar, Tool, Value } from './value';
import { constant, NONE } from './value';

/** `value.attr` */
export function getAttribute(m: Machine, value: Value, attr: string, site: Site): Value {
  switch (value.tag) {
    case 'library':
      return attributeOfLibrary(value, attr);
    case 'choice': {
      const options = value.options.filter(option => option.tag !== 'const');
      return (
        joinAll(
          m,
          options.map(option => getAttribute(m, option, attr, site)),
        ) ?? unknownValue(m, site, attr)
      );
    }
    case 'const':
      return { tag: 'method', self: value, name: attr };
    case 'scalar':
      if (value.row && !methodEffect(attr)) return cellOf(m, value.row, attr);
      return attributeOfScalar(m, value, attr);
    case 'expression':
      return { tag: 'expression', step: { kind: 'attribute', of: value, name: attr, site } };
    case 'ref':
      return attributeOfObject(m, value, attr, site);
    default:
      return unknownValue(m, site, attr);
  }
}

/** Of a table of statistics: `corr.price` is a column of it. */
function attributeOfScalar(m: Machine, value: Scalar, attr: string): Value {
  if (SAME_ROWS_ATTRIBUTES.has(attr) || attr === 'index' || attr === 'T' || attr.endsWith('_mean'))
    return value;
  if (methodEffect(attr) || value.taints.length === 0) return { tag: 'method', self: value, name: attr };
  const taints = columnOfStatistics(m, value.taints, constant(attr));
  return taints === value.taints ? { tag: 'method', self: value, name: attr } : { ...value, taints };
}

function attributeOfObject(m: Machine, self: Ref, attr: string, site: Site): Value {
  const content = contentOf(m, self);
  switch (content?.tag) {
    case 'data':
      return dataAttribute(m, self, content, attr, site);
    case 'instance':
      return attributeOfInstance(m, self, content, attr, site);
    case 'class': {
      const found = member(m, self, attr);
      return found?.tag === 'function' && found.binding === 'class'
        ? { ...found, self }
        : (found ?? unknownValue(m, site, attr));
    }
    case 'estimator':
    case 'tool':
      if (HOLDS_STATE.has(attr)) escape(m, self);
      return (
        learnedOf(m, content, attr, site) ??
        ofSearch(m, content, attr, site) ??
        (content.tag === 'estimator' ? fittedValues(m, content, attr, site) : undefined) ??
        chosenAttribute(m, self, content, attr, site) ?? { tag: 'method', self, name: attr }
      );
    default:
      return { tag: 'method', self, name: attr };
  }
}

function attributeOfInstance(m: Machine, self: Ref, content: Instance, attr: string, site: Site): Value {
  const own = content.fields.get(attr);
  if (own) return own;
  const inherited = attr === 'forward' && content.network ? undefined : member(m, content.cls, attr);
  if (inherited) return bind(m, inherited, self, content.cls, site);
  if (content.network && hasMethod(attr)) return { tag: 'method', self, name: attr };
  if (content.network && attr === 'module') return self;
  return attr === 'fit_transform' ? { tag: 'method', self, name: attr } : remembered(m, self, attr, site);
}

/** Who takes a network apart may set it back. */
const HOLDS_STATE: ReadonlySet<string> = new Set([
  'layers',
  'get_layer',
  'weights',
  'variables',
  'trainable_weights',
  'trainable_variables',
  'model',
]);

/** What an estimator that was fitted tells of what it learned. */
function learnedOf(m: Machine, content: Estimator | Tool, attr: string, site: Site): Value | undefined {
  if (content.tag === 'tool') return undefined;
  // Vectors of words and documents: `w2v.wv['house']`, `model.dv[0]`.
  if (content.learned && /^(wv|dv|docvecs)$/.test(attr)) return scalar(m, [content.learned]);
  if (attr.endsWith('_') && tellsImportance(attr) && content.fit) return importances(m, content, attr, site);
  return content.learned && attr.endsWith('_') ? learnedAttribute(m, content, attr) : undefined;
}

/** What a search tells of the trials that it ran, or of what it builds. */
function ofSearch(m: Machine, content: Estimator | Tool, attr: string, site: Site): Value | undefined {
  if (content.tag === 'tool') {
    if (content.entry.kind === 'tracker' && attr !== 'log') return unknownValue(m, site, attr);
    return content.entry.kind === 'experiment' ? toldByExperiment(m, content, attr, site) : undefined;
  }
  return content.entry.kind === 'tuner' && attr === 'hypermodel' ? hypermodelOf(m, content) : undefined;
}

function bind(m: Machine, found: Value, self: Ref, cls: Value, site: Site): Value {
  if (found.tag !== 'function' || found.binding === 'static') return found;
  const bound: FunctionValue = { ...found, self: found.binding === 'class' ? cls : self };
  if (found.binding !== 'property') return bound;
  return m.call(
    { ...bound, binding: undefined },
    { args: { positional: [], named: new Map(), others: [] }, site, nameSpan: site },
  );
}

/** An attribute that nobody set in sight: unknown, but the same one each time. */
function remembered(m: Machine, self: Ref, attr: string, site: Site): Value {
  const content = m.store.content(self.id);
  const value = unknownValue(m, site, attr);
  if (content?.tag === 'instance' || content?.tag === 'data') {
    m.store.update(self.id, { ...content, fields: new Map([...content.fields, [attr, value]]) });
  }
  return value;
}

function dataAttribute(m: Machine, self: Ref, data: Data, attr: string, site: Site): Value {
  const set = data.fields.get(attr);
  if (set) return set;
  if (data.form === 'bunch') return bunchAttribute(m, data, attr, site);
  const portion = inPortions(m, self, data, attr);
  if (portion) return portion;
  const told = shapeOrNames(m, data, attr);
  if (told) return told;
  if (attr === 'index')
    return newData(m, {
      form: 'index',
      rows: data.rows,
      taints: filteringOf(data),
      symbol: `${data.symbol}.index`,
      names: { rows: data.rows, negated: false },
    });
  if (attr === 'T' || SAME_ROWS_ATTRIBUTES.has(attr))
    return derive(m, data, { ...seenAs(m, data, attr), symbol: data.symbol, name: data.name });
  if (LOCATORS.has(attr) || methodEffect(attr) || isPolarsMethod(attr) || isOwnMethod(data, attr))
    return { tag: 'method', self, name: attr };
  if (data.form === 'unknown') {
    return UNKNOWN_METHODS.has(attr) ? { tag: 'method', self, name: attr } : remembered(m, self, attr, site);
  }
  if (data.form === 'mask' || data.form === 'index') return { tag: 'method', self, name: attr };
  // A table may have a column of that name; a column has such a part.
  if (DATE_PARTS.has(attr) && data.form !== 'table' && data.form !== 'groups')
    return derive(m, data, { symbol: `${data.symbol}.${attr}` });
  return column(m, data, attr, self);
}

/** `bundle['model'].predict`, where another run made the bundle; `tensor.type(…)`, where a frame may have such a column. */
function isOwnMethod(data: Data, attr: string): boolean {
  if (attr === 'type') return data.holder === 'array';
  return /^predict/.test(attr) && storedBy(data) !== undefined;
}

/** Of a loader, and of what comes out of it. */
function inPortions(m: Machine, self: Ref, data: Data, attr: string): Value | undefined {
  if (data.form === 'batches') return attributeOfBatches(m, self, data, attr);
  if (data.form === 'batch' && !methodEffect(attr) && !NUMBER_ATTRIBUTES.has(attr))
    return attributeOfBatch(m, self, data, attr);
  if (attr === 'size' && data.form === 'batch') return { tag: 'method', self, name: attr };
  return undefined;
}

const LOCATORS: ReadonlySet<string> = new Set(['loc', 'iloc', 'at', 'iat', 'ix']);

/** `df.T`, `df.a.dt`, `df.a.str`, `df.a.values` */
function seenAs(m: Machine, data: Data, attr: string): Partial<Data> {
  if (attr === 'T') return { holding: m.columns.open(), holder: undefined };
  if (attr === 'dt') return partOfDate(m, data);
  const holder = holderAfter(attr);
  return holder ? { holder } : { taints: coded(m, data.taints) };
}

/** The day or the month tells a part of a date only. */
function partOfDate(m: Machine, dates: Data): Pick<Data, 'taints' | 'columns'> {
  const { taints, columns } = sinceReference(dates);
  return { taints: scattered(m, taints), columns };
}

/** Time since the first or until the last date of the data: another reference moves every row by the same. */
function sinceReference(dates: Data): Pick<Data, 'taints' | 'columns'> {
  return filterTaints(
    dates,
    taint =>
      taint.kind !== 'stat' || taint.transformer !== undefined || !/\b(max|min)\(\)$/.test(taint.label),
  );
}

function shapeOrNames(m: Machine, data: Data, attr: string): Value | undefined {
  if (attr === 'shape') return scalar(m, CLEAN, `shape${data.rows.id}`);
  if (attr === 'columns') return namesOf(m, data.holding);
  // `df.index.year`
  if (data.form === 'index' && DATE_PARTS.has(attr))
    return newData(m, { form: 'column', rows: data.rows, symbol: `${data.symbol}.${attr}` });
  return NUMBER_ATTRIBUTES.has(attr) ? scalar(m) : undefined;
}

/** What an object of unknown class may be asked to do that says what it is. */
const UNKNOWN_METHODS: ReadonlySet<string> = new Set(
  'fit predict predict_proba decision_function score evaluate transform fit_transform fit_predict get_params set_params backward item'.split(
    ' ',
  ),
);

const DATE_PARTS: ReadonlySet<string> = new Set(
  'year month day hour minute second weekday dayofweek quarter week date time dayofyear days seconds'.split(
    ' ',
  ),
);

function bunchAttribute(m: Machine, data: Data, attr: string, site: Site): Value {
  if (attr === 'data' || attr === 'images' || attr === 'frame') {
    return newData(m, { rows: data.rows, holder: data.holder, symbol: `${data.symbol}.${attr}` });
  }
  if (attr === 'target' || attr === 'target_names' || attr === 'DESCR' || attr.endsWith('names')) {
    if (attr !== 'target') return scalar(m);
    return newData(m, { form: 'column', rows: data.rows, symbol: `${data.symbol}.target`, column: 'target' });
  }
  return unknownValue(m, site, attr);
}

/** `df['name']` */
export function column(m: Machine, data: Data, name: string, table?: Ref): Ref {
  const own = withoutChoice(data.columns.get(name) ?? (data.closed ? CLEAN : data.taints));
  const taints = data.form === 'bunch' ? own : unite(withoutOrigins(own), originOfColumn(m, data, name));
  return newData(m, {
    form: data.form === 'groups' ? 'groups' : 'column',
    rows: data.rows,
    taints,
    symbol: columnSymbol(data, name),
    stage: m.stages.columns(stageOf(m, data), name),
    column: name,
    descending: data.descending,
    of: data.form === 'groups' ? data.of : table,
    by: data.form === 'groups' ? data.by : undefined,
  });
}

/** `value.attr = …` */
export function setAttribute(m: Machine, target: Value, attr: string, value: Value, site: Site): void {
  if (target.tag === 'choice') {
    for (const option of target.options) setAttribute(m, option, attr, value, site);
    return;
  }
  const content = contentOf(m, target);
  if (target.tag !== 'ref' || !content) return;
  if (content.tag === 'instance' || content.tag === 'class') {
    nameObject(m, value, attr);
    m.store.update(target.id, {
      ...content,
      fields: new Map([...content.fields, [attr, value]]),
    } as ClassValue);
    // Methods that nobody calls here may score what an object keeps.
    noteKeptRows(m, [value], site, attr);
  } else if (content.tag === 'data')
    setDataAttribute(m, target, attr, value, withAssigned(m, content.holding, [attr], value, site));
  else if (content.tag === 'estimator') {
    const parameters = unite(content.parameters, parametersOnly(taintsIn(m, value)));
    m.store.update(target.id, { ...content, parameters });
  }
}

function setDataAttribute(m: Machine, target: Ref, attr: string, value: Value, holding: Holding): void {
  const data = dataOf(m, target);
  if (!data) return;
  if (attr === 'columns') {
    const renamed = inOrder(m, data, value) ?? { taints: allTaints(data), columns: new Map(), closed: false };
    m.store.update(target.id, {
      ...data,
      ...renamed,
      holding: newNames(m, data.holding, value),
      stage: stageOf(m, data),
    });
  } else if (data.form === 'unknown') {
    m.store.update(target.id, { ...data, fields: new Map([...data.fields, [attr, value]]) });
  } else if (value !== NONE) {
    const taints = withoutOrigins(taintsIn(m, value));
    const columns = new Map([...data.columns, [attr, taints]]);
    const changed = rewriting(m, data, [attr]);
    m.store.update(target.id, { ...data, ...changed, columns, holding, stage: m.stages.fresh() });
  }
}

/**
 * New names for old columns, one by one where all are told; else which is which is not known any more. The keys of groups,
 * which carry nothing, come first.
 */
function inOrder(m: Machine, { columns, closed, taints }: Data, names: Value): Partial<Data> | undefined {
  const given = stringsIn(m, names);
  const first = (given?.length ?? 0) - columns.size;
  if (!given || names.tag !== 'ref' || !closed || columns.size === 0 || first < 0) return undefined;
  return {
    taints,
    closed,
    columns: new Map([...columns.values()].map((own, i) => [given[first + i] ?? '', own])),
  };
}

/** `df.columns = ['a', 'b']`: they are all named, in their order. */
function newNames(m: Machine, holding: Holding, names: Value): Holding {
  const given = stringsIn(m, names);
  if (!given || names.tag !== 'ref') return m.columns.open();
  const old = holding.table === undefined ? [...holding.columns.values()] : [];
  const columns = given.map(
    (name, i) => [name, old[i] ?? m.columns.computed(name, undefined, [], true)] as const,
  );
  return holdingOf(undefined, new Map(columns));
}
