import { contentOf, scalar } from '../../data';
import type { Machine } from '../../machine';
import type { Rows, Split } from '../../rows/rows';
import type { Data, Value } from '../../value';
import { newSplit } from '../splits/drawing';
import { nextCount } from '../tables/windows';

/** Values are followed into tuples and lists nested this deep. */
const MAX_NESTING = 3;

/**
 * A loop variable in another round: numbers are other numbers, and the indices of a fold, as in
 * `enumerate(kfold.split(X))`, those of another fold.
 */
export function anotherRound(
  m: Machine,
  value: Value,
  folds: Map<Split, Split> = new Map<Split, Split>(),
  depth = 0,
): Value {
  if (value.tag === 'scalar') return scalar(m, value.taints, nextCount(m, value.symbol));
  const content = contentOf(m, value);
  if (depth > MAX_NESTING || !content) return value;
  if (content.tag === 'data') return anotherFold(m, value, content, folds);
  if (content.tag !== 'sequence' || content.form !== 'tuple') return value;
  return m.store.allocate({
    ...content,
    items: content.items.map(item => anotherRound(m, item, folds, depth + 1)),
    rest: content.rest && anotherRound(m, content.rest, folds, depth + 1),
  });
}

function anotherFold(m: Machine, value: Value, data: Data, folds: Map<Split, Split>): Value {
  const { rows } = data;
  if (data.form !== 'index' || rows.kind !== 'part' || rows.split.form !== 'folds') return value;
  const split = folds.get(rows.split) ?? newSplit(m, rows.split);
  folds.set(rows.split, split);
  const other: Rows = m.rows.part(split, rows.index, rows.of);
  return m.store.allocate({ ...data, rows: other, names: { rows: other, negated: false } });
}
