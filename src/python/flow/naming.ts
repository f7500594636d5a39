import { contentOf } from './data';
import type { Machine } from './machine';
import type { Value } from './value';

/** An object is called by the first name that it was given. */
export function nameObject(m: Machine, value: Value, name: string): void {
  const content = contentOf(m, value);
  if (value.tag !== 'ref' || (content?.tag !== 'data' && content?.tag !== 'estimator')) return;
  // A portion of rows is called by what it comes from.
  if (content.tag === 'data' && content.form === 'batch') return;
  if (content.name === undefined) m.store.update(value.id, { ...content, name });
}
