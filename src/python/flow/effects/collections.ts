import { appended, extended, inCollection } from '../containers';
import { listWithout, namesIn } from '../columns/names';
import { constantOf, contentOf, scalar, taintsIn, unknownValue } from '../data';
import { rowsBeside, rowsThrough } from '../rows/filled';
import { elementsOf } from '../iterate';
import { joinAll } from '../join';
import type { CallInfo, Machine } from '../machine';
import { CLEAN, unite } from '../taint';
import type { Dictionary, Ref, Sequence, Value } from '../value';
import { constant, NONE } from '../value';
import { best } from './scores/keeping';
import { positionsIn } from './tables/positions';

/** A method of a list, tuple, set or dictionary. */
export function callCollection(
  m: Machine,
  self: Ref,
  content: Sequence | Dictionary,
  name: string,
  info: CallInfo,
): Value {
  return content.tag === 'sequence'
    ? callSequence(m, self, content, name, info)
    : callDictionary(m, self, content, name, info);
}

function callSequence(m: Machine, self: Ref, list: Sequence, name: string, info: CallInfo): Value {
  const [first] = info.args.positional;
  if (CHANGES.has(name)) {
    m.store.update(self.id, { ...changed(m, list, name, first), ranked: name === 'sort' });
    return NONE;
  }
  switch (name) {
    case 'append':
    case 'add':
      if (first) appended(m, self, undefined, inCollection(m, first), info.site);
      return NONE;
    case 'insert':
      insert(m, self, list, info);
      return NONE;
    case 'extend':
    case 'update':
      if (first) extended(m, self, elementsOf(m, first, info.site));
      return NONE;
    case 'copy':
      return m.store.allocate(list);
    case 'pop':
    case 'popleft':
      return popped(m, self, list, info);
    case 'difference':
      return m.store.allocate((first && listWithout(m, list, first)) ?? summarised(m, list));
    case 'index':
      return best(m, { values: [self, ...(first ? [first] : [])], scoreOnly: false, site: info.site });
    default:
      return scalar(m, taintsIn(m, self));
  }
}

function insert(m: Machine, self: Ref, list: Sequence, info: CallInfo): void {
  const value = info.args.positional[1];
  if (!value) return;
  const all = [...list.items, list.rest, value].filter(one => one !== undefined);
  m.store.update(self.id, { ...list, items: [], rest: joinAll(m, all), filled: undefined });
}

function popped(m: Machine, self: Ref, list: Sequence, info: CallInfo): Value {
  const index = constantOf(info.args.positional[0]) ?? -1;
  const item = typeof index === 'number' ? list.items.at(index) : undefined;
  const names = namesIn(list.rest);
  const left = { ...list, filled: undefined };
  if (names && list.rest) m.store.update(self.id, { ...left, rest: scalar(m, taintsIn(m, list.rest)) });
  else
    m.store.update(
      self.id,
      item?.tag === 'const' ? { ...left, items: list.items.filter(one => one !== item) } : left,
    );
  return item ?? list.rest ?? unknownValue(m, info.site);
}

const CHANGES: ReadonlySet<string> = new Set(['remove', 'discard', 'clear', 'sort', 'reverse']);

/** What is left of a list after `remove(x)`, `clear()`. */
function changed(m: Machine, list: Sequence, name: string, value: Value | undefined): Sequence {
  if (name === 'clear') return { ...list, items: [], rest: undefined, filled: undefined };
  if (!value || name === 'sort') return list;
  return { ...(listWithout(m, list, value) ?? summarised(m, list)), filled: undefined };
}

/** Some of these elements, and nobody knows which. */
function summarised(m: Machine, list: Sequence): Sequence {
  const all = [...list.items, list.rest].filter(value => value !== undefined);
  const texts = all.every(value => value.tag === 'const' || value.tag === 'scalar');
  if (!texts) return list;
  return { ...list, items: [], rest: scalar(m, all.map(value => taintsIn(m, value)).reduce(unite, CLEAN)) };
}

function callDictionary(m: Machine, self: Ref, dictionary: Dictionary, name: string, info: CallInfo): Value {
  const [first, second] = info.args.positional;
  switch (name) {
    case 'items':
      return m.store.allocate({
        tag: 'sequence',
        form: 'list',
        items: pairs(m, dictionary),
        rest: restPair(m, dictionary),
      });
    case 'values':
      return m.store.allocate({
        tag: 'sequence',
        form: 'list',
        items: [...dictionary.entries.values()],
        rest: dictionary.rest,
      });
    case 'keys':
      return m.store.allocate({
        tag: 'sequence',
        form: 'list',
        items: [...dictionary.entries.keys()].map(key => constant(key)),
        rest: dictionary.rest && scalar(m, unite(taintsIn(m, self), dictionary.keys ?? CLEAN)),
      });
    case 'get':
    case 'pop':
    case 'setdefault': {
      const key = constantOf(first);
      const known = key === undefined ? undefined : dictionary.entries.get(key);
      return (
        known ??
        joinAll(
          m,
          [dictionary.rest, second].filter(one => one !== undefined),
        ) ??
        NONE
      );
    }
    case 'update': {
      const other = contentOf(m, first);
      const entries = new Map([
        ...dictionary.entries,
        ...(other?.tag === 'dictionary' ? other.entries : []),
        ...info.args.named,
      ]);
      const rest = other?.tag === 'dictionary' ? other.rest : undefined;
      m.store.update(self.id, { ...dictionary, entries, rest: dictionary.rest ?? rest });
      return NONE;
    }
    case 'copy':
      return m.store.allocate(dictionary);
    default:
      return OF_PARTS.has(name) ? self : scalar(m, taintsIn(m, self));
  }
}

