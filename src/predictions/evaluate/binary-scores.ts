import type { BinaryCounts, ScoredUnits } from '../../statistics/classification/weighted';
import { binaryCounts, rankedScores, weightedMean } from '../../statistics/classification/weighted';
import type { MetricId } from '../methods';

/** The metrics of two classes, in the order in which {@link binaryValues} gives them. */
export const BINARY_METRICS = [
  'accuracy',
  'balanced_accuracy',
  'precision',
  'recall',
  'specificity',
  'f1',
  'mcc',
  'kappa',
  'roc_auc',
  'average_precision',
  'ks',
  'log_loss',
  'brier',
] as const satisfies readonly MetricId[];

/** All metrics of weighted units; NaN for one that the units do not tell, or that would divide by zero. */
export function binaryValues(
  units: ScoredUnits,
  weights: Float64Array,
  isRanked: boolean,
): readonly number[] {
  const { truth, predicted, logLoss, square } = units;
  const counts = predicted ? countedValues(binaryCounts(truth, predicted, weights)) : NOT_COUNTED;
  const ranked = isRanked ? rankedScores(units, weights) : undefined;
  return [
    ...counts,
    ranked?.rocAuc ?? NaN,
    ranked?.averagePrecision ?? NaN,
    ranked?.ks ?? NaN,
    logLoss ? weightedMean(logLoss, weights) : NaN,
    square ? weightedMean(square, weights) : NaN,
  ];
}

const NOT_COUNTED: readonly number[] = Array.from({ length: 8 }, () => NaN);

/** Those of a confusion matrix. What would divide by zero is NaN, but for F1 and Matthews' coefficient, as in scikit-learn. */
export function countedValues({ tp, fp, fn, tn }: BinaryCounts): readonly number[] {
  const n = tp + fp + fn + tn;
  const [recall, specificity] = [tp / (tp + fn), tn / (tn + fp)];
  const margins = Math.sqrt(tp + fp) * Math.sqrt(tp + fn) * Math.sqrt(tn + fp) * Math.sqrt(tn + fn);
  const chance = ((tp + fp) * (tp + fn) + (tn + fp) * (tn + fn)) / n;
  return [
    (tp + tn) / n,
    (recall + specificity) / 2,
    tp / (tp + fp),
    recall,
    specificity,
    tp + fp + fn === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn),
    // Rounding may lead a hair beyond.
    margins === 0 ? 0 : Math.max(-1, Math.min(1, (tp * tn - fp * fn) / margins)),
    (tp + tn - chance) / (n - chance),
  ];
}
