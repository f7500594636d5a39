import { dieboldMariano } from '../../statistics/forecasting';
import { meanInterval } from '../../statistics/intervals/mean';
import { pairedNewcombe } from '../../statistics/intervals/paired-difference';
import { delong, delongPaired } from '../../statistics/ranking/delong';
import { mcnemar } from '../../statistics/tests/mcnemar';
import { pairedT } from '../../statistics/tests/paired';
import type { ModelComparison } from '../evaluation';
import type { NumberOutcomes, Outcomes } from '../outcomes';
import type { Context } from './context';
import { boundsOf, gather, LEVEL } from './context';
import { isBinary, rowMeasure } from './quick';
import { byPairedBootstrap, twoSided } from './paired-bootstrap';
import { areGrouped, replicate, samplingOf } from './replicate';

/** Two models on the same rows, by tests that know that they are the same. */
export async function compareModels(
  own: Outcomes,
  rival: Outcomes,
  subset: Uint32Array,
  context: Context,
  isForecast: boolean,
): Promise<readonly ModelComparison[]> {
  const [a, b] = [measuresOf(own, subset), measuresOf(rival, subset)];
  const isGrouped = areGrouped(subset, context) || context.weights !== undefined;
  const comparisons: ModelComparison[] = [];
  if (a && b && isGrouped) comparisons.push(await byGroups(own, a, b, subset, context));
  else if (a && b) comparisons.push(own.kind === 'classes' ? byAccuracy(a, b) : byError(a, b));
  if (isBinary(own) && isBinary(rival) && own.score && rival.score && !isGrouped)
    comparisons.push(
      byArea(
        Uint8Array.from(subset, row => Number(own.truth[row] === own.positive)),
        gather(own.score, subset),
        gather(rival.score, subset),
      ),
    );
  if (isForecast && own.kind === 'numbers' && rival.kind === 'numbers' && !isGrouped)
    comparisons.push(...byDieboldMariano(own, rival, subset));
  // Errors that follow each other in time are not drawn one by one.
  if (isForecast) return comparisons;
  const given = new Set(comparisons.map(({ metric }) => metric));
  return [...comparisons, ...(await byPairedBootstrap(own, rival, subset, context, given))];
}

function measuresOf(outcomes: Outcomes, subset: Uint32Array): Float64Array | undefined {
  const of = rowMeasure(outcomes);
  return of && Float64Array.from(subset, of);
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Under so many rows that only one gets right the exact test is asked. */
const FEW_DISCORDANT = 25;

function byAccuracy(a: Float64Array, b: Float64Array): ModelComparison {
  let [both, onlyOwn, onlyRival, neither] = [0, 0, 0, 0];
  for (const [at, right] of a.entries()) {
    if (right === 1 && b[at] === 1) both += 1;
    else if (right === 1) onlyOwn += 1;
    else if (b[at] === 1) onlyRival += 1;
    else neither += 1;
  }
  const { value, low, high } = pairedNewcombe(
    { both, onlyFirst: onlyOwn, onlySecond: onlyRival, neither },
    LEVEL,
  );
  const test = mcnemar(onlyOwn, onlyRival);
  const isFew = onlyOwn + onlyRival < FEW_DISCORDANT;
  return {
    metric: 'accuracy',
    own: mean(a),
    rival: mean(b),
    difference: { value, n: a.length, interval: { low, high, level: LEVEL, method: 'paired-newcombe' } },
    test: isFew ? 'mcnemar-exact' : 'mcnemar',
    p: isFew ? test.exact : test.midP,
    discordant: { onlyOwn, onlyRival },
  };
}

function byError(a: Float64Array, b: Float64Array): ModelComparison {
  const differences = Array.from(a, (value, at) => value - (b[at] ?? NaN));
  const { value, low, high } = meanInterval(differences, LEVEL);
  return {
    metric: 'mae',
    own: mean(a),
    rival: mean(b),
    difference: { value, n: a.length, interval: { low, high, level: LEVEL, method: 'student-t' } },
    test: 'paired-t',
    p: isNothing(differences) ? 1 : pairedT(differences).p,
  };
}

/** Of two models that say the same no test statistic is defined: it would divide 0 by 0. */
const isNothing = (differences: readonly number[]): boolean => differences.every(value => value === 0);

/** Rows that belong together are drawn together. */
async function byGroups(
  outcomes: Outcomes,
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
    metric: outcomes.kind === 'classes' ? 'accuracy' : 'mae',
    own: first,
    rival: second,
    difference: { value: first - second, n: a.length, ...boundsOf(replicates, sampling.method) },
    test: 'paired-bootstrap',
    p: twoSided(replicates),
  };
}

function byArea(truth: Uint8Array, a: Float64Array, b: Float64Array): ModelComparison {
  const [first, second] = [delong(truth, a), delong(truth, b)];
  const { value, low, high, p } = delongPaired(first, second, LEVEL);
  const difference = Number.isNaN(low)
    ? { value, n: truth.length, noInterval: 'both areas are the same or a class has too few rows' }
    : { value, n: truth.length, interval: { low, high, level: LEVEL, method: 'delong-difference' as const } };
  return {
    metric: 'roc_auc',
    own: first.auc,
    rival: second.auc,
    difference,
    test: 'delong-paired',
    p: Number.isNaN(p) ? 1 : p,
  };
}

/** Of one series and one horizon: errors of several series at once are no series. */
function byDieboldMariano(
  own: NumberOutcomes,
  rival: NumberOutcomes,
  subset: Uint32Array,
): readonly ModelComparison[] {
  const horizons = new Set(Array.from(subset, row => own.horizon?.[row] ?? 1));
  const series = new Set(Array.from(subset, row => own.series?.[row] ?? 0));
  const [horizon] = horizons;
  const { time } = own;
  if (horizons.size !== 1 || series.size !== 1 || horizon === undefined || !time) return [];
  const rows = Array.from(subset).sort((a, b) => (time[a] ?? NaN) - (time[b] ?? NaN));
  const errors = ({ truth, predicted }: NumberOutcomes): number[] =>
    rows.map(row => (predicted[row] ?? NaN) - (truth[row] ?? NaN));
  const [a, b] = [errors(own), errors(rival)];
  const p = isNothing(a.map((error, at) => error - (b[at] ?? NaN)))
    ? 1
    : dieboldMariano(a, b, Math.max(1, Math.round(horizon))).p;
  const rmse = (values: readonly number[]): number =>
    Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
  const [first, second] = [rmse(a), rmse(b)];
  return [
    {
      metric: 'rmse',
      own: first,
      rival: second,
      difference: {
        value: first - second,
        n: rows.length,
        noInterval: 'the test compares squared errors',
      },
      test: 'diebold-mariano',
      p,
    },
  ];
}
