import type { Rows } from '../../python/flow/rows/rows';
import { steps } from '../../python/flow/rows/rows';

/**
 * Of the rows that a model learned from, those of one side of a split: rows of other tables may have been put below them,
 * as further data or answers that were guessed.
 */
export function rowsOfSide(rows: Rows, side: Rows): readonly Rows[] {
  if (rows.kind !== 'union') return [rows];
  const own = rows.members.filter(member => steps(member).includes(side));
  return own.length > 0 ? own : [rows];
}
