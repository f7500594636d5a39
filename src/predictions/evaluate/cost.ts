import { weightedMean } from '../../statistics/classification/weighted';
import { bestThreshold } from '../../statistics/decisions/cost';
import type { CostBlock, Estimated } from '../evaluation';
import type { StatedCosts } from '../request';
import type { Context } from './context';
import { boundsOf, weightsOf } from './context';
import { thinned } from './curves';
import { drawnEstimates } from './drawn';
import { areGrouped, replicate, samplingOfCells } from './replicate';
import type { ScoredRows } from './scored-units';

/** What calling rows positive from a threshold up comes to: weights of rows. */
interface Cut {
  readonly threshold: number;
  readonly tp: number;
  readonly fp: number;
}

/** Every different score as a threshold, falling. */
function cuts({ truth, last, scores }: ScoredRows, weights: Float64Array): readonly Cut[] {
  if (!scores) return [];
  const found: Cut[] = [];
  let [tp, fp] = [0, 0];
  for (let at = 0; at < truth.length; at++) {
    if (truth[at] === 1) tp += weights[at] ?? 0;
    else fp += weights[at] ?? 0;
    if (last[at] === 1) found.push({ threshold: scores[at] ?? NaN, tp, fp });
  }
  return found;
}

/** The last cut whose scores are all at or above a threshold. */
function cutAt(all: readonly Cut[], threshold: number): Cut {
  const from = all.findIndex(cut => cut.threshold < threshold);
  return all[(from < 0 ? all.length : from) - 1] ?? { threshold: Infinity, tp: 0, fp: 0 };
}

/** What errors cost at every threshold, and as the rows are predicted. */
export async function costBlock(
  rows: ScoredRows,
  isProbability: boolean,
  costs: StatedCosts,
  context: Context,
): Promise<CostBlock | undefined> {
  const { truth, predicted } = rows;
  if (!predicted || truth.length === 0) return undefined;
  const weights = weightsOf(rows.rows, context);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const positives = truth.reduce((sum, actual, at) => sum + actual * (weights[at] ?? 0), 0);
  const cost = ({ tp, fp }: Pick<Cut, 'tp' | 'fp'>): number =>
    (1000 * (costs.falsePositive * fp + costs.falseNegative * (positives - tp))) / all;
  const every = cuts(rows, weights);
  const points = every.map(cut => ({ threshold: cut.threshold, cost: cost(cut) }));
  const none = { threshold: Infinity, cost: cost({ tp: 0, fp: 0 }) };
  const theoretical = isProbability ? bestThreshold(costs) : undefined;
  const ascending = points.filter(({ threshold }) => Number.isFinite(threshold)).reverse();
  return {
    falsePositive: costs.falsePositive,
    falseNegative: costs.falseNegative,
    ...(costs.unit !== undefined && { unit: costs.unit }),
    curve: thinned(
      ascending.map(({ threshold }) => threshold),
      ascending.map(point => point.cost),
    ),
    current: await currentCost(rows, predicted, costs, context),
    best: points.reduce((least, one) => (one.cost < least.cost ? one : least), none),
    ...(theoretical !== undefined &&
      every.length > 0 && {
        theoretical: { threshold: theoretical, cost: cost(cutAt(every, theoretical)) },
      }),
    allPositive: cost({ tp: positives, fp: all - positives }),
    nonePositive: none.cost,
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
  const isLarge = n > MANY_ROWS && !context.weights && !areGrouped(rows, context);
  if (isLarge) {
    const counts = outcomeCounts(truth, predicted);
    const amounts = Float64Array.of(0, 1000 * falsePositive, 1000 * falseNegative);
    const sampling = samplingOfCells(counts);
    const statistic = (drawn: Float64Array): readonly number[] => [weightedMean(amounts, drawn)];
    const [replicates] = await replicate(amounts.length, sampling, statistic, context);
    const bounds = boundsOf(replicates ?? new Float64Array([NaN]), sampling.method);
    return { value: weightedMean(amounts, counts), n, ...bounds };
  }
  const of = (weights: Float64Array): readonly number[] => [weightedMean(each, weights)];
  const [current] = await drawnEstimates(rows, context, { n: [n], of });
  return current ?? { value: NaN, n, noInterval: 'its computation was stopped' };
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
