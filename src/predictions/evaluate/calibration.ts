import { chanceOfCalibrationError } from '../../statistics/calibration-chance';
import { criticalValue } from '../../statistics/intervals/critical-value';
import { ascendingOrder } from '../../statistics/ranking/order';
import type { CalibrationBinning, CalibrationBlock, CalibrationPoint, Estimated } from '../evaluation';
import type { Context } from './context';
import { LEVEL, REPLICATES, SEED, shareOf, weightsOf } from './context';
import type { Part } from './parts';
import { partEstimates } from './parts';

const BINS = 10;

/** Rows with the probability of something, and whether it came true. */
export interface Forecast {
  /** Rows of the table, in the order of the others. */
  readonly rows: Uint32Array;
  /** 1 where what `p` is of came true. */
  readonly happened: ArrayLike<number>;
  readonly p: Float64Array;
}

/** How well probabilities are what they say. */
export async function calibrationBlock(
  forecast: Forecast,
  of: CalibrationBlock['of'],
  context: Context,
): Promise<CalibrationBlock | undefined> {
  const { p, rows } = forecast;
  if (p.length === 0) return undefined;
  const order = ascendingOrder(p);
  const weights = weightsOf(rows, context);
  const [equal, uniform] = [massBins(order), widthBins(order, p)].map(bins =>
    binned(forecast, weights, bins),
  );
  if (!equal || !uniform) return undefined;
  return {
    of,
    binnings: [
      await describe('equal-mass', equal, forecast, context),
      await describe('uniform', uniform, forecast, context),
    ],
    decomposition: decompose(equal),
    n: p.length,
  };
}

interface Bin {
  readonly places: Uint32Array;
  /** Sums over its rows by their weights: of these, of `p`, and of what came true. */
  readonly weight: number;
  readonly predicted: number;
  readonly hits: number;
  /** Sum of `w² p (1 - p)`. */
  readonly variance: number;
}

function massBins(order: Uint32Array): readonly Uint32Array[] {
  return Array.from({ length: BINS }, (_, at) =>
    order.subarray(Math.floor((at * order.length) / BINS), Math.floor(((at + 1) * order.length) / BINS)),
  );
}

/** Of equal width on [0, 1], closed on the right. */
function widthBins(order: Uint32Array, p: Float64Array): readonly Uint32Array[] {
  let from = 0;
  return Array.from({ length: BINS }, (_, at) => {
    let to = from;
    while (to < order.length && (at === BINS - 1 || (p[order[to] ?? 0] ?? NaN) <= (at + 1) / BINS)) to += 1;
    const bin = order.subarray(from, to);
    from = to;
    return bin;
  });
}

function binned(
  { happened, p }: Forecast,
  weights: Float64Array,
  bins: readonly Uint32Array[],
): readonly Bin[] {
  return bins.flatMap(places => {
    let [weight, sum, hits, variance] = [0, 0, 0, 0];
    for (const place of places) {
      const [own, counts] = [p[place] ?? NaN, weights[place] ?? 0];
      weight += counts;
      sum += counts * own;
      hits += counts * (happened[place] ?? 0);
      variance += counts * counts * own * (1 - own);
    }
    return weight > 0 ? [{ places, weight, predicted: sum / weight, hits, variance }] : [];
  });
}

async function describe(
  binning: CalibrationBinning['binning'],
  bins: readonly Bin[],
  { rows, happened }: Forecast,
  context: Context,
): Promise<CalibrationBinning> {
  const gaps = bins.map(({ weight, predicted, hits }) => Math.abs(hits / weight - predicted));
  const whole = bins.reduce((sum, { weight }) => sum + weight, 0);
  const chances = bins.map(({ weight, predicted, variance }) => ({ n: weight, predicted, variance }));
  const quantile = chanceOfCalibrationError(chances, { replicates: REPLICATES, seed: SEED, level: LEVEL });
  const shares = bins.map(({ places }): Part => ({
    kind: 'share',
    at: places,
    values: Float64Array.from(places, place => happened[place] ?? NaN),
  }));
  const observed = await partEstimates(shares, rows, context);
  return {
    binning,
    bins: bins.map((bin, at) => pointOf(bin, observed[at] ?? shareOf(0, 0))),
    asked: BINS,
    expectedError: bins.reduce((sum, { weight }, at) => sum + (weight / whole) * (gaps[at] ?? 0), 0),
    maximumError: Math.max(...gaps),
    chance: { quantile, replicates: REPLICATES, seed: SEED },
  };
}

function pointOf({ weight, predicted, variance }: Bin, observed: Estimated): CalibrationPoint {
  const half = (criticalValue(LEVEL) * Math.sqrt(variance)) / weight;
  return {
    predicted,
    observed,
    nullLow: Math.max(0, predicted - half),
    nullHigh: Math.min(1, predicted + half),
  };
}

/** A. H. Murphy's (1973), of the mean of each bin. */
function decompose(bins: readonly Bin[]): CalibrationBlock['decomposition'] {
  const whole = bins.reduce((sum, { weight }) => sum + weight, 0);
  const base = bins.reduce((sum, { hits }) => sum + hits, 0) / whole;
  const mean = (of: (bin: Bin) => number): number =>
    bins.reduce((sum, bin) => sum + (bin.weight / whole) * of(bin), 0);
  return {
    reliability: mean(({ predicted, hits, weight }) => (predicted - hits / weight) ** 2),
    resolution: mean(({ hits, weight }) => (hits / weight - base) ** 2),
    uncertainty: base * (1 - base),
  };
}
