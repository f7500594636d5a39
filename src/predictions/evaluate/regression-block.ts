import { normalScores } from '../../statistics/normal-scores';
import { quantile } from '../../statistics/intervals/quantiles';
import { ascendingOrder } from '../../statistics/ranking/order';
import type { Estimated, RegressionBlock, TruthBin } from '../evaluation';
import type { NumberOutcomes } from '../outcomes';
import type { Context } from './context';
import { gather, shareOf } from './context';
import { insideBounds } from './coverage';
import type { Part } from './parts';
import { partEstimates } from './parts';
import { timed } from './time';

/** Rows that are drawn at most, evenly spaced. */
const DRAWN = 1_000;
const TENTHS = 10;

/** Where the errors of numbers lie. */
export async function regressionBlock(
  outcomes: NumberOutcomes,
  subset: Uint32Array,
  context: Context,
  { nominal, isForecast }: { readonly nominal?: number | undefined; readonly isForecast: boolean },
): Promise<RegressionBlock> {
  const [y, p] = [gather(outcomes.truth, subset), gather(outcomes.predicted, subset)];
  const residual = y.map((value, at) => value - (p[at] ?? NaN));
  const step = Math.max(1, y.length / DRAWN);
  const drawn = Array.from({ length: Math.min(y.length, DRAWN) }, (_, at) => Math.floor(at * step));
  const coverage = await coverageOf(outcomes, subset, context, isForecast);
  return {
    residuals: { x: drawn.map(at => p[at] ?? NaN), y: drawn.map(at => residual[at] ?? NaN), of: y.length },
    normal: normalQuantiles(residual),
    byTruth: await byTruth(y, residual, subset, context),
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

async function byTruth(
  y: Float64Array,
  residual: Float64Array,
  subset: Uint32Array,
  context: Context,
): Promise<readonly TruthBin[]> {
  const order = ascendingOrder(y);
  const count = Math.min(TENTHS, Math.floor(y.length / 5));
  const bins = Array.from({ length: count }, (_, at) =>
    order.subarray(Math.floor((at * order.length) / count), Math.floor(((at + 1) * order.length) / count)),
  );
  const parts = bins.flatMap((at): Part[] => {
    const error = gather(residual, at);
    return [
      { kind: 'mean', at, values: error.map(Math.abs) },
      { kind: 'mean', at, values: error.map(value => -value) },
    ];
  });
  const figures = await partEstimates(parts, subset, context);
  return bins.map((rows, at): TruthBin => {
    const [mae = NONE, bias = NONE] = figures.slice(2 * at, 2 * at + 2);
    return { from: y[rows[0] ?? 0] ?? NaN, to: y[rows[rows.length - 1] ?? 0] ?? NaN, mae, bias };
  });
}

const NONE = shareOf(0, 0);

async function coverageOf(
  outcomes: NumberOutcomes,
  subset: Uint32Array,
  context: Context,
  isForecast: boolean,
): Promise<Estimated | undefined> {
  if (!outcomes.lower || !outcomes.upper) return undefined;
  const { rows, sampling } = isForecast ? timed(outcomes, subset, context) : { rows: subset };
  const [coverage] = await partEstimates([insideBounds(outcomes, rows)], rows, context, sampling?.());
  return coverage;
}
