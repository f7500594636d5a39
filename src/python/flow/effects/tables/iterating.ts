import { allTaints, scalar } from '../../data';
import type { Machine } from '../../machine';
import type { Data, Scalar, Sequence } from '../../value';

/** One row of a table, or one value of a column. */
export function elementOf(m: Machine, data: Data): Scalar {
  const element = scalar(m, allTaints(data));
  return data.form === 'column' ? element : { ...element, row: data };
}

/** `df.iterrows()` gives pairs of a label and a row, `df.itertuples()` rows. */
export function rowsOneByOne(m: Machine, data: Data, name: string): Sequence {
  const row = elementOf(m, data);
  const pair = { tag: 'sequence', form: 'tuple', items: [scalar(m), row], rest: undefined } as const;
  const rest = name === 'iterrows' ? m.store.allocate(pair) : row;
  return { tag: 'sequence', form: 'list', items: [], rest, filled: data.rows };
}
