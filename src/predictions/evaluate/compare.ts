import { delong, delongPaired } from '../../statistics/ranking/delong';
import type { ModelComparison } from '../evaluation';
import type { MetricId } from '../methods';
import type { Outcomes } from '../outcomes';
import { compareForecasts } from './compare-forecasts';
import { compareRankings } from './compare-rankings';
import type { Context } from './context';
import { boundsOf, gather, LEVEL } from './context';
import { isPlain } from './drawn';
import { byMeans, byShares } from './paired-rows';
import { byPairedBootstrap, twoSided } from './paired-bootstrap';
import { isBinary, rowMeasure } from './quick';
import { replicate, samplingOf } from './replicate';
import { withLabels } from '../same-labels';

/** Two models on the same rows, by tests that know that they are the same; none where too few rows tell anything. */
export async function compareModels(
  own: Outcomes,
  rival: Outcomes,
  subset: Uint32Array,
  context: Context,
  isForecast: boolean,
): Promise<readonly ModelComparison[]> {
  if (own.kind === 'ranked' && rival.kind === 'ranked') return compareRankings(own, rival, subset);
  if (isForecast && own.kind === 'numbers' && rival.kind === 'numbers') {
    const compared = await compareForecasts(own, rival, subset, context);
    if (compared) return compared;
  }
  if (own.kind === 'label-sets' && rival.kind === 'label-sets')
    return compareRows(withLabels(own, rival.labels), rival, subset, context);
  return compareRows(own, rival, subset, context);
}

/** Row by row where rows are independent and count alike, else by what is drawn together. */
async function compareRows(
  own: Outcomes,
  rival: Outcomes,
  subset: Uint32Array,
  context: Context,
): Promise<readonly ModelComparison[]> {
  const measured = await byMeasure(own, rival, subset, context);
  const comparisons = [...measured, ...byArea(own, rival, subset, context)];
  const given = new Set(comparisons.map(({ metric }) => metric));
  return [...comparisons, ...(await byPairedBootstrap(own, rival, subset, context, { given }))];
}

/** By what each row is compared by. */
async function byMeasure(
  own: Outcomes,
  rival: Outcomes,
  subset: Uint32Array,
  context: Context,
): Promise<readonly ModelComparison[]> {
  const [mine, theirs] = [rowMeasure(own), rowMeasure(rival)];
  if (!mine || !theirs) return [];
  const { metric } = mine;
  const [a, b] = [Float64Array.from(subset, mine.of), Float64Array.from(subset, theirs.of)];
  if (!isPlain(subset, context)) return [await byGroups(metric, a, b, subset, context)];
  return [metric === 'mae' ? byMeans(metric, a, b) : byShares(metric, a, b)];
}

/** Rows that belong together are drawn together. */
async function byGroups(
  metric: MetricId,
  a: Float64Array,
  b: Float64Array,
  subset: Uint32Array,
  context: Context,
): Promise<ModelComparison> {
  const sampling = samplingOf(subset, context);
  const own = (row: number): number => context.weights?.[subset[row] ?? 0] ?? 1;
  const weighted = (values: Float64Array, drawn: Float64Array): number => {
    let [sum, all] = [0, 0];
    for (let at = 0; at < values.length; at++) {
      const weight = (drawn[at] ?? 0) * own(at);
      sum += weight * (values[at] ?? NaN);
      all += weight;
    }
    return sum / all;
  };
  const statistic = (drawn: Float64Array): readonly number[] => [weighted(a, drawn) - weighted(b, drawn)];
  const [replicates = new Float64Array([NaN])] = await replicate(a.length, sampling, statistic, context);
  const one = new Float64Array(a.length).fill(1);
  const [first, second] = [weighted(a, one), weighted(b, one)];
  return {
    metric,
    own: first,
    rival: second,
    difference: { value: first - second, n: a.length, ...boundsOf(replicates, sampling.method) },
    test: 'paired-bootstrap',
    p: twoSided(replicates),
  };
}

/** Areas of scores, where rows are independent and count alike. */
function byArea(
  own: Outcomes,
  rival: Outcomes,
  subset: Uint32Array,
  context: Context,
): readonly ModelComparison[] {
  if (!isBinary(own) || !isBinary(rival) || !own.score || !rival.score || !isPlain(subset, context))
    return [];
  const truth = Uint8Array.from(subset, row => Number(own.truth[row] === own.positive));
  const [first, second] = [
    delong(truth, gather(own.score, subset)),
    delong(truth, gather(rival.score, subset)),
  ];
  const { value, low, high, p } = delongPaired(first, second, LEVEL);
  const difference = Number.isNaN(low)
    ? { value, n: truth.length, noInterval: 'both areas are the same or a class has too few rows' }
    : { value, n: truth.length, interval: { low, high, level: LEVEL, method: 'delong-difference' as const } };
  return [
    {
      metric: 'roc_auc',
      own: first.auc,
      rival: second.auc,
      difference,
      test: 'delong-paired',
      p: Number.isNaN(p) ? 1 : p,
    },
  ];
}
