import { contentOf } from './data';
import type { Machine } from './machine';
import type { Value } from './value';

/** A member of a class or of one of its bases. */
export function member(m: Machine, cls: Value, name: string, depth = 0): Value | undefined {
  const content = contentOf(m, cls);
  if (content?.tag !== 'class' || depth > 8) return undefined;
  const own = content.fields.get(name);
  if (own) return own;
  for (const base of content.bases) {
    const inherited = member(m, base, name, depth + 1);
    if (inherited) return inherited;
  }
  return undefined;
}
