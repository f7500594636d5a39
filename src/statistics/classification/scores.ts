import type { Confusion } from './confusion';
import { total } from '../sums';
import { hits, predictedAs, support } from './confusion';

/*
 * Scores of a confusion matrix, as scikit-learn defines them. What would divide by zero is 0 here; say so where it is shown.
 */

export interface ClassScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Rows of the class. */
  readonly support: number;
}

/** The share of rows that are predicted right. */
export const accuracy = (matrix: Confusion): number => ratio(total(hits(matrix)), rowsOf(matrix));

/** The accuracy of always answering the most frequent class. */
export const majorityAccuracy = (matrix: Confusion): number =>
  ratio(Math.max(0, ...support(matrix)), rowsOf(matrix));

/** Precision, recall and F1 of each class, in the order of its labels. */
export function perClass(matrix: Confusion): readonly ClassScores[] {
  const [right, rows, predicted] = [hits(matrix), support(matrix), predictedAs(matrix)];
  return matrix.labels.map((_, at) => scoresOf(right[at] ?? 0, predicted[at] ?? 0, rows[at] ?? 0));
}

/** All classes alike, each by its rows, or all rows together. */
export function averaged(matrix: Confusion, by: 'macro' | 'weighted' | 'micro'): ClassScores {
  return averageOf(perClass(matrix), by, {
    right: total(hits(matrix)),
    predicted: total(predictedAs(matrix)),
    rows: rowsOf(matrix),
  });
}

/** The mean recall of the classes that have rows; `adjusted` is 0 for guessing and 1 for all right. */
export function balancedAccuracy(matrix: Confusion): { readonly value: number; readonly adjusted: number } {
  const recalls = perClass(matrix)
    .filter(scores => scores.support > 0)
    .map(({ recall }) => recall);
  const value = ratio(total(recalls), recalls.length);
  const chance = ratio(1, recalls.length);
  return { value, adjusted: ratio(value - chance, 1 - chance) };
}

/** The weighted harmonic mean of precision and recall, in which recall counts `beta` times as much. */
export function fBeta({ precision, recall }: ClassScores, beta: number): number {
  return ratio((1 + beta * beta) * precision * recall, beta * beta * precision + recall);
}

/** Matthews' correlation coefficient; of more than two classes Gorodkin's R_K (Computational Biology and Chemistry 28, 2004). */
export function matthews(matrix: Confusion): number {
  const [rows, predicted] = [support(matrix), predictedAs(matrix)];
  const n = total(rows);
  const square = (values: readonly number[]): number => n * n - total(values.map(value => value * value));
  const shared = total(hits(matrix)) * n - total(rows.map((count, at) => count * (predicted[at] ?? 0)));
  return ratio(shared, Math.sqrt(square(rows)) * Math.sqrt(square(predicted)));
}

/** Cohen's kappa; `quadratic` weighs a mistake by the square of its distance in the order of labels. */
export function kappa(matrix: Confusion, weights: 'none' | 'quadratic' = 'none'): number {
  const [rows, predicted] = [support(matrix), predictedAs(matrix)];
  const weight = (i: number, j: number): number => (weights === 'none' ? Number(i !== j) : (i - j) ** 2);
  let [seen, expected] = [0, 0];
  matrix.counts.forEach((line, i) => {
    line.forEach((count, j) => {
      seen += weight(i, j) * count;
      expected += weight(i, j) * (rows[i] ?? 0) * (predicted[j] ?? 0);
    });
  });
  return 1 - ratio(seen * total(rows), expected);
}

export const rowsOf = (matrix: Confusion): number => total(support(matrix));

export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export function scoresOf(right: number, predicted: number, rows: number): ClassScores {
  return {
    precision: ratio(right, predicted),
    recall: ratio(right, rows),
    f1: ratio(2 * right, predicted + rows),
    support: rows,
  };
}

export function averageOf(
  classes: readonly ClassScores[],
  by: 'macro' | 'weighted' | 'micro',
  all: { readonly right: number; readonly predicted: number; readonly rows: number },
): ClassScores {
  if (by === 'micro') return scoresOf(all.right, all.predicted, all.rows);
  const weight = (scores: ClassScores): number => (by === 'macro' ? 1 : scores.support);
  const whole = total(classes.map(weight));
  const mean = (of: (scores: ClassScores) => number): number =>
    ratio(total(classes.map(scores => weight(scores) * of(scores))), whole);
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    f1: mean(({ f1 }) => f1),
    support: total(classes.map(scores => scores.support)),
  };
}
