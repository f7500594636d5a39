import { ascendingOrder } from '../ranking/order';

/**
 * How far values have to be moved, on average, to turn one sample into the other: the area between their empirical
 * distribution functions, in the unit of the values. Weights count as so many rows.
 */
export function wasserstein(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  firstWeights?: ArrayLike<number>,
  secondWeights?: ArrayLike<number>,
): number {
  const steps = [...stepsOf(first, firstWeights, 1), ...stepsOf(second, secondWeights, -1)].sort(
    (a, b) => a.at - b.at,
  );
  let [area, gap] = [0, 0];
  steps.forEach(({ at, rise }, index) => {
    gap += rise;
    area += Math.abs(gap) * ((steps[index + 1]?.at ?? at) - at);
  });
  return area;
}

function stepsOf(
  values: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  sign: 1 | -1,
): readonly { readonly at: number; readonly rise: number }[] {
  const weightOf = (row: number): number => weights?.[row] ?? 1;
  const order = Array.from(ascendingOrder(values));
  const whole = order.reduce((sum, row) => sum + weightOf(row), 0);
  return order.map(row => ({ at: values[row] ?? NaN, rise: (sign * weightOf(row)) / whole }));
}
