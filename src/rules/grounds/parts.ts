import type { Part, Rows, Split } from '../../python/flow/rows/rows';

/** The parts of splits that rows were taken from for certain, nearest first: what depends on the path taken is none. */
export function partsOf(rows: Rows, form: Split['form']): readonly Part[] {
  switch (rows.kind) {
    case 'all':
    case 'either':
      return [];
    case 'union':
      return rows.members.flatMap(member => partsOf(member, form));
    case 'part':
      return [...(rows.split.form === form ? [rows] : []), ...partsOf(rows.of, form)];
    case 'sub': {
      // `X[train]`, where `train` is of folds over positions.
      const picked = rows.by.by === 'rows' && !rows.by.negated ? partsOf(rows.by.rows, form) : [];
      return [...picked, ...partsOf(rows.of, form)];
    }
    case 'dup':
      return partsOf(rows.of, form);
  }
}
