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

/** `1 - rest / whole`; where there is nothing to explain, 1 for no rest and else 0. */
function explained(rest: number, whole: number): number {
  if (whole === 0) return rest === 0 ? 1 : 0;
  return 1 - rest / whole;
}
