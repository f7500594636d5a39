import type { ScoredUnits } from '../../statistics/classification/weighted';
import { ascendingOrder } from '../../statistics/ranking/order';
import type { ClassOutcomes } from '../outcomes';
import { flagsOver, gather } from './context';

/** Rows of two classes by falling score, ready for one pass; without scores in their own order. */
export interface ScoredRows extends ScoredUnits {
  /** Rows of the table, in the same order. */
  readonly rows: Uint32Array;
  /** Where each stood among the rows as they were given. */
  readonly from: Uint32Array;
  readonly scores?: Float64Array;
}

export type BinaryOutcomes = ClassOutcomes & { readonly positive: number };

export function scoredRows(outcomes: BinaryOutcomes, subset: Uint32Array): ScoredRows {
  const { score, isProbability, predicted, truth: codes, positive } = outcomes;
  const from = score ? falling(gather(score, subset)) : Uint32Array.from(subset.keys());
  const rows = from.map(at => subset[at] ?? 0);
  const truth = flagsOver(rows, row => codes[row] === positive);
  const said = predicted && flagsOver(rows, row => predicted[row] === positive);
  const given = { rows, from, truth, ...(said && { predicted: said }) };
  if (!score) return { ...given, last: new Uint8Array(rows.length).fill(1) };
  const scores = gather(score, rows);
  const last = new Uint8Array(scores.length);
  for (let at = 0; at < last.length; at++) last[at] = Number(scores[at] !== scores[at + 1]);
  if (!isProbability) return { ...given, last, scores };
  return {
    ...given,
    last,
    scores,
    logLoss: scores.map((p, at) => -Math.log(clipped(truth[at] === 1 ? p : 1 - p))),
    square: scores.map((p, at) => (p - (truth[at] ?? NaN)) ** 2),
  };
}

/** As scikit-learn keeps probabilities away from 0 and 1. */
export const clipped = (p: number): number => Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, p));

/** Places by falling score. */
function falling(scores: Float64Array): Uint32Array {
  return ascendingOrder(scores).reverse();
}

export interface Cells extends ScoredUnits {
  readonly counts: Float64Array;
}

/** So many bins of scores stand for all of them. */
const BINS = 2048;

/**
 * A table of counts: rows of neighbouring scores, one class and one prediction are one cell. Rows of one score are never
 * parted.
 */
export function cellsOf({ truth, last, predicted, logLoss, square }: ScoredRows): Cells {
  const least = truth.length / BINS;
  const cells: {
    truth: number;
    predicted: number;
    isLast: number;
    count: number;
    loss: number;
    square: number;
  }[] = [];
  for (let from = 0; from < truth.length;) {
    let to = from;
    while (to < truth.length && (to - from < least || last[to - 1] !== 1)) to += 1;
    const bin = [0, 1, 2, 3].map(kind => ({
      truth: kind >> 1,
      predicted: kind & 1,
      isLast: 0,
      count: 0,
      loss: 0,
      square: 0,
    }));
    for (let at = from; at < to; at++) {
      const cell = bin[2 * (truth[at] ?? 0) + (predicted?.[at] ?? 0)];
      if (!cell) continue;
      cell.count += 1;
      cell.loss += logLoss?.[at] ?? 0;
      cell.square += square?.[at] ?? 0;
    }
    const used = bin.filter(({ count }) => count > 0);
    const end = used[used.length - 1];
    if (end) end.isLast = 1;
    cells.push(...used);
    from = to;
  }
  return {
    truth: Uint8Array.from(cells, cell => cell.truth),
    last: Uint8Array.from(cells, cell => cell.isLast),
    counts: Float64Array.from(cells, cell => cell.count),
    ...(predicted && { predicted: Uint8Array.from(cells, cell => cell.predicted) }),
    ...(logLoss && { logLoss: Float64Array.from(cells, cell => cell.loss / cell.count) }),
    ...(square && { square: Float64Array.from(cells, cell => cell.square / cell.count) }),
  };
}
