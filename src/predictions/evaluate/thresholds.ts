import type { BinaryCounts } from '../../statistics/classification/weighted';
import { LEVEL, shareOf } from './context';
import { meanOfCounts } from '../../statistics/mean-of-counts';
import type { Estimated, ThresholdRow } from '../evaluation';
import type { StatedCosts } from '../request';
import type { Context } from './context';
import { drawnEstimates, isPlain } from './drawn';
import { f1Of } from './parts';
import type { ScoredRows } from './scored-units';

/** Rows of a table of thresholds. */
const TABLE = 19;

/** Which rows are called positive from a threshold up: so many of those by falling score. */
interface Cut {
  readonly threshold: number;
  readonly rows: number;
}

/** Precision, recall and cost at thresholds: tenths and halves of them for probabilities, else where scores lie. */
export async function thresholdRows(
  rows: ScoredRows,
  subset: Uint32Array,
  isProbability: boolean,
  context: Context,
  costs?: StatedCosts,
): Promise<readonly ThresholdRow[]> {
  const { scores } = rows;
  if (!scores) return [];
  const cuts = wantedThresholds(scores, isProbability).map(threshold => ({
    threshold,
    rows: rowsFrom(scores, threshold),
  }));
  const counted = countsAt(rows, cuts, new Float64Array(scores.length).fill(1));
  if (isPlain(subset, context)) return cuts.map((cut, at) => plainRow(cut, counted[at] ?? NOTHING, costs));
  const inOrder = new Float64Array(scores.length);
  const of = (weights: Float64Array): readonly number[] => {
    for (let at = 0; at < inOrder.length; at++) inOrder[at] = weights[rows.from[at] ?? 0] ?? 0;
    return countsAt(rows, cuts, inOrder).flatMap(counts => statisticsOf(counts, costs));
  };
  const n = counted.flatMap(({ tp, fp, fn, tn }) => [tp + fp, tp + fn, tp + fp + fn, tp + fp + fn + tn]);
  const drawn = await drawnEstimates(subset, context, { n, of });
  return cuts.map(({ threshold }, at): ThresholdRow => {
    const [precision = NONE, recall = NONE, f1 = NONE, cost] = drawn.slice(4 * at, 4 * at + 4);
    const { tp, fp, fn, tn } = counted[at] ?? NOTHING;
    return { threshold, tp, fp, fn, tn, precision, recall, f1, ...(costs && cost && { cost }) };
  });
}

const NOTHING: BinaryCounts = { tp: 0, fp: 0, fn: 0, tn: 0 };
const NONE = shareOf(0, 0);

function wantedThresholds(scores: Float64Array, isProbability: boolean): readonly number[] {
  const wanted = Array.from({ length: TABLE }, (_, at) =>
    isProbability
      ? (at + 1) / (TABLE + 1)
      : (scores[Math.floor(((TABLE - at) * scores.length) / (TABLE + 1))] ?? NaN),
  );
  return [...new Set(wanted)];
}

/** How many of falling scores are at or above a threshold. */
export function rowsFrom(scores: Float64Array, threshold: number): number {
  let [low, high] = [0, scores.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scores[middle] ?? NaN) >= threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The confusion matrix at each cut, in one pass; `cuts` may come in any order. */
function countsAt(
  { truth }: ScoredRows,
  cuts: readonly Cut[],
  weights: Float64Array,
): readonly BinaryCounts[] {
  const order = cuts.map((_, at) => at).sort((a, b) => (cuts[a]?.rows ?? 0) - (cuts[b]?.rows ?? 0));
  const called = cuts.map(() => ({ tp: 0, fp: 0 }));
  let [tp, fp, next] = [0, 0, 0];
  const note = (row: number): void => {
    for (let cut = order[next]; cut !== undefined && cuts[cut]?.rows === row; cut = order[++next])
      called[cut] = { tp, fp };
  };
  for (let at = 0; at < truth.length; at++) {
    note(at);
    if (truth[at] === 1) tp += weights[at] ?? 0;
    else fp += weights[at] ?? 0;
  }
  note(truth.length);
  return called.map(own => ({ ...own, fn: tp - own.tp, tn: fp - own.fp }));
}

function statisticsOf({ tp, fp, fn, tn }: BinaryCounts, costs: StatedCosts | undefined): readonly number[] {
  const errors = costs ? costs.falsePositive * fp + costs.falseNegative * fn : NaN;
  return [
    tp / (tp + fp),
    tp / (tp + fn),
    (2 * tp) / (2 * tp + fp + fn),
    (1000 * errors) / (tp + fp + fn + tn),
  ];
}

function plainRow({ threshold }: Cut, counts: BinaryCounts, costs: StatedCosts | undefined): ThresholdRow {
  const { tp, fp, fn, tn } = counts;
  return {
    threshold,
    ...counts,
    precision: shareOf(tp, tp + fp),
    recall: shareOf(tp, tp + fn),
    f1: f1Of(tp, tp + fp + fn),
    ...(costs && { cost: costOf({ tp, fp, fn, tn }, costs) }),
  };
}

/** What errors of independent rows cost, for 1,000 rows. */
function costOf({ tp, fp, fn, tn }: BinaryCounts, costs: StatedCosts): Estimated {
  const n = tp + fp + fn + tn;
  const { value, low, high } = meanOfCounts(
    [
      { rows: tp + tn, value: 0 },
      { rows: fp, value: 1000 * costs.falsePositive },
      { rows: fn, value: 1000 * costs.falseNegative },
    ],
    LEVEL,
  );
  if (!(high > low)) return { value, n, noInterval: 'every row costs the same' };
  return { value, n, interval: { low, high, level: LEVEL, method: 'normal-mean' } };
}
