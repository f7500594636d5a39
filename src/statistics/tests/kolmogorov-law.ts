/*
 * The distribution of Kolmogorov's distance between a sample of `n` values and the law they were drawn from.
 */

/** Matrices up to this size are raised to the n-th power; beyond, the limit is as good. */
const LARGEST = 100;

/**
 * The probability of a distance of at least `distance`, exact up to rounding: G. Marsaglia, W. W. Tsang and J. Wang, Journal of
 * Statistical Software 8, 2003. SciPy uses it for two samples of n and m too, with nm/(n+m) for `n`. Undefined when the matrix would be
 * too large; the limit holds there.
 */
export function kolmogorovSurvival(n: number, distance: number): number | undefined {
  const k = Math.ceil(n * distance);
  const size = 2 * k - 1;
  if (k < 1) return 1;
  if (size > LARGEST) return undefined;
  const power = matrixPower(stepMatrix(k, k - n * distance), n);
  let inside = power[k - 1]?.[k - 1] ?? NaN;
  for (let i = 1; i <= n; i++) inside *= i / n;
  return Math.min(1, Math.max(0, 1 - inside));
}

type Matrix = readonly (readonly number[])[];

function stepMatrix(k: number, h: number): Matrix {
  const size = 2 * k - 1;
  const raw = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => {
      if (i - j + 1 < 0) return 0;
      let value = 1;
      if (j === 0) value -= h ** (i + 1);
      if (i === size - 1) value -= h ** (size - j);
      if (j === 0 && i === size - 1 && 2 * h > 1) value += (2 * h - 1) ** size;
      return value / factorial(i - j + 1);
    }),
  );
  return raw;
}

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= n; i++) product *= i;
  return product;
}

function matrixPower(matrix: Matrix, exponent: number): Matrix {
  let result: Matrix = matrix.map((line, i) => line.map((_, j) => Number(i === j)));
  let square = matrix;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = product(result, square);
    square = product(square, square);
  }
  return result;
}

function product(a: Matrix, b: Matrix): Matrix {
  return a.map(line =>
    line.map((_, column) => line.reduce((sum, value, at) => sum + value * (b[at]?.[column] ?? NaN), 0)),
  );
}
