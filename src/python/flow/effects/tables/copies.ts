import { contentOf, derive } from '../../data';
import type { Machine } from '../../machine';
import { sourcesOf } from '../../rows/rows';
import type { Content, Data, Dictionary, Sequence, Value } from '../../value';

/** Tables are looked for in containers nested this deep. */
const MAX_DEPTH = 3;

/**
 * Tables that were read from files, alone or in lists and dictionaries, as they are now: what is done to the others later
 * does not change them. Undefined of anything else: there is nothing to follow, or too little is known.
 */
export function copyOf(m: Machine, value: Value): Value | undefined {
  return holdsLoaded(m, value, 0) ? copied(m, value, 0) : undefined;
}

function copied(m: Machine, value: Value, depth: number): Value | undefined {
  if (value.tag === 'const' || value.tag === 'scalar') return value;
  const content = contentOf(m, value);
  if (content?.tag === 'data') return isTable(content) ? derive(m, content) : undefined;
  if (!isCollection(content) || depth > MAX_DEPTH) return undefined;
  return content.tag === 'sequence' ? sequenceOf(m, content, depth) : dictionaryOf(m, content, depth);
}

function sequenceOf(m: Machine, list: Sequence, depth: number): Value | undefined {
  const items = list.items.map(item => copied(m, item, depth + 1)).filter(item => item !== undefined);
  const rest = list.rest && copied(m, list.rest, depth + 1);
  if (items.length < list.items.length || (list.rest && !rest)) return undefined;
  return m.store.allocate({ ...list, items, rest });
}

function dictionaryOf(m: Machine, dictionary: Dictionary, depth: number): Value | undefined {
  const entries = new Map<string | number | boolean | null, Value>();
  for (const [key, value] of dictionary.entries) {
    const copy = copied(m, value, depth + 1);
    if (!copy) return undefined;
    entries.set(key, copy);
  }
  const rest = dictionary.rest && copied(m, dictionary.rest, depth + 1);
  return dictionary.rest && !rest ? undefined : m.store.allocate({ ...dictionary, entries, rest });
}

function holdsLoaded(m: Machine, value: Value | undefined, depth: number): boolean {
  const content = contentOf(m, value);
  if (content?.tag === 'data') return sourcesOf(content.rows).some(source => source.kind === 'load');
  if (!isCollection(content) || depth > MAX_DEPTH) return false;
  const parts = content.tag === 'sequence' ? content.items : [...content.entries.values()];
  return [...parts, content.rest].some(part => holdsLoaded(m, part, depth + 1));
}

function isCollection(content: Content | undefined): content is Sequence | Dictionary {
  return content?.tag === 'sequence' || content?.tag === 'dictionary';
}

function isTable({ form }: Data): boolean {
  return form === 'table' || form === 'column' || form === 'text' || form === 'mask' || form === 'index';
}
