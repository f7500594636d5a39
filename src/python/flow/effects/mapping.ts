import { constantOf, contentOf } from '../data';
import { elementsOf, forEach } from '../iterate';
import { joinAll } from '../join';
import type { CallInfo, Machine } from '../machine';
import { rowsThrough } from '../rows/filled';
import type { Value } from '../value';
import { NONE } from '../value';
import { zipped } from './collections';
import { unresolved } from './unresolved';

/* Functions that are handed over, to be called with one element after the other. */

/** `map(score, seeds)`, `map(score, seeds, folds)`: as a loop over them. */
export function mapped(m: Machine, info: CallInfo): Value {
  const [func, iterable, ...others] = info.args.positional;
  if (!func || !iterable) return unresolved(m, info);
  if (others.length === 0) return calledWithEach(m, func, iterable, info, element => [element]);
  const together = zipped(m, [iterable, ...others], info);
  return calledWithEach(m, func, together, info, element => spread(m, element));
}

/** `starmap(score, pairs)` */
export function starMapped(m: Machine, info: CallInfo): Value {
  const [func, iterable] = info.args.positional;
  if (!func || !iterable) return unresolved(m, info);
  return calledWithEach(m, func, iterable, info, element => spread(m, element));
}

/** The elements of a tuple, as positional arguments; undefined where their number is not known. */
export function spread(m: Machine, tuple: Value | undefined): readonly Value[] | undefined {
  const content = contentOf(m, tuple);
  return content?.tag === 'sequence' && !content.rest ? content.items : undefined;
}

function calledWithEach(
  m: Machine,
  func: Value,
  iterable: Value,
  info: CallInfo,
  argumentsOf: (element: Value) => readonly Value[] | undefined,
): Value {
  const { items, rest } = elementsOf(m, iterable, info.site);
  const results = forEach(m, iterable, info.site, element => callOn(m, func, argumentsOf(element), info));
  const all = rest === undefined && results.length === items.length;
  return m.store.allocate({
    tag: 'sequence',
    form: 'list',
    items: all ? results : [],
    rest: all ? undefined : joinAll(m, results),
    filled: rowsThrough(m, iterable),
  });
}

/** `filter(test, list)` */
export function kept(m: Machine, info: CallInfo): Value {
  const [func, iterable] = info.args.positional;
  if (!func || !iterable) return unresolved(m, info);
  const { items, rest } = elementsOf(m, iterable, info.site);
  const element = joinAll(m, [...items, ...(rest ? [rest] : [])]) ?? NONE;
  const result = callOn(m, func, [element], info);
  return m.store.allocate({
    tag: 'sequence',
    form: 'list',
    items: [],
    rest: constantOf(result) === true ? element : result,
    filled: rowsThrough(m, iterable),
  });
}

/** `reduce(lambda df, step: step(df), steps, df)`: as a loop over the steps. */
export function reduced(m: Machine, info: CallInfo): Value {
  const [func, iterable, initial] = info.args.positional;
  if (!func || !iterable) return unresolved(m, info);
  let result = initial;
  forEach(m, iterable, info.site, element => {
    result = result ? callOn(m, func, [result, element], info) : element;
    return result;
  });
  return result ?? unresolved(m, info);
}

function callOn(m: Machine, func: Value, positional: readonly Value[] | undefined, info: CallInfo): Value {
  const { written: _, ...call } = info;
  if (!positional) return unresolved(m, info);
  return m.call(func, { ...call, args: { positional, named: new Map(), others: [] } });
}
