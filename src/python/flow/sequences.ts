import { constantOf, scalar, taintsIn } from './data';
import { reordered } from './effects/tables/order';
import { joinAll } from './join';
import type { Machine } from './machine';
import { sliceRows } from './rows/rowsBy';
import type { Sequence, Value } from './value';

/** `list[index]` */
export function itemOfSequence(m: Machine, sequence: Sequence, index: Value): Value {
  const { items, rest, form } = sequence;
  const at = constantOf(index);
  if (typeof at === 'number' && !rest) {
    const item = items[at < 0 ? items.length + at : at];
    if (item) return item;
  }
  if (typeof at === 'number' && at >= 0 && items[at]) return items[at];
  const all = [...items, rest].filter(value => value !== undefined);
  if (index.tag === 'slice') {
    const some = rest && (index.lower ?? index.upper) ? scalar(m, taintsIn(m, rest)) : rest;
    const [lower, upper] = [constantOf(index.lower), constantOf(index.upper)];
    const exact = !rest && isBound(lower, index.lower) && isBound(upper, index.upper);
    const kept = exact ? items.slice(lower as number | undefined, upper as number | undefined) : items;
    const filled = sequence.filled && sliceRows(m, sequence.filled, index);
    return m.store.allocate({ tag: 'sequence', form, items: kept, rest: some, filled });
  }
  // Which element it is depends on the index: they may be taken in any order.
  return reordered(m, joinAll(m, all)) ?? scalar(m);
}

function isBound(constant: unknown, value: Value | undefined): boolean {
  return value === undefined || typeof constant === 'number';
}
