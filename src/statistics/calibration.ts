import { ascendingOrder } from './ranking/order';

/** One bin of a reliability diagram. */
export interface CalibrationBin {
  readonly n: number;
  /** The mean predicted probability. */
  readonly predicted: number;
  /** The share of positive rows. */
  readonly observed: number;
}

/** Bins of equal width on [0, 1], closed on the right, or of nearly equal numbers of rows. */
export type Binning = 'uniform' | 'equal-mass';

/** The bins that have rows. `truth` is 1 for positive rows, `p` the probability of that. */
export function calibrationBins(
  truth: ArrayLike<number>,
  p: ArrayLike<number>,
  bins: number,
  binning: Binning = 'uniform',
): readonly CalibrationBin[] {
  const members = binning === 'uniform' ? byWidth(p, bins) : byMass(p, bins);
  return members
    .filter(rows => rows.length > 0)
    .map(rows => ({ n: rows.length, predicted: meanOf(p, rows), observed: meanOf(truth, rows) }));
}

function byWidth(p: ArrayLike<number>, bins: number): number[][] {
  const edges = Array.from({ length: bins - 1 }, (_, at) => (at + 1) / bins);
  const members = Array.from({ length: bins }, (): number[] => []);
  for (let row = 0; row < p.length; row++) {
    members[edges.filter(edge => (p[row] ?? NaN) > edge).length]?.push(row);
  }
  return members;
}

function byMass(p: ArrayLike<number>, bins: number): number[][] {
  const order = Array.from(ascendingOrder(p));
  const [size, extra] = [Math.floor(order.length / bins), order.length % bins];
  return Array.from({ length: bins }, (_, at) => {
    const from = at * size + Math.min(at, extra);
    return order.slice(from, from + size + Number(at < extra));
  });
}

/**
 * Expected calibration error: the mean gap of the bins by their rows (M. P. Naeini and others, AAAI 2015), and the largest gap.
 * It depends on the number and kind of bins, and is too large for few rows: show both with it.
 */
export function calibrationError(bins: readonly CalibrationBin[]): {
  readonly expected: number;
  readonly maximum: number;
} {
  const rows = bins.reduce((sum, { n }) => sum + n, 0);
  const gaps = bins.map(({ predicted, observed }) => Math.abs(predicted - observed));
  return {
    expected: bins.reduce((sum, { n }, at) => sum + (n / rows) * (gaps[at] ?? 0), 0),
    maximum: Math.max(0, ...gaps),
  };
}

function meanOf(values: ArrayLike<number>, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (values[row] ?? NaN), 0) / rows.length;
}
