import { quantile } from './intervals/quantiles';
import { mean } from './sums';

/** Errors of predicted numbers, in the unit of the target unless said otherwise. */
export interface RegressionScores {
  readonly mae: number;
  readonly mse: number;
  readonly rmse: number;
  readonly medianAbsoluteError: number;
  readonly maxError: number;
  /** The mean of predicted less true. */
  readonly bias: number;
  /** A fraction, not percent. Rows whose true value is 0 make it huge. */
  readonly mape: number;
  /** 1 for no error, 0 for always answering the mean. */
  readonly r2: number;
  readonly explainedVariance: number;
  /** As R², with absolute errors and the median. */
  readonly d2Absolute: number;
}

/** As scikit-learn defines them. A constant target has R² 1 when it is met and 0 when not. */
export function regressionScores(truth: ArrayLike<number>, predicted: ArrayLike<number>): RegressionScores {
  const y = Array.from(truth);
  const errors = y.map((value, row) => (predicted[row] ?? NaN) - value);
  const sizes = errors.map(Math.abs);
  const mse = mean(errors.map(square));
  const bias = mean(errors);
  const [centre, middle] = [mean(y), median(y)];
  const variance = mean(y.map(value => square(value - centre)));
  return {
    mae: mean(sizes),
    mse,
    rmse: Math.sqrt(mse),
    medianAbsoluteError: median(sizes),
    maxError: Math.max(...sizes),
    bias,
    mape: mean(sizes.map((size, row) => size / Math.max(Number.EPSILON, Math.abs(y[row] ?? NaN)))),
    r2: explained(mse, variance),
    explainedVariance: explained(mean(errors.map(error => square(error - bias))), variance),
    d2Absolute: explained(mean(sizes), mean(y.map(value => Math.abs(value - middle)))),
  };
}

/** The mean squared error of `log(1 + y)`; both must be above -1. */
export function meanSquaredLogError(truth: ArrayLike<number>, predicted: ArrayLike<number>): number {
  return mean(
    Array.from(truth).map((value, row) => square(Math.log1p(value) - Math.log1p(predicted[row] ?? NaN))),
  );
}

/** The mean loss of predicted quantiles of level `alpha`: too low costs `alpha`, too high `1 - alpha` for each unit. */
export function pinball(truth: ArrayLike<number>, predicted: ArrayLike<number>, alpha: number): number {
  return mean(
    Array.from(truth).map((value, row) => {
      const over = value - (predicted[row] ?? NaN);
      return Math.max(alpha * over, (alpha - 1) * over);
    }),
  );
}

const square = (x: number): number => x * x;

export function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}

/**
 * The least value with more than half of the weight at or below it; where one has exactly half, the middle between it and the
 * next one, so that weights of 1 give the median (scikit-learn 1.2 takes the lower of the two).
 *
 * @param order of the values, ascending
 */
export function weightedMedian(
  values: ArrayLike<number>,
  order: ArrayLike<number>,
  weights: ArrayLike<number>,
): number {
  let whole = 0;
  for (let at = 0; at < weights.length; at++) whole += weights[at] ?? 0;
  let [below, lower] = [0, NaN];
  for (let at = 0; at < order.length; at++) {
    const row = order[at] ?? 0;
    const weight = weights[row] ?? 0;
    if (weight === 0) continue;
    const value = values[row] ?? NaN;
    if (!Number.isNaN(lower)) return (lower + value) / 2;
    below += weight;
    if (2 * below > whole) return value;
    if (2 * below === whole) lower = value;
  }
  return lower;
}

/** `1 - rest / whole`; where there is nothing to explain, 1 for no rest and else 0. */
function explained(rest: number, whole: number): number {
  if (whole === 0) return rest === 0 ? 1 : 0;
  return 1 - rest / whole;
}
