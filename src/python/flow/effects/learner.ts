import type { FitFact } from '../facts';
import type { CallInfo, Machine } from '../machine';
import type { Estimator } from '../value';
import { learnerFamily, learnerOf } from './construct';
import { imbalanceIn } from './imbalance';

/** What is told of the learner itself, whatever the rows. */
export function learnerIn(
  m: Machine,
  estimator: Estimator,
  { args: { named } }: CallInfo,
): Pick<FitFact, 'learner' | 'family' | 'imbalance'> {
  return {
    learner: learnerOf(m, estimator),
    family: learnerFamily(m, estimator),
    imbalance: imbalanceIn(m, estimator, named),
  };
}
