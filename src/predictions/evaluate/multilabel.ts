import { labelRanking } from '../../statistics/classification/multilabel';
import type { LabelRow, Score } from '../evaluation';
import type { MetricId } from '../methods';
import type { LabelSetOutcomes } from '../outcomes';
import type { Context } from './context';
import { boundsOf, shareOf, weightsOf } from './context';
import { areGrouped, replicate, samplingOf } from './replicate';
import { partEstimates, partOf } from './parts';
import { summedScores } from './sums';

/** Rows times labels up to which replicates are drawn. */
const MOST_CELLS = 1_000_000;

/** All metrics of sets of labels on some rows. */
export async function multilabelScores(
  outcomes: LabelSetOutcomes,
  subset: Uint32Array,
  context: Context,
): Promise<readonly Score[]> {
  const rows = Array.from(subset);
  const { predicted } = outcomes;
  const counted = predicted ? await countedScores(outcomes, predicted, subset, context) : [];
  const { scores } = outcomes;
  if (!scores) return counted;
  const lrap = Float64Array.from(
    rows,
    row =>
      labelRanking([outcomes.truth.map(column => column[row] ?? 0)], [scores.map(column => column[row] ?? 0)])
        .averagePrecision,
  );
  return [...counted, ...(await meansOf([['lrap', lrap]], subset, context))];
}

async function meansOf(
  columns: readonly (readonly [MetricId, Float64Array])[],
  subset: Uint32Array,
  context: Context,
): Promise<readonly Score[]> {
  const one = new Float64Array(subset.length).fill(1);
  return summedScores(
    {
      terms: [one, ...columns.map(([, values]) => values)],
      metrics: columns.map(([metric], at) => ({ metric, of: s => (s[at + 1] ?? NaN) / (s[0] ?? NaN) })),
    },
    subset,
    context,
  );
}

async function countedScores(
  { labels, truth }: LabelSetOutcomes,
  predicted: readonly Float64Array[],
  subset: Uint32Array,
  context: Context,
): Promise<readonly Score[]> {
  const f1 = await f1Scores(truth, predicted, subset, context);
  const tallies = Array.from(subset, row => {
    let [both, said, actual, wrong] = [0, 0, 0, 0];
    for (let label = 0; label < labels.length; label++) {
      const [a, b] = [truth[label]?.[row] ?? 0, predicted[label]?.[row] ?? 0];
      both += a * b;
      said += b;
      actual += a;
      wrong += Number(a !== b);
    }
    return { both, said, actual, wrong };
  });
  const over = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const means = await meansOf(
    [
      ['f1_samples', Float64Array.from(tallies, one => over(2 * one.both, one.said + one.actual))],
      ['jaccard', Float64Array.from(tallies, one => over(one.both, one.said + one.actual - one.both))],
      ['hamming_loss', Float64Array.from(tallies, one => one.wrong / labels.length)],
      ['subset_accuracy', Float64Array.from(tallies, one => Number(one.wrong === 0))],
    ],
    subset,
    context,
  );
  const isPlain = !context.weights && !areGrouped(subset, context);
  const exact = tallies.filter(({ wrong }) => wrong === 0).length;
  return [
    ...f1,
    ...means.map(score =>
      score.metric === 'subset_accuracy' && isPlain
        ? { ...shareOf(exact, subset.length), metric: score.metric }
        : score,
    ),
  ];
}

/** F1 of all labels together, and the mean of theirs. */
async function f1Scores(
  truth: readonly Float64Array[],
  predicted: readonly Float64Array[],
  subset: Uint32Array,
  context: Context,
): Promise<readonly Score[]> {
  const weights = weightsOf(subset, context);
  const values = (drawn: Float64Array): readonly number[] => {
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
  const n = subset.length;
  const [micro = NaN, macro = NaN] = values(new Float64Array(n).fill(1));
  const metrics: readonly (readonly [MetricId, number])[] = [
    ['f1_micro', micro],
    ['f1_macro', macro],
  ];
  if (n * truth.length > MOST_CELLS)
    return metrics.map(([metric, value]) => ({
      metric,
      value,
      n,
      noInterval: 'there are too many rows and labels to draw replicates',
    }));
  const sampling = samplingOf(subset, context);
  const all = await replicate(n, sampling, values, context);
  return metrics.map(([metric, value], at) => ({
    metric,
    value,
    n,
    ...boundsOf(all[at] ?? new Float64Array([NaN]), sampling.method),
  }));
}

/** Each label by itself. */
export async function labelRows(
  { labels, truth, predicted }: LabelSetOutcomes,
  subset: Uint32Array,
  context: Context,
): Promise<readonly LabelRow[]> {
  if (!predicted) return [];
  const bit = (column: Float64Array | undefined, at: number): number => column?.[subset[at] ?? 0] ?? 0;
  const parts = labels.flatMap((_, label) => {
    const is = (at: number): number => bit(truth[label], at);
    const said = (at: number): number => bit(predicted[label], at);
    const share = (holds: typeof is, value: typeof is) =>
      partOf('share', subset.length, at => holds(at) === 1, value);
    const either = partOf(
      'f1',
      subset.length,
      at => is(at) + said(at) > 0,
      at => 2 * is(at) * said(at),
    );
    return [
      share(said, is),
      share(is, said),
      { ...either, per: Float64Array.from(either.at, at => is(at) + said(at)) },
    ];
  });
  const figures = await partEstimates(parts, subset, context);
  return labels.map((label, at): LabelRow => {
    const [precision = NONE, recall = NONE, f1 = NONE] = figures.slice(3 * at, 3 * at + 3);
    return { label, support: recall.n, precision, recall, f1 };
  });
}

const NONE = shareOf(0, 0);