/** What a dictionary of data sets does to each of them. */
const OF_PARTS: ReadonlySet<string> = new Set(
  'map remove_columns rename_column with_format shuffle cast_column class_encode_column'.split(' '),
);

function pair(m: Machine, key: Value, value: Value): Value {
  return m.store.allocate({ tag: 'sequence', form: 'tuple', items: [key, value], rest: undefined });
}

function pairs(m: Machine, dictionary: Dictionary): Value[] {
  return [...dictionary.entries].map(([key, value]) => pair(m, constant(key), value));
}

function restPair(m: Machine, dictionary: Dictionary): Value | undefined {
  return dictionary.rest && pair(m, scalar(m, dictionary.keys), dictionary.rest);
}

/** `zip(a, b)`: tuples of what the arguments hold at the same place. */
export function zipped(m: Machine, values: readonly Value[], info: CallInfo): Value {
  const parts = values.map(value => elementsOf(m, value, info.site));
  const exact = parts.length > 0 && parts.every(part => !part.rest);
  const length = exact ? Math.min(...parts.map(part => part.items.length)) : 0;
  const tuple = (items: Value[]): Value =>
    m.store.allocate({ tag: 'sequence', form: 'tuple', items, rest: undefined });
  const items = Array.from({ length }, (_, i) => tuple(parts.map(part => part.items[i] ?? NONE)));
  const rest = exact
    ? undefined
    : tuple(
        parts.map(
          part =>
            joinAll(
              m,
              [...part.items, part.rest].filter(one => one !== undefined),
            ) ?? NONE,
        ),
      );
  return m.store.allocate({ tag: 'sequence', form: 'list', items, rest, filled: rowsBeside(m, values) });
}

export function enumerated(m: Machine, value: Value | undefined, info: CallInfo): Value {
  if (!value) return unknownValue(m, info.site);
  const { items, rest } = elementsOf(m, value, info.site);
  return m.store.allocate({
    tag: 'sequence',
    form: 'list',
    items: items.map((item, i) => pair(m, constant(i), item)),
    rest: rest && pair(m, scalar(m), rest),
    filled: rowsThrough(m, value),
  });
}

/** `list(x)`, `tuple(x)`, `set(x)` */
export function converted(
  m: Machine,
  value: Value | undefined,
  form: Sequence['form'],
  info: CallInfo,
): Value {
  if (!value) return m.store.allocate({ tag: 'sequence', form, items: [], rest: undefined });
  const content = contentOf(m, value);
  // A list of folds: which ones it holds is told when they are asked for.
  if (content?.tag === 'sequence' && content.counts && form === 'list')
    return positionsIn(m, content.counts, info.site);
  if (content?.tag === 'data' || (content?.tag === 'tool' && content.split)) return value;
  const { items, rest } = elementsOf(m, value, info.site);
  const filled = form === 'set' ? undefined : rowsThrough(m, value);
  return m.store.allocate({ tag: 'sequence', form, items, rest, filled });
}

export function dictionaryOf(m: Machine, info: CallInfo): Value {
  const entries = new Map<string | number | boolean | null, Value>();
  const [first] = info.args.positional;
  const from = contentOf(m, first);
  let rest: Value | undefined;
  if (from?.tag === 'dictionary') {
    for (const [key, value] of from.entries) entries.set(key, value);
    rest = from.rest;
  } else if (first) {
    for (const item of [...elementsOf(m, first, info.site).items]) addPair(m, item, entries);
    rest = scalar(m, taintsIn(m, first));
  }
  for (const [key, value] of info.args.named) entries.set(key, value);
  return m.store.allocate({ tag: 'dictionary', entries, rest });
}

function addPair(m: Machine, item: Value, entries: Map<string | number | boolean | null, Value>): void {
  const content = contentOf(m, item);
  if (content?.tag !== 'sequence') return;
  const [key, value] = content.items;
  if (key?.tag === 'const' && value) entries.set(key.value, value);
}

/** `itertools.product(a, b)`, `ParameterGrid(grid)`: combinations of what the arguments hold. */
export function combinations(m: Machine, name: string, info: CallInfo): Value {
  const taints = info.args.positional.map(value => taintsIn(m, value)).reduce(unite, CLEAN);
  if (name.endsWith('product')) {
    const items = info.args.positional.map(() => scalar(m, taints));
    const rest = m.store.allocate({ tag: 'sequence', form: 'tuple', items, rest: undefined });
    return m.store.allocate({ tag: 'sequence', form: 'list', items: [], rest });
  }
  if (/combinations|permutations/.test(name)) {
    const [first] = info.args.positional;
    const { items, rest: other } = first ? elementsOf(m, first, info.site) : { items: [], rest: undefined };
    const one = joinAll(m, [...items, ...(other ? [other] : [])]) ?? scalar(m, taints);
    const rest = m.store.allocate({ tag: 'sequence', form: 'tuple', items: [], rest: one });
    return m.store.allocate({ tag: 'sequence', form: 'list', items: [], rest });
  }
  const rest = m.store.allocate({ tag: 'dictionary', entries: new Map(), rest: scalar(m, taints) });
  return m.store.allocate({ tag: 'sequence', form: 'list', items: [], rest });
}
