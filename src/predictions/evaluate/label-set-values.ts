import { labelRanking } from '../../statistics/classification/multilabel';
import type { MetricId } from '../methods';
import type { LabelSetOutcomes } from '../outcomes';
import type { Context } from './context';
import { weightsOf } from './context';

/** Rows times labels up to which replicates are drawn. */
export const MOST_CELLS = 1_000_000;

/** Metrics that are means over rows, each by the value of a row. */
export function rowValues(
  { labels, truth }: LabelSetOutcomes,
  predicted: readonly Float64Array[],
  subset: Uint32Array,
): readonly (readonly [MetricId, Float64Array])[] {
  const [f1, jaccard, hamming, exact] = [0, 1, 2, 3].map(() => new Float64Array(subset.length));
  const over = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  for (const [at, row] of subset.entries()) {
    let [both, said, actual, wrong] = [0, 0, 0, 0];
    for (let label = 0; label < labels.length; label++) {
      const [a, b] = [truth[label]?.[row] ?? 0, predicted[label]?.[row] ?? 0];
      both += a * b;
      said += b;
      actual += a;
      wrong += Number(a !== b);
    }
    if (f1) f1[at] = over(2 * both, said + actual);
    if (jaccard) jaccard[at] = over(both, said + actual - both);
    if (hamming) hamming[at] = wrong / labels.length;
    if (exact) exact[at] = Number(wrong === 0);
  }
  const none = new Float64Array();
  return [
    ['f1_samples', f1 ?? none],
    ['jaccard', jaccard ?? none],
    ['hamming_loss', hamming ?? none],
    ['subset_accuracy', exact ?? none],
  ];
}

/** F1 of all labels together, and the mean of theirs. */
export function f1Values(
  { truth }: LabelSetOutcomes,
  predicted: readonly Float64Array[],
  subset: Uint32Array,
  weights: Float64Array,
): (drawn: Float64Array) => readonly [micro: number, macro: number] {
  return drawn => {
    let [both, all, macro] = [0, 0, 0];
    for (const [label, column] of truth.entries()) {
      const said = predicted[label];
      let [right, sum] = [0, 0];
      for (let at = 0; at < subset.length; at++) {
        const weight = (drawn[at] ?? 0) * (weights[at] ?? 0);
        if (weight === 0) continue;
        const row = subset[at] ?? 0;
        const [a, b] = [column[row] ?? 0, said?.[row] ?? 0];
        right += weight * a * b;
        sum += weight * (a + b);
      }
      both += right;
      all += sum;
      macro += sum === 0 ? 0 : (2 * right) / sum;
    }
    return [all === 0 ? 0 : (2 * both) / all, macro / truth.length];
  };
}

/** Label ranking average precision of each row. */
export function rankingPrecision(
  { truth }: LabelSetOutcomes,
  scores: readonly Float64Array[],
  subset: Uint32Array,
): Float64Array {
  const of = (columns: readonly Float64Array[], row: number): number[] =>
    columns.map(column => column[row] ?? 0);
  return Float64Array.from(subset, row => labelRanking([of(truth, row)], [of(scores, row)]).averagePrecision);
}

/** What two models are compared by, in the order in which {@link labelSetValues} gives it. */
export const SET_METRICS = [
  'f1_micro',
  'f1_macro',
  'f1_samples',
  'jaccard',
  'hamming_loss',
  'lrap',
] as const satisfies readonly MetricId[];

/** Metrics of rows that were drawn so and so often; none where there are too many rows and labels to draw replicates. */
export function labelSetValues(
  outcomes: LabelSetOutcomes,
  subset: Uint32Array,
  context: Context,
): ((drawn: Float64Array) => readonly number[]) | undefined {
  const { labels, predicted, scores } = outcomes;
  if (subset.length * labels.length > MOST_CELLS) return undefined;
  const weights = weightsOf(subset, context);
  const means = new Map(predicted && rowValues(outcomes, predicted, subset));
  if (scores) means.set('lrap', rankingPrecision(outcomes, scores, subset));
  const f1 = predicted && f1Values(outcomes, predicted, subset, weights);
  const mean = (values: Float64Array | undefined, drawn: Float64Array): number => {
    if (!values) return NaN;
    let [sum, all] = [0, 0];
    for (let at = 0; at < values.length; at++) {
      const weight = (drawn[at] ?? 0) * (weights[at] ?? 0);
      sum += weight * (values[at] ?? NaN);
      all += weight;
    }
    return sum / all;
  };
  return drawn => {
    const [micro, macro] = f1?.(drawn) ?? [NaN, NaN];
    return [micro, macro, ...SET_METRICS.slice(2).map(metric => mean(means.get(metric), drawn))];
  };
}
