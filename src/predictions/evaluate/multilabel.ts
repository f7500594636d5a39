import type { LabelRow, Score } from '../evaluation';
import type { MetricId } from '../methods';
import type { LabelSetOutcomes } from '../outcomes';
import type { Context } from './context';
import { boundsOf, shareOf, weightsOf } from './context';
import { isPlain } from './drawn';
import { f1Values, MOST_CELLS, rankingPrecision, rowValues } from './label-set-values';
import { replicate, samplingOf } from './replicate';
import { partEstimates, partOf } from './parts';
import { summedScores } from './sums';

/** All metrics of sets of labels on some rows. */
export async function multilabelScores(
  outcomes: LabelSetOutcomes,
  subset: Uint32Array,
  context: Context,
): Promise<readonly Score[]> {
  const { predicted, scores } = outcomes;
  const counted = predicted ? await countedScores(outcomes, predicted, subset, context) : [];
  if (!scores) return counted;
  const lrap = rankingPrecision(outcomes, scores, subset);
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
  outcomes: LabelSetOutcomes,
  predicted: readonly Float64Array[],
  subset: Uint32Array,
  context: Context,
): Promise<readonly Score[]> {
  const f1 = await f1Scores(outcomes, predicted, subset, context);
  const columns = rowValues(outcomes, predicted, subset);
  const means = await meansOf(columns, subset, context);
  const exact = new Map(columns).get('subset_accuracy')?.reduce((sum, value) => sum + value, 0) ?? 0;
  const plain = isPlain(subset, context);
  return [
    ...f1,
    ...means.map(score =>
      score.metric === 'subset_accuracy' && plain
        ? { ...shareOf(exact, subset.length), metric: score.metric }
        : score,
    ),
  ];
}

async function f1Scores(
  outcomes: LabelSetOutcomes,
  predicted: readonly Float64Array[],
  subset: Uint32Array,
  context: Context,
): Promise<readonly Score[]> {
  const values = f1Values(outcomes, predicted, subset, weightsOf(subset, context));
  const n = subset.length;
  const [micro, macro] = values(new Float64Array(n).fill(1));
  const metrics: readonly (readonly [MetricId, number])[] = [
    ['f1_micro', micro],
    ['f1_macro', macro],
  ];
  if (n * outcomes.labels.length > MOST_CELLS)
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
