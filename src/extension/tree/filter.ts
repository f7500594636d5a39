import type { CriterionState, StageState } from '../../base/outcome';
import type { Filter } from '../../contributes/filters';

/** Is a criterion shown? */
export function showsCriterion(filter: Filter, { outcome }: CriterionState): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return outcome === 'unmet' || outcome === 'unknown';
    case 'failing':
      return outcome === 'unmet';
  }
}

/** Is a stage, or a group, shown? One that waits for nothing but its signature is open, too. */
export function showsStage(filter: Filter, { criteria, status }: StageState): boolean {
  if (filter === 'all' || (filter === 'open' && status === 'ready')) return true;
  return criteria.some(criterion => showsCriterion(filter, criterion));
}
