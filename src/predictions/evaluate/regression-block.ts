import { normalScores } from '../../statistics/normal-scores';
import { meanInterval } from '../../statistics/intervals/mean';
import { quantile } from '../../statistics/intervals/quantiles';
import { ascendingOrder } from '../../statistics/ranking/order';
import type { Estimated, HorizonRow, RegressionBlock, TruthBin } from '../evaluation';
import type { NumberOutcomes } from '../outcomes';
import { gather, LEVEL, shareOf } from './context';

/** Rows that are drawn at most, evenly spaced. */
const DRAWN = 1_000;
const TENTHS = 10;

/** Where the errors of numbers lie. */
export function regressionBlock(
  outcomes: NumberOutcomes,
  subset: Uint32Array,
  nominal?: number,
): RegressionBlock {
  const [y, p] = [gather(outcomes.truth, subset), gather(outcomes.predicted, subset)];
  const residual = y.map((value, at) => value - (p[at] ?? NaN));
  const step = Math.max(1, y.length / DRAWN);
  const drawn = Array.from({ length: Math.min(y.length, DRAWN) }, (_, at) => Math.floor(at * step));
  const coverage = coverageOf(outcomes, subset, y);
  return {
    residuals: { x: drawn.map(at => p[at] ?? NaN), y: drawn.map(at => residual[at] ?? NaN), of: y.length },
    normal: normalQuantiles(residual),
    byTruth: byTruth(y, residual),
    ...(coverage && { coverage: { ...coverage, ...(nominal !== undefined && { nominal }) } }),
  };
}

function normalQuantiles(residual: Float64Array): RegressionBlock['normal'] {
  const ascending = residual.slice().sort();
  const points = Math.min(199, ascending.length);
  return {
    x: normalScores(points),
    y: Array.from({ length: points }, (_, at) => quantile(ascending, (at + 0.5) / points)),
    of: ascending.length,
  };
}

function byTruth(y: Float64Array, residual: Float64Array): readonly TruthBin[] {
  const order = ascendingOrder(y);
  const bins = Math.min(TENTHS, Math.floor(y.length / 5));
  return Array.from({ length: bins }, (_, at) => {
    const rows = order.subarray(
      Math.floor((at * order.length) / bins),
      Math.floor(((at + 1) * order.length) / bins),
    );
    const own = gather(residual, rows);
    return {
      from: y[rows[0] ?? 0] ?? NaN,
      to: y[rows[rows.length - 1] ?? 0] ?? NaN,
      mae: meanOf(own.map(Math.abs)),
      bias: -own.reduce((sum, value) => sum + value, 0) / own.length,
    };
  });
}

/** The mean of independent values, with Student's interval. */
export function meanOf(values: Float64Array): Estimated {
  const { value, low, high } = meanInterval(Array.from(values), LEVEL);
  const n = values.length;
  if (!Number.isFinite(low)) return { value, n, noInterval: 'there is a single row' };
  return { value, n, interval: { low, high, level: LEVEL, method: 'student-t' } };
}

function coverageOf(
  { lower, upper }: NumberOutcomes,
  subset: Uint32Array,
  y: Float64Array,
): Estimated | undefined {
  if (!lower || !upper) return undefined;
  const [low, high] = [gather(lower, subset), gather(upper, subset)];
  let [inside, of] = [0, 0];
  for (const [at, value] of y.entries()) {
    const [a, b] = [low[at] ?? NaN, high[at] ?? NaN];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    of += 1;
    if (value >= a && value <= b) inside += 1;
  }
  return shareOf(inside, of);
}

const MOST_HORIZONS = 60;

/** Errors of forecasts by how far ahead they look. */
export function horizonRows(
  { truth, predicted, horizon }: NumberOutcomes,
  subset: Uint32Array,
): readonly HorizonRow[] {
  if (!horizon) return [];
  const rows = new Map<number, number[]>();
  for (const row of subset) {
    const ahead = horizon[row] ?? NaN;
    if (Number.isNaN(ahead)) continue;
    const own = rows.get(ahead) ?? [];
    rows.set(ahead, own);
    own.push(row);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .slice(0, MOST_HORIZONS)
    .map(([ahead, own]) => {
      const errors = Float64Array.from(own, row => (predicted[row] ?? NaN) - (truth[row] ?? NaN));
      return {
        horizon: ahead,
        mae: meanOf(errors.map(Math.abs)),
        bias: errors.reduce((sum, value) => sum + value, 0) / errors.length,
      };
    });
}
