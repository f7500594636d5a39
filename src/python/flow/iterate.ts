import { allTaints, contentOf, dataOf, scalar, unknownValue } from './data';
import { elementOfBatches, elementOfOwn, outOfBatch } from './effects/networks/batches';
import { takenOutOf } from './effects/networks/portions';
import { anotherRound } from './effects/scores/rounds';
import { foldPair, foldsOfOld, splitsOnce } from './effects/splits/folds';
import { joinAll } from './join';
import type { Machine } from './machine';
import { contextKey } from './machine';
import { eachName, namesOf } from './columns/names';
import type { Site } from './site';
import type { Taints, VaryTaint } from './taint';
import { CLEAN, unite, withoutOrigins } from './taint';
import type { Sequence, Tool, Value } from './value';
import { constant } from './value';

/** Loop variables are followed into tuples and dictionaries nested this deep. */
const MAX_NESTING = 3;

/** Literals up to this long are run element by element. */
const MAX_ROUNDS = 6;

/** The loop variable's value in each round that is run. */
export function rounds(
  m: Machine,
  iterable: Value | undefined,
  loop: VaryTaint,
  site: Site,
): readonly (Value | undefined)[] {
  if (!iterable) return [undefined, undefined];
  const { items, rest } = elementsOf(m, iterable, site, [loop]);
  const shown: Value[] = items.slice(0, MAX_ROUNDS);
  const others = [...items.slice(MAX_ROUNDS), ...(rest ? [rest] : [])];
  const last = joinAll(m, others);
  if (last) shown.push(last, ...(shown.length === 0 ? [later(m, iterable, last, site, [loop])] : []));
  return shown.length > 1 || rest ? shown.map(value => varying(m, value, loop)) : shown;
}

/** What a function that is called with one element after the other gives: `max(range(9), key=score)`, `map(score, seeds)`. */
export function forEach(
  m: Machine,
  iterable: Value,
  site: Site,
  body: (element: Value) => Value | undefined,
): readonly Value[] {
  const loop = m.taints.add(`each ${contextKey(m, site)}`, id => ({
    kind: 'vary' as const,
    id,
    loop: id,
    pair: isPair(m, iterable),
  }));
  m.loops.push(loop.loop);
  const given = rounds(m, iterable, loop, site).map(element => element && body(element));
  m.loops.pop();
  return given.filter(value => value !== undefined);
}

/** Is the loop run once for each of its elements, so that what a round does it does once? */
export function runsEach(m: Machine, iterable: Value | undefined): boolean {
  const content = contentOf(m, iterable);
  const size =
    content?.tag === 'sequence'
      ? content.items.length
      : content?.tag === 'dictionary'
        ? content.entries.size
        : undefined;
  if (size === undefined || size > MAX_ROUNDS) return false;
  return (content?.tag === 'sequence' || content?.tag === 'dictionary') && content.rest === undefined;
}

/** No more than two elements. */
export function isPair(m: Machine, iterable: Value | undefined): boolean {
  const content = contentOf(m, iterable);
  if (content?.tag === 'dictionary') return !content.rest && content.entries.size <= 2;
  return content?.tag === 'sequence' && !content.rest && content.items.length <= 2;
}

/** The second round's element: what differs from round to round must not pass for the same. */
function later(m: Machine, iterable: Value, first: Value, site: Site, loop: Taints): Value {
  const again = elementsOf(m, iterable, site, loop).rest ?? first;
  return again === first ? anotherRound(m, first) : again;
}

function varying(m: Machine, value: Value, loop: VaryTaint, depth = 0): Value {
  if (depth > MAX_NESTING) return value;
  if (value.tag === 'const') return { ...value, taints: unite(value.taints ?? [], [loop]) };
  if (value.tag === 'scalar') return { ...value, taints: unite(value.taints, [loop]) };
  const content = contentOf(m, value);
  if (content?.tag === 'sequence' && content.form === 'tuple') {
    return m.store.allocate({
      ...content,
      items: content.items.map(item => varying(m, item, loop, depth + 1)),
      rest: content.rest && varying(m, content.rest, loop, depth + 1),
    });
  }
  if (content?.tag === 'dictionary') {
    const entries = new Map(
      [...content.entries].map(([key, item]) => [key, varying(m, item, loop, depth + 1)] as const),
    );
    return m.store.allocate({
      ...content,
      entries,
      rest: content.rest && varying(m, content.rest, loop, depth + 1),
    });
  }
  return value;
}

/** What a `for` runs through. */
export function elementsOf(
  m: Machine,
  iterable: Value,
  site: Site,
  loop: Taints = CLEAN,
): Pick<Sequence, 'items' | 'rest'> {
  const content = contentOf(m, iterable);
  switch (content?.tag) {
    case 'sequence':
      return content;
    case 'dictionary':
      return {
        items: [...content.entries.keys()].map(key => constant(key)),
        rest: content.rest && scalar(m, content.keys),
      };
    case 'tool':
      if (content.entry.kind === 'open')
        return { items: [], rest: unknownValue(m, site, 'an element', loop) };
      if (splitsOnce(content)) return { items: [foldPair(m, content, site)], rest: undefined };
      return { items: [], rest: elementOfTool(m, content, site) };
    default:
      return { items: [], rest: elementOfOther(m, iterable, site, loop) };
  }
}

function elementOfTool(m: Machine, tool: Tool, site: Site): Value {
  const folds = tool.split ? tool : foldsOfOld(m, tool, site);
  return folds ? foldPair(m, folds, site) : (tool.inner ?? scalar(m, tool.taints));
}

function elementOfOther(m: Machine, iterable: Value, site: Site, loop: Taints): Value {
  if (iterable.tag === 'scalar') {
    const name = iterable.names && eachName(m, iterable.names);
    return name ?? scalar(m, iterable.taints);
  }
  const data = dataOf(m, iterable);
  if (data?.form === 'batches') return elementOfBatches(m, data);
  if (data?.form === 'batch') return outOfBatch(m, data);
  const own = data ? undefined : elementOfOwn(m, iterable);
  if (own) return own;
  if (!data || data.form === 'unknown')
    return takenOutOf(
      m,
      unknownValue(m, site, 'an element', loop),
      data && iterable.tag === 'ref' ? iterable : undefined,
    );
  if (data.form === 'table' && data.holder !== 'array')
    return { ...namesOf(m, data.holding, 'any'), taints: withoutOrigins(data.taints) };
  // Running through a frame gives its columns' names, through a column or an array its rows.
  return scalar(m, data.form === 'table' ? withoutOrigins(allTaints(data)) : data.taints);
}
