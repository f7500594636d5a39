import { joinHoldings } from './columns/columns';
import { contentOf, makeData, newData, rewriting, scalar, taintsIn } from './data';
import type { Machine } from './machine';
import { joinFilled } from './rows/filled';
import { joinNames } from './columns/names';
import type { Joiner } from './store';
import type { Taints } from './taint';
import { CLEAN, unite } from './taint';
import { NONE } from './value';
import type { Content, Data, Dictionary, Estimator, Sequence, Value } from './value';

/** Past this many different objects a value is one of too many to follow. */
const MAX_OPTIONS = 4;

/** How states are joined where paths meet. */
export function joiner(m: Machine): Joiner {
  return {
    values: (a, b) => joinValues(m, a, b),
    contents: (a, b) => joinContents(m, a, b),
  };
}

export function joinAll(m: Machine, values: readonly Value[]): Value | undefined {
  const [first, ...rest] = values;
  return first && rest.reduce((a, b) => joinValues(m, a, b), first);
}

export function joinValues(m: Machine, a: Value, b: Value): Value {
  if (a === b || sameValue(a, b)) return a;
  // `x = None` before a branch only announces the variable.
  if (isNone(a) && b.tag !== 'const') return b;
  if (isNone(b) && a.tag !== 'const') return a;
  const names = joinNames(m, a, b);
  if (names) return names;
  if (isPlain(a) && isPlain(b)) return scalar(m, unite(taintsIn(m, a), taintsIn(m, b)));
  const [x, y] = [contentOf(m, a), contentOf(m, b)];
  if (x?.tag === 'data' && y?.tag === 'data') return newData(m, joinData(m, x, y));
  const options = new Set([...optionsOf(a), ...optionsOf(b)]);
  const distinct: Value[] = [];
  for (const option of options) if (!distinct.some(one => sameValue(one, option))) distinct.push(option);
  return { tag: 'choice', options: distinct.slice(0, MAX_OPTIONS) };
}

function optionsOf(value: Value): readonly Value[] {
  return value.tag === 'choice' ? value.options : [value];
}

function isNone(value: Value): boolean {
  return value.tag === 'const' && value.value === null;
}

function isPlain(value: Value): boolean {
  return value.tag === 'const' || value.tag === 'scalar';
}

export function sameValue(a: Value, b: Value): boolean {
  if (a.tag === 'const') return b.tag === 'const' && a.value === b.value && a.taints === b.taints;
  if (a.tag === 'ref') return b.tag === 'ref' && a.id === b.id;
  if (a.tag === 'library') return b.tag === 'library' && a.name === b.name;
  if (a.tag === 'scalar') return b.tag === 'scalar' && a.symbol === b.symbol && a.taints === b.taints;
  return a.tag === 'function' && b.tag === 'function' && a.fn === b.fn && a.self === b.self;
}

function joinContents(m: Machine, a: Content, b: Content): Content {
  if (a === b) return a;
  if (a.tag === 'data' && b.tag === 'data') return joinData(m, a, b);
  if (a.tag === 'sequence' && b.tag === 'sequence') return joinSequences(m, a, b);
  if (a.tag === 'dictionary' && b.tag === 'dictionary') return joinDictionaries(m, a, b);
  if (a.tag === 'instance' && b.tag === 'instance') return { ...a, fields: joinMaps(m, a.fields, b.fields) };
  if (a.tag === 'class' && b.tag === 'class') return { ...a, fields: joinMaps(m, a.fields, b.fields) };
  if (a.tag === 'estimator' && b.tag === 'estimator') return joinEstimators(a, b);
  // Something unknown that became an estimator on one path is one.
  return a.tag === 'data'
    ? b
    : a.tag === 'tool' && b.tag === 'tool'
      ? { ...b, taints: unite(a.taints, b.taints) }
      : a;
}

function joinEstimators(a: Estimator, b: Estimator): Estimator {
  return {
    ...b,
    parameters: unite(a.parameters, b.parameters),
    learned: b.learned ?? a.learned,
    fit: b.fit ?? a.fit,
    forked: a.fit !== b.fit || a.forked === true || b.forked === true,
    state: a.state && b.state,
    ...(b.steered ? { steered: a.steered } : {}),
    evaluates: a.evaluates === true && b.evaluates === true,
  };
}

