import type { Label } from './confusion';
import { total } from '../sums';
import { labelsOf } from './confusion';
import type { ClassScores } from './scores';
import { averageOf, scoresOf } from './scores';

/** What scikit-learn's `classification_report` says. */
export interface ClassificationReport {
  readonly labels: readonly Label[];
  readonly classes: readonly ClassScores[];
  /** Only where every class that occurs is among the labels; elsewhere the micro average is not the accuracy. */
  readonly accuracy?: number;
  readonly micro: ClassScores;
  readonly macro: ClassScores;
  readonly weighted: ClassScores;
}

/** Precision, recall and F1 of the given classes (all that occur, when none are given) and their averages. */
export function classificationReport(
  truth: readonly Label[],
  predicted: readonly Label[],
  labels: readonly Label[] = labelsOf(truth, predicted),
): ClassificationReport {
  const tallies = labels.map(label => tally(truth, predicted, label));
  const classes = tallies.map(({ right, said, rows }) => scoresOf(right, said, rows));
  const all = {
    right: total(tallies.map(({ right }) => right)),
    predicted: total(tallies.map(({ said }) => said)),
    rows: total(tallies.map(({ rows }) => rows)),
  };
  const whole = labelsOf(truth, predicted).every(label => labels.includes(label));
  return {
    labels,
    classes,
    ...(whole && truth.length > 0 && { accuracy: all.right / truth.length }),
    micro: averageOf(classes, 'micro', all),
    macro: averageOf(classes, 'macro', all),
    weighted: averageOf(classes, 'weighted', all),
  };
}

/** Of one class: rows predicted right, rows predicted so, rows that are so. */
function tally(
  truth: readonly Label[],
  predicted: readonly Label[],
  label: Label,
): { readonly right: number; readonly said: number; readonly rows: number } {
  let [right, said, rows] = [0, 0, 0];
  truth.forEach((actual, row) => {
    const isSaid = predicted[row] === label;
    if (isSaid) said += 1;
    if (actual === label) rows += 1;
    if (isSaid && actual === label) right += 1;
  });
  return { right, said, rows };
}
