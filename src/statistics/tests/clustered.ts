import tCdf from '@stdlib/stats-base-dists-t-cdf';

/** Rows in two sets, each with a value, a weight and the group that it belongs to. */
export interface GroupedRows {
  readonly values: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  /** Codes from 0 without gaps. */
  readonly groups: ArrayLike<number>;
  /** 1 for rows of the first set, 0 for the others. */
  readonly first: ArrayLike<number>;
}

export interface ClusteredTest {
  /** The weighted mean of the first set less that of the others. */
  readonly difference: number;
  readonly error: number;
  readonly statistic: number;
  readonly p: number;
}

/**
 * Do two sets of rows have one weighted mean, where rows of a group resemble each other? The standard error is that of the
 * sandwich estimate of regressing the values on the set, with rows summed by group (K.-Y. Liang and S. L. Zeger,
 * Biometrika 73, 1986) times √(G / (G - 1)); p is two-sided, by Student's t with G - 1 degrees of freedom. NaN with fewer
 * than two groups, or where nothing varies.
 */
export function clusteredDifference({ values, weights, groups, first }: GroupedRows): ClusteredTest {
  const [own, rest] = [meanIn(values, weights, first, 1), meanIn(values, weights, first, 0)];
  const pulls: number[] = [];
  for (let row = 0; row < values.length; row++) {
    const set = first[row] === 1 ? own : rest;
    const pull = ((weights[row] ?? 0) * ((values[row] ?? NaN) - set.mean)) / set.weight;
    const group = groups[row] ?? 0;
    pulls[group] = (pulls[group] ?? 0) + (first[row] === 1 ? pull : -pull);
  }
  const count = pulls.length;
  const error = Math.sqrt((count / (count - 1)) * pulls.reduce((sum, pull) => sum + pull * pull, 0));
  const difference = own.mean - rest.mean;
  const statistic = error > 0 ? difference / error : NaN;
  return { difference, error, statistic, p: 2 * tCdf(-Math.abs(statistic), count - 1) };
}

function meanIn(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  first: ArrayLike<number>,
  set: number,
): { readonly mean: number; readonly weight: number } {
  let [sum, weight] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    if (first[row] !== set) continue;
    sum += (weights[row] ?? 0) * (values[row] ?? NaN);
    weight += weights[row] ?? 0;
  }
  return { mean: sum / weight, weight };
}
