import { auc } from '../ranking/auc';

/*
 * Scores of predicted probabilities. `proba[row][class]` is a row's probability of each class; `truth[row]` the index of
 * its class. For two classes a single probability of the positive one will do.
 */

type Rows = ArrayLike<ArrayLike<number>>;

/** The mean of `-log p` of the true class, in nats; probabilities are kept `eps` away from 0 and 1. */
export function logLoss(truth: ArrayLike<number>, proba: Rows, eps = Number.EPSILON): number {
  return mean(truth.length, row => {
    const line = proba[row] ?? [];
    const sum = Array.from(line).reduce((all, p) => all + p, 0);
    return -Math.log(Math.min(1 - eps, Math.max(eps, (line[truth[row] ?? -1] ?? 0) / sum)));
  });
}

/** The mean squared distance of the probability of the positive class from what happened, 0 or 1 (G. W. Brier 1950). */
export function brier(truth: ArrayLike<number>, p: ArrayLike<number>): number {
  return mean(truth.length, row => ((p[row] ?? NaN) - (truth[row] ?? NaN)) ** 2);
}

/** Brier's score of several classes, as he defined it: summed over the classes, so up to 2. */
export function brierOfClasses(truth: ArrayLike<number>, proba: Rows): number {
  return mean(truth.length, row =>
    Array.from(proba[row] ?? []).reduce((sum, p, at) => sum + (p - Number(at === truth[row])) ** 2, 0),
  );
}

/** The share of rows whose class is among the `k` most probable; of equal ones the later comes first, as in scikit-learn. */
export function topK(truth: ArrayLike<number>, proba: Rows, k: number): number {
  return mean(truth.length, row => {
    const line = Array.from(proba[row] ?? []);
    const actual = truth[row] ?? -1;
    const own = line[actual] ?? NaN;
    const ahead = line.filter((p, at) => p > own || (p === own && at > actual)).length;
    return Number(ahead < k);
  });
}

/** One class against all others: the mean area under the ROC curve, of classes alike or by their rows. */
export function aucOneVersusRest(truth: ArrayLike<number>, proba: Rows, weigh: 'macro' | 'weighted'): number {
  const classes = proba[0]?.length ?? 0;
  let [sum, weights] = [0, 0];
  for (let of = 0; of < classes; of++) {
    const positive = Float64Array.from({ length: truth.length }, (_, row) => Number(truth[row] === of));
    const weight = weigh === 'macro' ? 1 : positive.reduce((all, value) => all + value, 0);
    sum += weight * auc(positive, columnOf(proba, of));
    weights += weight;
  }
  return sum / weights;
}

/** Every pair of classes on its own rows, in both directions (D. J. Hand and R. J. Till, Machine Learning 45, 2001). */
export function aucOneVersusOne(truth: ArrayLike<number>, proba: Rows): number {
  const classes = proba[0]?.length ?? 0;
  let [sum, pairs] = [0, 0];
  for (let a = 0; a < classes; a++) {
    for (let b = a + 1; b < classes; b++) {
      const rows = Array.from({ length: truth.length }, (_, row) => row).filter(
        row => truth[row] === a || truth[row] === b,
      );
      const between = (of: number): number =>
        auc(
          rows.map(row => Number(truth[row] === of)),
          rows.map(row => proba[row]?.[of] ?? NaN),
        );
      sum += (between(a) + between(b)) / 2;
      pairs += 1;
    }
  }
  return sum / pairs;
}

function columnOf(proba: Rows, of: number): Float64Array {
  return Float64Array.from({ length: proba.length }, (_, row) => proba[row]?.[of] ?? NaN);
}

function mean(n: number, of: (row: number) => number): number {
  let sum = 0;
  for (let row = 0; row < n; row++) sum += of(row);
  return sum / n;
}
