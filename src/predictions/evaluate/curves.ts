import type { Curve } from '../evaluation';
import type { ScoredRows } from './scored-units';

/** Points that a curve is drawn with at most. */
export const MOST_POINTS = 400;

/** The curves of scores, from one pass over the rows. */
export interface ScoreCurves {
  readonly roc: Curve;
  readonly precisionRecall: Curve;
  readonly gains: Curve;
}

/** None where a class does not occur. */
export function scoreCurves({ truth, last }: ScoredRows): ScoreCurves | undefined {
  const positives = truth.reduce((sum, value) => sum + value, 0);
  const negatives = truth.length - positives;
  if (positives === 0 || negatives === 0) return undefined;
  const steps: { readonly tp: number; readonly rows: number }[] = [];
  let tp = 0;
  for (let at = 0; at < truth.length; at++) {
    tp += truth[at] ?? 0;
    if (last[at] === 1) steps.push({ tp, rows: at + 1 });
  }
  const curve = (x: (step: (typeof steps)[number]) => number, y: typeof x, start?: [number, number]): Curve =>
    thinned([...(start ? [start[0]] : []), ...steps.map(x)], [...(start ? [start[1]] : []), ...steps.map(y)]);
  return {
    roc: curve(
      step => (step.rows - step.tp) / negatives,
      step => step.tp / positives,
      [0, 0],
    ),
    precisionRecall: curve(
      step => step.tp / positives,
      step => step.tp / step.rows,
    ),
    gains: curve(
      step => step.rows / truth.length,
      step => step.tp / positives,
      [0, 0],
    ),
  };
}

/** The same line with fewer points: the first and last, and evenly spaced steps along its length. */
export function thinned(x: readonly number[], y: readonly number[], most = MOST_POINTS): Curve {
  const n = x.length;
  if (n <= most) return { x, y, of: n };
  const along = lengths(x, y);
  const whole = along[n - 1] ?? 0;
  const kept: number[] = [];
  let next = 0;
  for (let at = 0; at < n; at++) {
    if ((along[at] ?? 0) < next && at < n - 1) continue;
    kept.push(at);
    next = ((Math.floor(((along[at] ?? 0) * (most - 1)) / whole) + 1) * whole) / (most - 1);
  }
  return { x: kept.map(at => x[at] ?? NaN), y: kept.map(at => y[at] ?? NaN), of: n };
}

/** How long the line is up to each point; each axis counts by its own extent. */
function lengths(x: readonly number[], y: readonly number[]): Float64Array {
  const [dx, dy] = [extent(x), extent(y)];
  const along = new Float64Array(x.length);
  for (let at = 1; at < x.length; at++) {
    const step = Math.hypot(((x[at] ?? 0) - (x[at - 1] ?? 0)) / dx, ((y[at] ?? 0) - (y[at - 1] ?? 0)) / dy);
    along[at] = (along[at - 1] ?? 0) + step;
  }
  return along;
}

function extent(values: readonly number[]): number {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high > low ? high - low : 1;
}
