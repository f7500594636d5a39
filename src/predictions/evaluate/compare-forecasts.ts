import { dieboldMariano } from '../../statistics/forecasting';
import type { Estimated, ModelComparison } from '../evaluation';
import type { NumberOutcomes } from '../outcomes';
import type { Context } from './context';
import { LEVEL } from './context';
import { byPairedBootstrap } from './paired-bootstrap';
import { isPlain } from './drawn';
import { timed } from './time';

/** Over so many horizons tests of each say nothing: too many are made. */
const MOST_HORIZONS = 12;

/**
 * Two forecasts of one series, whose errors follow each other in time: by Diebold and Mariano where all look as far ahead, and for
 * each horizon; over several horizons, and with weights, by blocks of time. None where rows are of several series, or no column
 * tells the time.
 */
export async function compareForecasts(
  own: NumberOutcomes,
  rival: NumberOutcomes,
  subset: Uint32Array,
  context: Context,
): Promise<readonly ModelComparison[] | undefined> {
  const { rows, sampling } = timed(own, subset, context);
  const isOneSeries = new Set(Array.from(subset, row => own.series?.[row] ?? 0)).size === 1;
  if (!sampling || !isOneSeries) return undefined;
  const horizons = byHorizon(own, rows);
  const [only] = horizons;
  const isPlainSeries = isPlain(subset, context);
  if (isPlainSeries && horizons.length === 1 && only) {
    const [ahead, at] = only;
    const tested = [byLoss(own, rival, at, ahead, 'mae'), byLoss(own, rival, at, ahead, 'rmse')].flat();
    if (tested.length > 0) return tested;
  }
  const overall = await byPairedBootstrap(own, rival, rows, context, { sampling: sampling() });
  const isEachTested = isPlainSeries && horizons.length > 1 && horizons.length <= MOST_HORIZONS;
  const each = horizons.flatMap(([ahead, at]) =>
    byLoss(own, rival, at, ahead, 'mae').map(one => ({ ...one, horizon: ahead })),
  );
  return [...overall, ...(isEachTested ? each : [])];
}

/** Rows of each horizon, in the order of time; 1 where no column says how far ahead a row looks. */
function byHorizon(
  { horizon }: NumberOutcomes,
  rows: Uint32Array,
): readonly (readonly [number, Uint32Array])[] {
  const ahead = (row: number): number => Math.max(1, Math.round(horizon?.[row] ?? 1));
  const all = [...new Set(Array.from(rows, ahead))].filter(Number.isFinite).sort((a, b) => a - b);
  return all.map(one => [one, rows.filter(row => ahead(row) === one)] as const);
}

/** By Diebold and Mariano's test; nothing where there are too few rows, or all of them differ by the same. */
function byLoss(
  own: NumberOutcomes,
  rival: NumberOutcomes,
  rows: Uint32Array,
  horizon: number,
  metric: 'mae' | 'rmse',
): readonly ModelComparison[] {
  if (rows.length <= 2 * horizon) return [];
  const errors = ({ truth, predicted }: NumberOutcomes): number[] =>
    Array.from(rows, row => (predicted[row] ?? NaN) - (truth[row] ?? NaN));
  const [a, b] = [errors(own), errors(rival)];
  const isSquared = metric === 'rmse';
  const { p, low, high } = dieboldMariano(a, b, {
    horizon,
    loss: isSquared ? 'squared' : 'absolute',
    level: LEVEL,
  });
  const isNothing = a.every((error, at) => Math.abs(error) === Math.abs(b[at] ?? NaN));
  if (!isNothing && !(p > 0)) return [];
  const of = isSquared ? rootMeanSquare : meanSize;
  const [first, second] = [of(a), of(b)];
  const given = { value: first - second, n: rows.length };
  const difference: Estimated =
    isSquared || isNothing
      ? {
          ...given,
          noInterval: isNothing ? 'both err alike in every row' : 'the test compares squared errors',
        }
      : { ...given, interval: { low, high, level: LEVEL, method: 'diebold-mariano' } };
  const test = 'diebold-mariano';
  return [{ metric, own: first, rival: second, difference, test, p: isNothing ? 1 : p }];
}

const meanSize = (errors: readonly number[]): number =>
  errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;

const rootMeanSquare = (errors: readonly number[]): number =>
  Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
