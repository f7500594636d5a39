import type { Scaling } from '../../../knowledge/families';
import { blindnessOf, mixesColumns } from '../../../knowledge/families';
import { constantOf } from '../../data';
import type { Machine } from '../../machine';
import type { Estimator } from '../../value';
import { classesOf, estimatorOf, learnerOf } from './construct';

/** Which scaling of columns leaves what it predicts as it is? The columns must reach what learns one by one. */
export function blindTo(m: Machine, estimator: Estimator, depth = 0): Scaling | undefined {
  const { api, entry, members } = estimator;
  if (entry.kind === 'model')
    return isTuned(estimator) ? undefined : blindnessOf(classOfLearner(m, estimator));
  if (depth > 8) return undefined;
  if (/\.(Voting|Stacking)\w+$/.test(api)) return ofAll(m, estimator, depth);
  // These take trees unless they are given something else.
  if (/\.(AdaBoost|Bagging)\w+$/.test(api) && members.length === 0)
    return BASES.some(name => estimator.named.has(name)) ? undefined : 'monotone';
  const [last, ...before] = members.map(member => estimatorOf(m, member)).toReversed();
  const mixed = before.some(one => one !== undefined && mixes(m, one));
  return last !== undefined && !mixed ? blindTo(m, last, depth + 1) : undefined;
}

const BASES = ['estimator', 'base_estimator'];

/** Each member has to be blind; what puts the members together sees their answers only. */
function ofAll(m: Machine, { members, named }: Estimator, depth: number): Scaling | undefined {
  if (named.has('passthrough')) return undefined;
  const each = members.map(member => {
    const content = estimatorOf(m, member);
    return content && blindTo(m, content, depth + 1);
  });
  if (each.length === 0 || each.includes(undefined)) return undefined;
  return each.includes('affine') ? 'affine' : 'monotone';
}

/** Of a class that cannot be seen: by its name, as it is written. */
function classOfLearner(m: Machine, estimator: Estimator): string | undefined {
  return learnerOf(m, estimator)?.replace(/\(.*$/s, '').split('.').pop();
}

/** Boosting of linear models, or with linear models in the leaves; a line through the origin; parameters drawn towards nought. */
function isTuned({ named }: Estimator): boolean {
  return (
    constantOf(named.get('booster')) === 'gblinear' ||
    constantOf(named.get('linear_tree')) === true ||
    ['fit_intercept', 'shrinkage', 'reg_param', 'positive'].some(name => named.has(name))
  );
}

function mixes(m: Machine, estimator: Estimator, depth = 0): boolean {
  if (mixesColumns(estimator.api) || classesOf(m, estimator).includes('projection')) return true;
  const members = depth < 8 ? estimator.members.map(member => estimatorOf(m, member)) : [];
  return members.some(one => one !== undefined && mixes(m, one, depth + 1));
}
