import { bestThreshold } from '../../statistics/decisions/cost';
import { weightedMean } from '../../statistics/classification/weighted';
import type { CostBlock, Estimated, ThresholdRow } from '../evaluation';
import type { StatedCosts } from '../request';
import type { Context } from './context';
import { boundsOf, shareOf } from './context';
import { thinned } from './curves';
import { areGrouped, replicate, samplingOf, samplingOfCells } from './replicate';
import type { ScoredRows } from './scored-units';

/** What calling rows positive from a threshold up comes to. */
interface Cut {
  readonly threshold: number;
  readonly tp: number;
  readonly fp: number;
}

/** Every different score as a threshold, falling. */
function cuts({ truth, last, scores }: ScoredRows): readonly Cut[] {
  if (!scores) return [];
  const found: Cut[] = [];
  let tp = 0;
  for (let at = 0; at < truth.length; at++) {
    tp += truth[at] ?? 0;
    if (last[at] === 1) found.push({ threshold: scores[at] ?? NaN, tp, fp: at + 1 - tp });
  }
  return found;
}

/** Rows of a table of thresholds. */
const TABLE = 19;

/** Precision and recall at thresholds: tenths and halves of them for probabilities, else where scores lie. */
export function thresholdRows(
  rows: ScoredRows,
  isProbability: boolean,
  costs?: StatedCosts,
): readonly ThresholdRow[] {
  const { scores, truth } = rows;
  if (!scores) return [];
  const all = cuts(rows);
  const positives = truth.reduce((sum, value) => sum + value, 0);
  const wanted = isProbability
    ? Array.from({ length: TABLE }, (_, at) => (at + 1) / (TABLE + 1))
    : Array.from(
        { length: TABLE },
        (_, at) => scores[Math.floor(((TABLE - at) * scores.length) / (TABLE + 1))] ?? NaN,
      );
  return [...new Set(wanted)].map(threshold => {
    const { tp, fp } = cutAt(all, threshold);
    const [fn, tn] = [positives - tp, truth.length - positives - fp];
    return {
      threshold,
      tp,
      fp,
      fn,
      tn,
      precision: shareOf(tp, tp + fp),
      recall: shareOf(tp, positives),
      f1: tp + fp + fn === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn),
      ...(costs && { cost: per1000(costs, fp, fn, truth.length) }),
    };
  });
}

/** The last cut whose scores are all at or above a threshold. */
function cutAt(all: readonly Cut[], threshold: number): { readonly tp: number; readonly fp: number } {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.threshold ?? NaN) >= threshold) low = middle + 1;
    else high = middle;
  }
  return all[low - 1] ?? { tp: 0, fp: 0 };
}

function per1000({ falsePositive, falseNegative }: StatedCosts, fp: number, fn: number, n: number): number {
  return (1000 * (falsePositive * fp + falseNegative * fn)) / n;
}

/** What errors cost at every threshold, and as the rows are predicted. */
export async function costBlock(
  rows: ScoredRows,
  isProbability: boolean,
  costs: StatedCosts,
  context: Context,
): Promise<CostBlock | undefined> {
  const { truth, predicted } = rows;
  const n = truth.length;
  if (!predicted || n === 0) return undefined;
  const positives = truth.reduce((sum, value) => sum + value, 0);
  const cost = (tp: number, fp: number): number => per1000(costs, fp, positives - tp, n);
  const all = cuts(rows);
  const points = all.map(({ threshold, tp, fp }) => ({ threshold, cost: cost(tp, fp) }));
  const best = points.reduce((least, one) => (one.cost < least.cost ? one : least), {
    threshold: Infinity,
    cost: cost(0, 0),
  });
  const theoretical = isProbability ? bestThreshold(costs) : undefined;
  const ascending = points.filter(({ threshold }) => Number.isFinite(threshold)).reverse();
  const theoreticalCut = theoretical === undefined ? undefined : cutAt(all, theoretical);
  return {
    falsePositive: costs.falsePositive,
    falseNegative: costs.falseNegative,
    ...(costs.unit !== undefined && { unit: costs.unit }),
    curve: thinned(
      ascending.map(({ threshold }) => threshold),
      ascending.map(point => point.cost),
    ),
    current: await currentCost(rows, predicted, costs, context),
    best,
    ...(theoretical !== undefined &&
      theoreticalCut && {
        theoretical: { threshold: theoretical, cost: cost(theoreticalCut.tp, theoreticalCut.fp) },
      }),
    allPositive: cost(positives, n - positives),
    nonePositive: cost(0, 0),
  };
}

/** From so many rows on, replicates are drawn from the counts of right and wrong rows. */
const MANY_ROWS = 200_000;

async function currentCost(
  { rows, truth }: ScoredRows,
  predicted: Uint8Array,
  { falsePositive, falseNegative }: StatedCosts,
  context: Context,
): Promise<Estimated> {
  const each = Float64Array.from(truth, (actual, at) =>
    actual === predicted[at] ? 0 : 1000 * (actual === 1 ? falseNegative : falsePositive),
  );
  const n = each.length;
  const isLarge = n > MANY_ROWS && !areGrouped(rows, context);
  const amounts = isLarge ? Float64Array.of(0, 1000 * falsePositive, 1000 * falseNegative) : each;
  const counts = isLarge ? outcomeCounts(truth, predicted) : new Float64Array();
  const sampling = isLarge ? samplingOfCells(counts) : samplingOf(rows, context);
  const statistic = (drawn: Float64Array): readonly number[] => [weightedMean(amounts, drawn)];
  const [replicates] = await replicate(amounts.length, sampling, statistic, context);
  return {
    value: weightedMean(each, new Float64Array(n).fill(1)),
    n,
    ...boundsOf(replicates ?? new Float64Array([NaN]), sampling.method),
  };
}

/** Rows that are right, wrongly positive, wrongly negative. */
function outcomeCounts(truth: Uint8Array, predicted: Uint8Array): Float64Array {
  const counts = new Float64Array(3);
  for (let at = 0; at < truth.length; at++) {
    const kind = truth[at] === predicted[at] ? 0 : truth[at] === 1 ? 2 : 1;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
