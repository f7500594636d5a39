import type { FitFact, StatTaint } from '../../python/flow/facts';
import { taintsOf } from '../../python/flow/taint';
import type { Scaling } from '../../python/knowledge/families';
import { isBlindTo } from '../../python/knowledge/families';
import { named } from '../wording';

type Learning = Pick<FitFact, 'taints' | 'target' | 'blindTo'>;

/**
 * Are these statistics all lost on what learns? Trees see no scale, and least squares make up for it, unless columns were mixed
 * after they were scaled; what a scaled answer is predicted with is told in its scale.
 */
export function isIdleScale(
  statistics: readonly StatTaint[],
  { taints, target, blindTo }: Learning,
): boolean {
  if (blindTo === undefined || taintsOf(taints, 'stat').some(comparesColumns)) return false;
  const ofAnswers = taintsOf(target.taints, 'stat');
  return statistics.every(one => isBlindTo(blindTo, scalingOf(one)) && !ofAnswers.includes(one));
}

/** Why the model does not see it, with its name. */
export function idleReason({
  blindTo,
  learner,
  label,
}: Pick<FitFact, 'blindTo' | 'learner' | 'label'>): string {
  const name = named(learner === undefined || learner === 'model' ? label : learner.replace(/\(.*$/s, ''));
  if (/^Dummy/.test(learner ?? '')) return `${name} does not look at the columns`;
  return blindTo === 'monotone'
    ? `${name} only asks on which side of a threshold a value lies`
    : `${name} predicts the same however a column is shifted or stretched`;
}

/** What it does to each column, where it does no more: by a scaler, or by hand, as in `(x - x.mean()) / x.std()`. */
function scalingOf({ transformer, shifts }: StatTaint): Scaling | undefined {
  return transformer ? transformer.scales : shifts && 'affine';
}

/** Mixes columns, or weighs them against each other: their scales are in what comes of it. */
function comparesColumns({ cls, how }: StatTaint): boolean {
  return cls === 'projection' || /^(KNNImputer|IterativeImputer|VarianceThreshold)$/.test(how);
}
