import { quantile } from '../../statistics/intervals/quantiles';
import type { Present } from '../summary/column';

/** How often each bin occurs in the reference and in current data. */
export interface Binned {
  readonly reference: readonly number[];
  readonly current: readonly number[];
}

/** More categories than this are counted together, the rarest of the reference first. */
const MAX_CATEGORIES = 50;

/**
 * Numbers counted in bins between the reference's quantiles, open at both ends; equal bounds make one bin. A number on a
 * bound belongs to the bin above.
 */
export function binNumbers(reference: Float64Array, current: Float64Array, bins: number): Binned {
  const inner = Array.from({ length: bins - 1 }, (_, at) => quantile(reference, (at + 1) / bins));
  const bounds = [...new Set(inner)];
  return { reference: countBetween(reference, bounds), current: countBetween(current, bounds) };
}

function countBetween(sorted: Float64Array, bounds: readonly number[]): number[] {
  const below = [...bounds.map(bound => lowerBound(sorted, bound)), sorted.length];
  return below.map((count, at) => count - (below[at - 1] ?? 0));
}

/** How many numbers are smaller than `bound`. */
function lowerBound(sorted: Float64Array, bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Counts = ReadonlyMap<Present, number>;

/** Categories of either, the rare ones together. */
export function binCategories(reference: Counts, current: Counts): Binned {
  const all = [...new Set([...reference.keys(), ...current.keys()])];
  const ranked = all.sort(
    (a, b) => (reference.get(b) ?? 0) - (reference.get(a) ?? 0) || (String(a) < String(b) ? -1 : 1),
  );
  const own = ranked.length > MAX_CATEGORIES ? ranked.slice(0, MAX_CATEGORIES - 1) : ranked;
  const rest = ranked.slice(own.length);
  const count = (counts: Counts): number[] => [
    ...own.map(value => counts.get(value) ?? 0),
    ...(rest.length > 0 ? [rest.reduce<number>((sum, value) => sum + (counts.get(value) ?? 0), 0)] : []),
  ];
  return { reference: count(reference), current: count(current) };
}

/** Values that are missing are a bin of their own, where any are. */
export function withMissing(binned: Binned, reference: number, current: number): Binned {
  if (reference + current === 0) return binned;
  return { reference: [...binned.reference, reference], current: [...binned.current, current] };
}
