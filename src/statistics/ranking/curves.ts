import { ascendingOrder } from './order';

/** Points of a ROC curve from (0, 0) to (1, 1); a row is called positive from its threshold up. */
export interface RocCurve {
  readonly falsePositiveRates: readonly number[];
  readonly truePositiveRates: readonly number[];
  /** Falling; the first is Infinity, at which nothing is called positive. */
  readonly thresholds: readonly number[];
}

/** Points of a precision-recall curve by rising threshold; the last, recall 0 and precision 1, has no threshold. */
export interface PrecisionRecallCurve {
  readonly precisions: readonly number[];
  readonly recalls: readonly number[];
  readonly thresholds: readonly number[];
}

/** How many positive and negative rows have at least each score, by falling score; equal scores are one step. */
interface Steps {
  readonly scores: readonly number[];
  readonly truePositives: readonly number[];
  readonly falsePositives: readonly number[];
}

function stepsOf(truth: ArrayLike<number>, scores: ArrayLike<number>, weights?: ArrayLike<number>): Steps {
  const order = ascendingOrder(scores);
  const steps = { scores: [] as number[], truePositives: [] as number[], falsePositives: [] as number[] };
  let [right, wrong] = [0, 0];
  for (let at = order.length - 1; at >= 0; at--) {
    const row = order[at] ?? 0;
    const weight = weights?.[row] ?? 1;
    if (truth[row] === 1) right += weight;
    else wrong += weight;
    if (at > 0 && scores[order[at - 1] ?? 0] === scores[row]) continue;
    steps.scores.push(scores[row] ?? NaN);
    steps.truePositives.push(right);
    steps.falsePositives.push(wrong);
  }
  return steps;
}

/** Every step of the ROC curve; scikit-learn leaves out those on a straight line, which changes nothing but their number. */
export function rocCurve(truth: ArrayLike<number>, scores: ArrayLike<number>): RocCurve {
  const steps = stepsOf(truth, scores);
  const share = (counts: readonly number[]): number[] => {
    const whole = counts[counts.length - 1] ?? 0;
    return [0, ...counts.map(count => (whole === 0 ? NaN : count / whole))];
  };
  return {
    falsePositiveRates: share(steps.falsePositives),
    truePositiveRates: share(steps.truePositives),
    thresholds: [Infinity, ...steps.scores],
  };
}

export function precisionRecallCurve(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
): PrecisionRecallCurve {
  const { truePositives, falsePositives, scores: thresholds } = stepsOf(truth, scores);
  const positives = truePositives[truePositives.length - 1] ?? 0;
  return {
    precisions: [...truePositives.map((right, at) => right / (right + (falsePositives[at] ?? 0)))]
      .reverse()
      .concat(1),
    recalls: [...truePositives.map(right => right / positives)].reverse().concat(0),
    thresholds: [...thresholds].reverse(),
  };
}

/**
 * Average precision, `Σ (Rₙ - Rₙ₋₁) Pₙ`: the area under the precision-recall curve as steps. The trapezoids between its points
 * would be too large (J. Davis and M. Goadrich, ICML 2006).
 */
export function averagePrecision(
  truth: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  const { truePositives, falsePositives } = stepsOf(truth, scores, weights);
  const positives = truePositives[truePositives.length - 1] ?? 0;
  return truePositives.reduce((sum, right, at) => {
    const gained = right - (truePositives[at - 1] ?? 0);
    return gained === 0 ? sum : sum + ((gained / positives) * right) / (right + (falsePositives[at] ?? 0));
  }, 0);
}

/** The area under a line through points, by trapezoids. */
export function trapezoid(x: readonly number[], y: readonly number[]): number {
  return x.reduce(
    (sum, value, at) =>
      at === 0 ? 0 : sum + (Math.abs(value - (x[at - 1] ?? 0)) * ((y[at] ?? 0) + (y[at - 1] ?? 0))) / 2,
    0,
  );
}

/** The largest distance of the scores of both classes (Kolmogorov and Smirnov's): the highest TPR - FPR. */
export function kolmogorovSmirnov({ falsePositiveRates, truePositiveRates }: RocCurve): number {
  return Math.max(...truePositiveRates.map((rate, at) => rate - (falsePositiveRates[at] ?? 0)));
}
