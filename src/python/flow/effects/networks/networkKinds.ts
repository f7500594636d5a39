import { lookup } from '../../../knowledge/lookup';
import { contentOf } from '../../data';
import type { Machine } from '../../machine';
import type { Value } from '../../value';

/** What a class of the program is by its bases: a network, a loss, a data set. */
export function networkKind(m: Machine, cls: Value, depth = 0): 'network' | 'loss' | 'dataset' | undefined {
  if (cls.tag === 'library') {
    const kind = lookup(cls.name)?.kind;
    return kind === 'network' || kind === 'loss' || kind === 'dataset' ? kind : undefined;
  }
  const content = contentOf(m, cls);
  if (content?.tag !== 'class' || depth > 4) return undefined;
  for (const base of content.bases) {
    const found = networkKind(m, base, depth + 1);
    if (found === 'network' && /loss|criterion/i.test(content.name)) return 'loss';
    if (found) return found;
  }
  return undefined;
}
