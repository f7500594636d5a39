import { symbolOf, taintsIn } from '../../data';
import type { Machine } from '../../machine';
import { record } from '../../machine';
import type { Site } from '../../site';
import { taintsOf } from '../../taint';
import type { Value } from '../../value';

/** `1 / (1 - r2)`: the variance inflation factor of a column, for which it was predicted from the others. */
export function noteInflation(m: Machine, operator: string, left: Value, right: Value, site: Site): void {
  if (operator !== '/' || symbolOf(m, left) !== '1' || !symbolOf(m, right).startsWith('(1-')) return;
  const scores = taintsOf(taintsIn(m, right), 'scored').map(({ score }) => score);
  if (scores.length > 0) record<'inflation'>(m, { kind: 'inflation', site, scores });
}
