import { dropNamed, joinHoldings, sameHolding, selectNamed } from './columns';
import { contentOf, scalar, stringsIn } from '../data';
import type { ColumnChoice, Holding } from './holding';
import type { Machine } from '../machine';
import type { Taints } from '../taint';
import { CLEAN, unite } from '../taint';
import type { ColumnNames, Data, Scalar, Sequence, Value } from '../value';

/** `df.columns`, and what programs do with it: lists of names of which only is known which table they are of. */
export function namesOf(m: Machine, holding: Holding, what: ColumnNames['what'] = 'all'): Scalar {
  return { ...scalar(m), names: { what, of: holding } };
}

/** Each of the names, as a loop runs through them. */
export function eachName(m: Machine, names: ColumnNames): Value | undefined {
  return names.what === 'all' && !names.test ? namesOf(m, names.of, 'any') : undefined;
}

export function namesIn(value: Value | undefined): ColumnNames | undefined {
  return value?.tag === 'scalar' ? value.names : undefined;
}

/** The columns that a list of names picks from a table; undefined where that is not known. */
export function pickedBy(
  m: Machine,
  data: Data,
  index: Value | undefined,
  choice: ColumnChoice | undefined,
): Holding | undefined {
  const strings = stringsIn(m, index);
  if (strings) return selectNamed(m.columns, data.holding, strings, choice);
  const names = namesIn(index);
  if (names) {
    const of = names.test ? names.test.holds : names.what === 'all' ? names.of : undefined;
    return of && pick(m, data.holding, of, choice);
  }
  const content = contentOf(m, index);
  const rest = content?.tag === 'sequence' ? namesIn(content.rest) : undefined;
  const items = content?.tag === 'sequence' ? stringItems(content) : undefined;
  if (!rest || !items || rest.what !== 'any') return undefined;
  const some = pick(m, data.holding, rest.of, choice);
  const more = selectNamed(m.columns, data.holding, items, choice);
  return some && { ...some, columns: new Map([...some.columns, ...more.columns]) };
}

function stringItems({ items }: Sequence): string[] | undefined {
  const strings = items.flatMap(item =>
    item.tag === 'const' && typeof item.value === 'string' ? [item.value] : [],
  );
  return strings.length === items.length ? strings : undefined;
}

/** Names of one table, taken from the table as it is now. */
function pick(m: Machine, now: Holding, of: Holding, chosen: ColumnChoice | undefined): Holding | undefined {
  if (of.table === undefined) return selectNamed(m.columns, now, [...of.columns.keys()], chosen);
  if (of.table !== now.table || of.span || now.span) return undefined;
  const named = (name: string): boolean =>
    of.columns.has(name) || (!of.without.has(name) && now.without.has(name));
  const columns = new Map([...now.columns].filter(([name]) => named(name)));
  return { ...now, columns, without: new Set([...of.without, ...now.without]), chosen };
}

/** `c != 'y'`, `c not in ['y', 'id']`, `df.columns != 'y'` */
export function testOfName(m: Machine, operator: string, left: Value, right: Value): Scalar | undefined {
  const [names, other] = namesIn(left) ? [namesIn(left), right] : [namesIn(right), left];
  if (!names || names.test) return undefined;
  const equality = operator === '==' || operator === '!=';
  if (!equality && names !== namesIn(left)) return undefined;
  const excluded = operator === 'in' || operator === 'not in' || equality ? textsIn(m, other) : undefined;
  const others = excluded && dropNamed(names.of, excluded);
  const test =
    operator === '!=' || operator === 'not in'
      ? { holds: others, fails: undefined }
      : { holds: undefined, fails: others };
  return { ...scalar(m), names: { ...names, test } };
}

