import { asksForOrder, mixesColumns } from '../../knowledge/families';
import { constantOf } from '../data';
import type { Machine } from '../machine';
import type { Estimator } from '../value';
import { classesOf, estimatorOf, learnerOf } from './construct';

/** Does what learns only ask on which side of a threshold a value of a column lies, and of the columns as they are given? */
export function asksForThresholds(m: Machine, estimator: Estimator, depth = 0): boolean {
  const { api, entry, members } = estimator;
  if (entry.kind === 'model') return asksForOrder(learnerOf(m, estimator)) && !isLinear(estimator);
  if (/\.(Voting|Stacking|Bagging)\w+$/.test(api) || depth > 8) return false;
  // It boosts trees unless it is given something else.
  if (/\.AdaBoost\w+$/.test(api) && members.length === 0)
    return !BASES.some(name => estimator.named.has(name));
  const [last, ...before] = members.map(member => estimatorOf(m, member)).toReversed();
  const mixed = before.some(one => one !== undefined && mixes(m, one));
  return last !== undefined && !mixed && asksForThresholds(m, last, depth + 1);
}

const BASES = ['estimator', 'base_estimator'];

/** Boosting of linear models, or with linear models in the leaves. */
function isLinear({ named }: Estimator): boolean {
  return constantOf(named.get('booster')) === 'gblinear' || constantOf(named.get('linear_tree')) === true;
}

function mixes(m: Machine, estimator: Estimator, depth = 0): boolean {
  if (mixesColumns(estimator.api) || classesOf(m, estimator).includes('projection')) return true;
  const members = depth < 8 ? estimator.members.map(member => estimatorOf(m, member)) : [];
  return members.some(one => one !== undefined && mixes(m, one, depth + 1));
}
