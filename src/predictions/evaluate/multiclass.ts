import { meanInterval } from '../../statistics/intervals/mean';
import { ascendingOrder } from '../../statistics/ranking/order';
import { auc } from '../../statistics/ranking/auc';
import type { Estimated, Score } from '../evaluation';
import type { MetricId } from '../methods';
import type { ClassOutcomes } from '../outcomes';
import { classCells, COUNTED_METRICS, countedClassValues, tallied } from './class-counts';
import type { Context } from './context';
import { boundsOf, gather, gatherCodes, LEVEL, shareOf, weightsOf } from './context';
import { areGrouped, replicate, samplingOf, samplingOfCells } from './replicate';
import { clipped } from './scored-units';

/** From so many rows on, replicates are drawn from the confusion matrix. */
const MANY_ROWS = 200_000;
/** Rows times classes up to which replicates of the areas under all ROC curves are drawn. */
const MOST_AREAS = 200_000;

/** All metrics of several classes on some rows, each with its interval. */
export async function multiclassScores(
  outcomes: ClassOutcomes,
  subset: Uint32Array,
  context: Context,
): Promise<readonly Score[]> {
  const truth = gatherCodes(outcomes.truth, subset);
  const counted = outcomes.predicted
    ? await countedScores(outcomes, truth, gatherCodes(outcomes.predicted, subset), subset, context)
    : [];
  const { proba } = outcomes;
  if (!proba || !outcomes.isProbability) return counted;
  const rows: Proba = { truth, proba: proba.map(column => gather(column, subset)) };
  return [...counted, ...(await probabilityScores(rows, subset, context))];
}

async function countedScores(
  { labels }: ClassOutcomes,
  truth: Int32Array,
  predicted: Int32Array,
  subset: Uint32Array,
  context: Context,
): Promise<readonly Score[]> {
  const cells = classCells(truth, predicted, labels.length);
  const weights = weightsOf(subset, context);
  const isPlain = !context.weights && !areGrouped(subset, context);
  const values = countedClassValues(cells, tallied(cells, weights));
  const isLarge = isPlain && subset.length > MANY_ROWS;
  const sampling = isLarge ? samplingOfCells(cells.counts) : samplingOf(subset, context, truth);
  const statistics = (drawn: Float64Array): readonly number[] => {
    if (isLarge) return countedClassValues(cells, drawn);
    if (context.weights)
      for (let at = 0; at < drawn.length; at++) drawn[at] = (drawn[at] ?? 0) * (weights[at] ?? 0);
    return countedClassValues(cells, tallied(cells, drawn));
  };
  const units = isLarge ? cells.counts.length : subset.length;
  const all = await replicate(units, sampling, statistics, context);
  return COUNTED_METRICS.map((metric, at): Score => {
    const [value, n] = [values[at] ?? NaN, subset.length];
    if (metric === 'accuracy' && isPlain) return { ...shareOf(Math.round(value * n), n), metric };
    return { metric, value, n, ...drawnBounds(all[at], sampling.method) };
  });
}

function drawnBounds(
  replicates: Float64Array | undefined,
  method: Parameters<typeof boundsOf>[1],
): Pick<Estimated, 'interval' | 'noInterval'> {
  return replicates ? boundsOf(replicates, method) : { noInterval: 'its computation was stopped' };
}

/** Rows with a probability for each class. */
interface Proba {
  readonly truth: Int32Array;
  readonly proba: readonly Float64Array[];
}

async function probabilityScores(
  rows: Proba,
  subset: Uint32Array,
  context: Context,
): Promise<readonly Score[]> {
  const n = subset.length;
  const losses = lossesOf(rows);
  const weights = weightsOf(subset, context);
  const isPlain = !context.weights && !areGrouped(subset, context);
  const top = topThree(rows);
  const score = (metric: MetricId, own: Estimated): Score => ({ ...own, metric });
  const means = (values: Float64Array): number => {
    let [sum, all] = [0, 0];
    for (let at = 0; at < n; at++) {
      sum += (weights[at] ?? 0) * (values[at] ?? NaN);
      all += weights[at] ?? 0;
    }
    return sum / all;
  };
  const loss: Estimated =
    isPlain && n > MANY_ROWS
      ? plainMean(losses)
      : { value: means(losses), n, ...(await meanBounds(losses, weights, subset, context)) };
  const area = await areaScore(rows, subset, context);
  return [
    score('log_loss', loss),
    ...(rows.proba.length > 3
      ? [
          score(
            'top_k_accuracy',
            isPlain
              ? shareOf(
                  top.reduce((sum, hit) => sum + hit, 0),
                  n,
                )
              : { value: means(top), n, ...(await meanBounds(top, weights, subset, context)) },
          ),
        ]
      : []),
    ...(area ? [score('roc_auc_ovr', area)] : []),
  ];
}