/** The texts in a text or a list; a list in the list is no text, and equals none. */
function textsIn(m: Machine, value: Value): string[] | undefined {
  if (value.tag === 'const') return typeof value.value === 'string' ? [value.value] : [];
  const content = contentOf(m, value);
  if (content?.tag === 'dictionary' && !content.rest) return [...content.entries.keys()].map(String);
  if (content?.tag !== 'sequence' || content.rest) return undefined;
  const plain = content.items.every(item => item.tag === 'const' || contentOf(m, item)?.tag === 'sequence');
  return plain
    ? content.items.flatMap(item => (item.tag === 'const' ? [String(item.value)] : []))
    : undefined;
}

/** `not …` of a condition on names. */
export function negatedTest(m: Machine, value: Value): Scalar | undefined {
  const names = namesIn(value);
  if (!names?.test) return undefined;
  return { ...scalar(m), names: { ...names, test: { holds: names.test.fails, fails: names.test.holds } } };
}

/** `c != 'y' and c != 'id'`: where both hold. */
export function bothTests(m: Machine, values: readonly Value[]): Scalar | undefined {
  const tests = values.map(namesIn);
  const [first] = tests;
  if (!first?.test || !tests.every(one => one?.test && one.of.table === first.of.table)) return undefined;
  const holds = tests.map(one => one?.test?.holds).reduce((a, b) => a && b && joinHoldings(m.columns, a, b));
  return { ...scalar(m), names: { ...first, test: { holds, fails: undefined } } };
}

/** A name that is put into a list under conditions stands for those names of which they hold. */
export function refined(m: Machine, value: Value): Value {
  const names = namesIn(value);
  if (!names || value.tag !== 'scalar' || m.conditions.length === 0) return value;
  let of: Holding | undefined = names.of;
  for (const { names: holding } of m.conditions) of = of && holding && joinHoldings(m.columns, of, holding);
  return of ? { ...value, names: { what: names.what, of } } : plain(m, value.taints);
}

/** Without what was known of names. */
export function plain(m: Machine, taints: Taints = CLEAN): Scalar {
  return scalar(m, taints);
}

/** Two values of which each is a name of the same columns. */
export function joinNames(m: Machine, a: Value, b: Value): Scalar | undefined {
  const [x, y] = [namesIn(a), namesIn(b)];
  if (!x || !y || x.what !== y.what || x.test || y.test || !sameHolding(x.of, y.of)) return undefined;
  const taints = unite(a.tag === 'scalar' ? a.taints : CLEAN, b.tag === 'scalar' ? b.taints : CLEAN);
  return { ...scalar(m, taints), names: x };
}

/** A method of `df.columns` or of a list of its names. */
export function callOnNames(
  m: Machine,
  names: ColumnNames,
  name: string,
  args: readonly Value[],
): Value | undefined {
  if (names.test || names.what !== 'all') return undefined;
  if (name === 'tolist' || name === 'to_list')
    return m.store.allocate({ tag: 'sequence', form: 'list', items: [], rest: namesOf(m, names.of, 'any') });
  if (KEEPS_NAMES.has(name)) return namesOf(m, names.of);
  if (name === 'isin') {
    const [among] = args;
    return among && testOfName(m, 'in', namesOf(m, names.of), among);
  }
  if (name !== 'drop' && name !== 'difference') return undefined;
  const [given] = args;
  const gone = given && textsIn(m, given);
  return gone && namesOf(m, dropNamed(names.of, gone));
}

const KEEPS_NAMES: ReadonlySet<string> = new Set(['copy', 'to_numpy', 'sort_values', 'unique']);

/** A list of names without some of them; undefined where it is not known which remain. */
export function listWithout(m: Machine, list: Sequence, value: Value): Sequence | undefined {
  const gone = textsIn(m, value);
  if (!gone || list.items.some(item => item.tag !== 'const')) return undefined;
  const items = list.items.filter(item => item.tag !== 'const' || !gone.includes(String(item.value)));
  const rest = namesIn(list.rest);
  if (!list.rest || !rest) return list.rest ? undefined : { ...list, items };
  return { ...list, items, rest: namesOf(m, dropNamed(rest.of, gone), rest.what) };
}
