import type { FitFact, StatTaint } from '../../python/flow/facts';
import { taintsOf } from '../../python/flow/taint';
import type { Scaling } from '../../python/knowledge/families';
import { isBlindTo, scalingOf as ownScaling } from '../../python/knowledge/families';
import { named } from '../wording';

type Learning = Pick<FitFact, 'taints' | 'target' | 'blindTo' | 'learner'>;

/** Classes stay classes: nobody scales them, whatever else of their table was scaled. */
const CLASSIFIER = /(Classifier|NB|DiscriminantAnalysis)\b/;

/**
 * Are these statistics all lost on what learns? Trees see no scale, and least squares make up for it, unless columns were mixed
 * after they were scaled; what a scaled answer is predicted with is told in its scale.
 */
export function isIdleScale(
  statistics: readonly StatTaint[],
  { taints, target, blindTo, learner }: Learning,
): boolean {
  if (blindTo === undefined || taintsOf(taints, 'stat').some(comparesColumns)) return false;
  const ofAnswers = CLASSIFIER.test(learner ?? '') ? [] : taintsOf(target.taints, 'stat');
  return statistics.every(one => isLost(one, blindTo) && !(ofAnswers.includes(one) && scalesAll(one)));
}

/** Does a learner of this kind not see it? */
export function isLost(one: StatTaint, blindTo: FitFact['blindTo']): boolean {
  return isBlindTo(blindTo, scalingOf(one));
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

/** A scaler of each column; a transformer that is told which columns to scale need not have scaled the answers that pass it. */
function scalesAll({ transformer }: StatTaint): boolean {
  return !transformer || ownScaling(transformer.api) !== undefined;
}

/** What it does to each column, where it does no more: by a scaler, or by hand, as in `(x - x.mean()) / x.std()`. */
function scalingOf({ transformer, shifts, ordered }: StatTaint): Scaling | undefined {
  const scaling = transformer ? transformer.scales : shifts && 'affine';
  return scaling && ordered ? 'monotone' : scaling;
}

/** Mixes columns, or weighs them against each other: their scales are in what comes of it. */
function comparesColumns({ cls, how }: StatTaint): boolean {
  return cls === 'projection' || /^(KNNImputer|IterativeImputer|VarianceThreshold)$/.test(how);
}
