import { total } from '../sums';

/** A class, as data name it. */
export type Label = string | number | boolean;

/** How rows of each class (first index) were predicted (second index), in the order of `labels`. */
export interface Confusion {
  readonly labels: readonly Label[];
  readonly counts: readonly (readonly number[])[];
}

/**
 * The confusion matrix of predictions beside the truth, of equal length. Without `labels`, every class that occurs, in
 * ascending order; with them, rows of which either class is not among them do not count, as in scikit-learn.
 */
export function confusion(
  truth: readonly Label[],
  predicted: readonly Label[],
  labels: readonly Label[] = labelsOf(truth, predicted),
): Confusion {
  const index = new Map(labels.map((label, at) => [label, at]));
  const counts = labels.map(() => labels.map(() => 0));
  truth.forEach((label, row) => {
    const line = counts[index.get(label) ?? -1];
    const column = index.get(predicted[row] ?? '');
    if (line && column !== undefined) line[column] = (line[column] ?? 0) + 1;
  });
  return { labels, counts };
}

/** Every class that occurs: numbers by value, all others by their text. */
export function labelsOf(...columns: readonly (readonly Label[])[]): readonly Label[] {
  return [...new Set(columns.flat())].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  );
}

/** Rows of each class, by the truth. */
export const support = ({ counts }: Confusion): readonly number[] => counts.map(total);

/** Rows of each class, by prediction. */
export const predictedAs = ({ counts, labels }: Confusion): readonly number[] =>
  labels.map((_, column) => total(counts.map(line => line[column] ?? 0)));

/** Rows of each class that were predicted right. */
export const hits = ({ counts }: Confusion): readonly number[] => counts.map((line, at) => line[at] ?? 0);

/** Each line as shares of its class; a class without rows has zeros. */
export function byTruth(matrix: Confusion): readonly (readonly number[])[] {
  return matrix.counts.map(line => {
    const rows = total(line);
    return line.map(count => (rows === 0 ? 0 : count / rows));
  });
}
