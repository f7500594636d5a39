import { dice } from '../../statistics/intervals/dice';
import { meanInterval } from '../../statistics/intervals/mean';
import type { Estimated } from '../evaluation';
import type { Context } from './context';
import { LEVEL, shareOf } from './context';
import { drawnEstimates, isPlain } from './drawn';
import type { Sampling } from './replicate';

/** A figure of some of the rows that are evaluated: `Σ w value / Σ w per`. */
export interface Part {
  /**
   * `share`: of rows, `value` is 0 or 1. `f1`: `value` is 2 for a hit, `per` how many of truth and prediction name the
   * class. `ratio`: of two sums.
   */
  readonly kind: 'share' | 'mean' | 'f1' | 'ratio';
  /** Which rows, by their place among all. */
  readonly at: Uint32Array;
  /** Of each of these. */
  readonly values: ArrayLike<number>;
  /** 1 of each unless given. */
  readonly per?: ArrayLike<number>;
}

/** All of those places among so many of which something holds, with a value of each. */
export function partOf(
  kind: Part['kind'],
  rows: number,
  holds: (at: number) => boolean,
  value: (at: number) => number,
): Part {
  const at = Uint32Array.from({ length: rows }, (_, place) => place).filter(holds);
  return { kind, at, values: Float64Array.from(at, value) };
}

/**
 * Each with its interval: by formulas where rows count alike and are independent, else by drawing them.
 *
 * @param sampling how rows are drawn that follow each other in time
 */
export async function partEstimates(
  parts: readonly Part[],
  subset: Uint32Array,
  context: Context,
  sampling?: Sampling,
): Promise<readonly Estimated[]> {
  const plain = !sampling && isPlain(subset, context);
  const asked = plain ? parts.filter(({ kind }) => kind === 'ratio') : parts;
  const drawn = asked.length === 0 ? [] : await drawnParts(asked, subset, context, sampling);
  return parts.map(part => drawn[asked.indexOf(part)] ?? byFormula(part));
}

function drawnParts(
  parts: readonly Part[],
  subset: Uint32Array,
  context: Context,
  sampling: Sampling | undefined,
): Promise<readonly Estimated[]> {
  const of = (weights: Float64Array): readonly number[] => parts.map(part => ratio(part, weights));
  const n = parts.map(({ at }) => at.length);
  return drawnEstimates(subset, context, { n, of }, sampling);
}

function ratio({ at, values, per }: Part, weights: Float64Array): number {
  let [sum, whole] = [0, 0];
  for (let index = 0; index < at.length; index++) {
    const weight = weights[at[index] ?? 0] ?? 0;
    sum += weight * (values[index] ?? NaN);
    whole += weight * (per?.[index] ?? 1);
  }
  return sum / whole;
}

function byFormula({ kind, at, values, per = [] }: Part): Estimated {
  const n = at.length;
  switch (kind) {
    case 'share':
      return shareOf(sumOf(values), n);
    case 'mean':
      return meanOf(values);
    case 'f1':
      return f1Of(sumOf(values) / 2, n);
    case 'ratio':
      return { value: sumOf(values) / sumOf(per), n, noInterval: 'no formula gives it' };
  }
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] ?? NaN;
  return sum;
}

/** The mean of independent values, with Student's interval. */
export function meanOf(values: ArrayLike<number>): Estimated {
  const n = values.length;
  if (n === 0) return { value: NaN, n, noInterval: 'there is no row to count' };
  const { value, low, high } = meanInterval(Array.from(values), LEVEL);
  if (!Number.isFinite(low)) return { value, n, noInterval: 'there is a single row' };
  return { value, n, interval: { low, high, level: LEVEL, method: 'student-t' } };
}

/** F1 of `hits` among the rows that are of a class or were predicted to be. */
export function f1Of(hits: number, either: number): Estimated {
  if (either === 0) return { value: 0, n: 0, noInterval: 'there is no row to count' };
  const { value, low, high } = dice(hits, either, LEVEL);
  return { value, n: either, interval: { low, high, level: LEVEL, method: 'wilson-dice' } };
}