function plainMean(values: Float64Array): Estimated {
  const { value, low, high } = meanInterval(Array.from(values), LEVEL);
  return { value, n: values.length, interval: { low, high, level: LEVEL, method: 'student-t' } };
}

async function meanBounds(
  values: Float64Array,
  own: Float64Array,
  subset: Uint32Array,
  context: Context,
): Promise<Pick<Estimated, 'interval' | 'noInterval'>> {
  const sampling = samplingOf(subset, context);
  const statistic = (drawn: Float64Array): readonly number[] => {
    let [sum, all] = [0, 0];
    for (let at = 0; at < values.length; at++) {
      const weight = (drawn[at] ?? 0) * (own[at] ?? 0);
      sum += weight * (values[at] ?? NaN);
      all += weight;
    }
    return [sum / all];
  };
  const [replicates] = await replicate(values.length, sampling, statistic, context);
  return drawnBounds(replicates, sampling.method);
}

/** `-ln p` of the true class; rows whose probabilities do not add up to 1 are scaled, as scikit-learn does. */
function lossesOf({ truth, proba }: Proba): Float64Array {
  return Float64Array.from(truth, (code, row) => {
    const sum = proba.reduce((all, column) => all + (column[row] ?? 0), 0);
    return -Math.log(clipped((proba[code]?.[row] ?? 0) / sum));
  });
}

/** 1 for rows whose class is among the three most probable. */
function topThree({ truth, proba }: Proba): Float64Array {
  return Float64Array.from(truth, (code, row) => {
    const own = proba[code]?.[row] ?? NaN;
    let ahead = 0;
    for (const [at, column] of proba.entries()) {
      const other = column[row] ?? 0;
      if (other > own || (other === own && at > code)) ahead += 1;
    }
    return Number(ahead < 3);
  });
}

/** The mean area of each class against all others; replicates where there are not too many rows and classes. */
async function areaScore(
  { truth, proba }: Proba,
  subset: Uint32Array,
  context: Context,
): Promise<Estimated | undefined> {
  const n = subset.length;
  const present = proba.map((_, of) => truth.includes(of));
  const ranked = proba.flatMap((column, of) => (present[of] ? [{ of, column }] : []));
  if (ranked.length < 2) return { value: NaN, n, noInterval: 'only one class occurs' };
  const weights = weightsOf(subset, context);
  const value =
    ranked.reduce(
      (sum, { of, column }) =>
        sum +
        auc(
          truth.map(code => Number(code === of)),
          column,
          weights,
        ),
      0,
    ) / ranked.length;
  if (n * ranked.length > MOST_AREAS)
    return { value, n, noInterval: 'there are too many rows and classes to draw replicates' };
  const orders = ranked.map(({ of, column }) => ({ of, column, order: ascendingOrder(column) }));
  const sampling = samplingOf(subset, context, truth);
  const statistic = (drawn: Float64Array): readonly number[] => [
    orders.reduce((sum, one) => sum + orderedArea(one, truth, drawn, weights), 0) / orders.length,
  ];
  const [replicates] = await replicate(n, sampling, statistic, context);
  return { value, n, ...drawnBounds(replicates, sampling.method) };
}

function orderedArea(
  { of, column, order }: { readonly of: number; readonly column: Float64Array; readonly order: Uint32Array },
  truth: Int32Array,
  drawn: Float64Array,
  own: Float64Array,
): number {
  let [below, positives, pairs] = [0, 0, 0];
  for (let at = 0; at < order.length;) {
    const score = column[order[at] ?? 0];
    let [here, against] = [0, 0];
    for (; at < order.length && column[order[at] ?? 0] === score; at++) {
      const row = order[at] ?? 0;
      const weight = (drawn[row] ?? 0) * (own[row] ?? 0);
      if (truth[row] === of) here += weight;
      else against += weight;
    }
    pairs += here * (below + against / 2);
    below += against;
    positives += here;
  }
  return pairs / (positives * below);
}