export function joinData(m: Machine, a: Data, b: Data): Data {
  return makeData(m, {
    form: a.form === b.form ? a.form : 'table',
    rows: a.rows === b.rows ? a.rows : m.rows.either([a.rows, b.rows]),
    holder: a.holder === b.holder ? a.holder : undefined,
    taints: unite(a.taints, b.taints),
    columns: joinColumns(a, b),
    closed: a.closed && b.closed,
    holding: joinHoldings(m.columns, a.holding, b.holding),
    descending: a.descending || b.descending,
    stage: a.stage === b.stage ? a.stage : undefined,
    column: a.column === b.column ? a.column : undefined,
    fields: sameFields(a.fields, b.fields),
    rewritten: joinRewritten(m, a, b),
    name: a.name ?? b.name,
    ...(a.symbol === b.symbol && a.negated === b.negated ? { symbol: a.symbol, negated: a.negated } : {}),
  });
}

/** A column that one path set, or both in ways of their own, is another one from here on. */
function joinRewritten(m: Machine, a: Data, b: Data): Data['rewritten'] {
  if (a.rewritten === b.rewritten) return a.rewritten;
  const names = [...new Set([...(a.rewritten?.keys() ?? []), ...(b.rewritten?.keys() ?? [])])];
  const differing = names.filter(name => a.rewritten?.get(name) !== b.rewritten?.get(name));
  return rewriting(m, a, differing).rewritten;
}

/** Attributes that both have: what differs is unknown, and objects may hold themselves. */
function sameFields(
  a: ReadonlyMap<string, Value>,
  b: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  if (a.size === 0) return a;
  return new Map([...a].filter(([name, value]) => sameValue(value, b.get(name) ?? NONE)));
}

function joinColumns(a: Data, b: Data): ReadonlyMap<string, Taints> {
  if (a.columns === b.columns || (a.columns.size === 0 && b.columns.size === 0)) return a.columns;
  const [others, own] = [a.closed ? CLEAN : a.taints, b.closed ? CLEAN : b.taints];
  const joined = new Map<string, Taints>();
  for (const [name, taints] of a.columns) joined.set(name, unite(taints, b.columns.get(name) ?? own));
  for (const [name, taints] of b.columns) if (!joined.has(name)) joined.set(name, unite(others, taints));
  return joined;
}

function joinSequences(m: Machine, a: Sequence, b: Sequence): Sequence {
  const filled = joinFilled(m, a, b);
  if (a.items.length === b.items.length) {
    const items = a.items.map((item, i) => joinValues(m, item, b.items[i] ?? item));
    const rest = a.rest && b.rest ? joinValues(m, a.rest, b.rest) : (a.rest ?? b.rest);
    return { ...a, items, rest, filled, last: joinLast(a, b) };
  }
  const rest = joinAll(
    m,
    [...a.items, ...b.items, a.rest, b.rest].filter(value => value !== undefined),
  );
  return { ...a, items: [], rest, filled, last: joinLast(a, b) };
}

/** What two branches put in is one element or the other. */
function joinLast(a: Sequence, b: Sequence): Sequence['last'] {
  return a.last && b.last && sameValue(a.last.value, b.last.value) ? a.last : undefined;
}

function joinDictionaries(m: Machine, a: Dictionary, b: Dictionary): Dictionary {
  const rest = a.rest && b.rest ? joinValues(m, a.rest, b.rest) : (a.rest ?? b.rest);
  const keys = a.keys || b.keys ? { keys: unite(a.keys ?? CLEAN, b.keys ?? CLEAN) } : {};
  return { ...a, entries: joinMaps(m, a.entries, b.entries), rest, ...keys };
}

function joinMaps<K>(m: Machine, a: ReadonlyMap<K, Value>, b: ReadonlyMap<K, Value>): ReadonlyMap<K, Value> {
  if (a === b) return a;
  const joined = new Map(a);
  for (const [key, value] of b) {
    const own = joined.get(key);
    joined.set(key, own ? joinValues(m, own, value) : value);
  }
  return joined;
}
