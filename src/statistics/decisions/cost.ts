/** What each kind of error costs, in one unit. */
export interface ErrorCosts {
  readonly falsePositive: number;
  readonly falseNegative: number;
}

/** The threshold of least expected cost, if scores are calibrated probabilities (C. Elkan, IJCAI 2001). */
export function bestThreshold({ falsePositive, falseNegative }: ErrorCosts): number {
  return falsePositive / (falsePositive + falseNegative);
}

export interface CostPoint {
  readonly threshold: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly cost: number;
}

/** The cost of calling rows positive whose score is at least each threshold. `truth` is 1 for positive rows. */
export function costCurve(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
  costs: ErrorCosts,
  thresholds: readonly number[],
): readonly CostPoint[] {
  const of = (positive: boolean): Float64Array =>
    Float64Array.from(Array.from(scores).filter((_, row) => (truth[row] === 1) === positive)).sort();
  const [positives, negatives] = [of(true), of(false)];
  return thresholds.map(threshold => {
    const falseNegatives = countBelow(positives, threshold);
    const falsePositives = negatives.length - countBelow(negatives, threshold);
    const cost = costs.falsePositive * falsePositives + costs.falseNegative * falseNegatives;
    return { threshold, falsePositives, falseNegatives, cost };
  });
}

/** How many of ascending values are below `limit`. */
function countBelow(ascending: Float64Array, limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? NaN) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Net benefit at a threshold: `TP/n - FP/n · t/(1-t)`, true positives less the false ones at the rate at which the threshold
 * trades them (A. J. Vickers and E. B. Elkin, Medical Decision Making 26, 2006).
 */
export function netBenefit(
  truePositives: number,
  falsePositives: number,
  n: number,
  threshold: number,
): number {
  return truePositives / n - ((falsePositives / n) * threshold) / (1 - threshold);
}

/** The precision that the same sensitivity and specificity give where a share `prevalence` of rows is positive. */
export function precisionAt(sensitivity: number, specificity: number, prevalence: number): number {
  const right = sensitivity * prevalence;
  return right / (right + (1 - specificity) * (1 - prevalence));
}
