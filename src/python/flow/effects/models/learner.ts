import type { FitFact } from '../../facts';
import type { CallInfo, Machine } from '../../machine';
import type { Estimator } from '../../value';
import { constantOf } from '../../data';
import { assignedByFolds } from '../splits/assignment';
import { estimatorOf, learnerFamily, learnerOf, taskOf } from './construct';
import { imbalanceIn } from './imbalance';
import { blindTo } from './blindness';

/** What is told of the learner itself, whatever the rows. */
export function learnerIn(
  m: Machine,
  estimator: Estimator,
  { args: { named } }: CallInfo,
): Pick<FitFact, 'learner' | 'blindTo' | 'family' | 'imbalance' | 'refines' | 'cuts'> {
  return {
    learner: learnerOf(m, estimator),
    blindTo: blindTo(m, estimator),
    family: learnerFamily(m, estimator),
    imbalance: imbalanceIn(m, estimator, named),
    refines: refinedBy(m, estimator),
    ...(estimator.entry.kind === 'searcher'
      ? { cuts: assignedByFolds(m, estimator.named.get('cv'), taskOf(m, estimator)) }
      : {}),
  };
}

/** `CalibratedClassifierCV(model, cv='prefit')`, `CalibratedClassifierCV(FrozenEstimator(model))` */
function refinedBy(m: Machine, { api, named, members }: Estimator): FitFact | undefined {
  if (!api.endsWith('.CalibratedClassifierCV')) return undefined;
  const model = estimatorOf(m, members[0]);
  if (model?.api.endsWith('.FrozenEstimator') === true) return estimatorOf(m, model.members[0])?.fit;
  return constantOf(named.get('cv')) === 'prefit' ? model?.fit : undefined;
}
