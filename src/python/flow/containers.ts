import { contentOf, dataOf, scalar, taintsIn, unknownValue } from './data';
import { outOfBatch } from './effects/networks/batches';
import { asElement } from './effects/tables/elements';
import { filledAfter, filledTogether } from './rows/filled';
import { takenOutOf } from './effects/networks/portions';
import { joinAll } from './join';
import type { Machine } from './machine';
import { refined } from './columns/names';
import { underConditions } from './columns/provenance';
import type { Site } from './site';
import type { Ref, Sequence, Value } from './value';

/** Past this many elements a list is summarised. */
const MAX_ITEMS = 64;

/** A value as it is put into a list or dictionary: conditions decide whether it is. */
export function inCollection(m: Machine, value: Value): Value {
  return underConditions(m, refined(m, value));
}

/** Adds an element to a list, set or dictionary that is being built. */
export function appended(
  m: Machine,
  collection: Value,
  key: Value | undefined,
  value: Value,
  site: Site,
): void {
  const content = contentOf(m, collection);
  if (collection.tag !== 'ref') return;
  if (content?.tag === 'dictionary') {
    const entries = new Map(content.entries);
    if (key?.tag === 'const') entries.set(key.value, value);
    const rest = key?.tag === 'const' ? content.rest : joinPresent(m, content.rest, value);
    m.store.update(collection.id, { ...content, entries, rest });
  } else if (content?.tag === 'sequence') {
    const summarise = content.items.length >= MAX_ITEMS || isRepeated(m, collection, content, value);
    const element = asElement(m, collection, content, value, site);
    const filled = filledAfter(m, collection, content);
    const round = m.rounds.at(-1);
    const filling = m.rounds.find(one => collection.id < one.since)?.loop;
    const next = summarise
      ? {
          ...content,
          filled,
          filling,
          rest: joinPresent(m, content.rest, element),
          ...(round ? { last: { round: round.id, value } } : {}),
        }
      : { ...content, filled, filling, items: [...content.items, value] };
    m.store.update(collection.id, next);
  }
}

/**
 * In a loop the number of elements is not known: one summary stands for them all. Tables that a loop over a short literal
 * puts in, one in each of its rounds, are known one by one.
 */
function isRepeated(m: Machine, list: Ref, { rest }: Sequence, value: Value): boolean {
  if (m.loops.length === 0) return false;
  const form = dataOf(m, value)?.form;
  if (rest || (form !== 'table' && form !== 'column')) return true;
  return m.rounds.some(round => list.id < round.since && !round.each);
}

export function extended(
  m: Machine,
  collection: Value,
  added: Pick<Sequence, 'items' | 'rest' | 'filled'>,
): void {
  const content = contentOf(m, collection);
  if (collection.tag !== 'ref' || content?.tag !== 'sequence') return;
  const items = [...content.items, ...added.items].slice(0, MAX_ITEMS);
  const rest = joinPresent(m, content.rest, added.rest);
  m.store.update(collection.id, { ...content, items, rest, filled: filledTogether(m, content, added) });
}

function joinPresent(m: Machine, ...values: readonly (Value | undefined)[]): Value | undefined {
  return joinAll(
    m,
    values.filter(value => value !== undefined),
  );
}

/** The parts of a value that is taken apart into `count` targets. */
export function unpacked(m: Machine, value: Value, count: number, star: number, site: Site): Value[] {
  const source =
    value.tag === 'choice'
      ? (value.options.find(one => contentOf(m, one)?.tag === 'sequence') ?? value)
      : value;
  const content = contentOf(m, source);
  if (content?.tag === 'sequence') return unpackSequence(m, content, count, star, site);
  const parts: Value[] = [];
  for (let i = 0; i < count; i++) parts.push(partOf(m, source, i, site));
  return parts;
}

/** Element `index` of something that is not a known sequence: the same one whenever it is asked for. */
export function partOf(m: Machine, value: Value, index: number, site: Site): Value {
  const data = dataOf(m, value);
  if (data?.form === 'batch') return outOfBatch(m, data);
  if (value.tag !== 'ref' || data?.form !== 'unknown') return scalar(m, taintsIn(m, value));
  const key = `[${index}]`;
  const known = data.fields.get(key);
  if (known) return known;
  const part = takenOutOf(m, unknownValue(m, site, 'a part', data.taints), data.of);
  m.store.update(value.id, { ...data, fields: new Map([...data.fields, [key, part]]) });
  return part;
}

function unpackSequence(
  m: Machine,
  content: { items: readonly Value[]; rest: Value | undefined },
  count: number,
  star: number,
  site: Site,
): Value[] {
  const { items, rest } = content;
  if (star < 0) return Array.from({ length: count }, (_, i) => items[i] ?? rest ?? unknownValue(m, site));
  const tail = count - star - 1;
  const middle = m.store.allocate({
    tag: 'sequence',
    form: 'list',
    items: items.slice(star, items.length - tail),
    rest,
  });
  return Array.from({ length: count }, (_, i) => {
    if (i === star) return middle;
    return (i < star ? items[i] : items[items.length - count + i]) ?? rest ?? unknownValue(m, site);
  });
}
