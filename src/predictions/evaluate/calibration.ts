import { chanceOfCalibrationError } from '../../statistics/calibration-chance';
import { wilson } from '../../statistics/intervals/wilson';
import { ascendingOrder } from '../../statistics/ranking/order';
import type { CalibrationBinning, CalibrationBlock, CalibrationPoint } from '../evaluation';
import { LEVEL, REPLICATES, SEED } from './context';

const BINS = 10;

/** How well probabilities are what they say: 1 in `happened` for rows in which what `p` is of came true. */
export function calibrationBlock(
  happened: ArrayLike<number>,
  p: Float64Array,
  of: CalibrationBlock['of'],
): CalibrationBlock | undefined {
  if (p.length === 0) return undefined;
  const order = ascendingOrder(p);
  const equal = binned(happened, p, massBins(order));
  const uniform = binned(happened, p, widthBins(order, p));
  return {
    of,
    binnings: [describe('equal-mass', equal), describe('uniform', uniform)],
    decomposition: decompose(equal),
    n: p.length,
  };
}

interface Bin {
  readonly n: number;
  readonly predicted: number;
  readonly hits: number;
  /** Sum of `p (1 - p)`. */
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

function binned(happened: ArrayLike<number>, p: Float64Array, bins: readonly Uint32Array[]): readonly Bin[] {
  return bins
    .filter(rows => rows.length > 0)
    .map(rows => {
      let [sum, hits, variance] = [0, 0, 0];
      for (const row of rows) {
        const own = p[row] ?? NaN;
        sum += own;
        hits += happened[row] ?? 0;
        variance += own * (1 - own);
      }
      return { n: rows.length, predicted: sum / rows.length, hits, variance };
    });
}

function describe(binning: CalibrationBinning['binning'], bins: readonly Bin[]): CalibrationBinning {
  const rows = bins.reduce((sum, { n }) => sum + n, 0);
  const gaps = bins.map(({ n, predicted, hits }) => Math.abs(hits / n - predicted));
  const quantile = chanceOfCalibrationError(bins, { replicates: REPLICATES, seed: SEED, level: LEVEL });
  return {
    binning,
    bins: bins.map(pointOf),
    asked: BINS,
    expectedError: bins.reduce((sum, { n }, at) => sum + (n / rows) * (gaps[at] ?? 0), 0),
    maximumError: Math.max(...gaps),
    chance: { quantile, replicates: REPLICATES, seed: SEED },
  };
}

const TWO_SIDED = 1.959963984540054;

function pointOf({ n, predicted, hits, variance }: Bin): CalibrationPoint {
  const half = (TWO_SIDED * Math.sqrt(variance)) / n;
  return {
    n,
    predicted,
    observed: hits / n,
    ...wilson(hits, n, LEVEL),
    nullLow: Math.max(0, predicted - half),
    nullHigh: Math.min(1, predicted + half),
  };
}

/** A. H. Murphy's (1973), of the mean of each bin. */
function decompose(bins: readonly Bin[]): CalibrationBlock['decomposition'] {
  const rows = bins.reduce((sum, { n }) => sum + n, 0);
  const base = bins.reduce((sum, { hits }) => sum + hits, 0) / rows;
  const mean = (of: (bin: Bin) => number): number =>
    bins.reduce((sum, bin) => sum + (bin.n / rows) * of(bin), 0);
  return {
    reliability: mean(({ predicted, hits, n }) => (predicted - hits / n) ** 2),
    resolution: mean(({ hits, n }) => (hits / n - base) ** 2),
    uncertainty: base * (1 - base),
  };
}
