import { dropNamed } from './columns/columns';
import { constantOf, contentOf, scalar, taintsIn, stageOf } from './data';
import type { Machine } from './machine';
import type { Value } from './value';

/** `del value[index]` */
export function deleteItem(m: Machine, target: Value, index: Value): void {
  const content = contentOf(m, target);
  const key = constantOf(index);
  if (target.tag !== 'ref' || content === undefined) return;
  if (key === undefined) {
    // One of its columns is gone, and which one is not known.
    if (content.tag === 'data') m.store.update(target.id, { ...content, holding: m.columns.open() });
    return;
  }
  if (content.tag === 'dictionary') {
    const entries = new Map(content.entries);
    entries.delete(key);
    m.store.update(target.id, { ...content, entries });
  } else if (content.tag === 'data' && typeof key === 'string') {
    const columns = new Map(content.columns);
    columns.delete(key);
    const stage = m.stages.columns(stageOf(m, content), `-${key}`);
    m.store.update(target.id, { ...content, columns, holding: dropNamed(content.holding, [key]), stage });
  } else if (content.tag === 'sequence' && typeof key === 'number') {
    const items = content.items.filter((_, i) => i !== (key < 0 ? content.items.length + key : key));
    m.store.update(target.id, {
      ...content,
      items,
      rest: content.rest && scalar(m, taintsIn(m, content.rest)),
    });
  }
}
