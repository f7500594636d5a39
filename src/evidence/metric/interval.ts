import { wilson } from '../../statistics/intervals/wilson';
import type { Measured } from '../measure';

const LEVEL = 0.95;

/** The 95 % interval of a value, where its source gives counts or it was computed from rows. */
export function intervalOf({ counts, computed, difference }: Measured) {
  const interval = counts ? wilson(counts.successes, counts.n, LEVEL) : (computed?.interval ?? difference);
  const n = counts?.n ?? computed?.n ?? difference?.n;
  if (!interval || n === undefined) return undefined;
  const { low, high } = interval;
  return { low, high, text: `95 % interval ${low.toFixed(3)} to ${high.toFixed(3)}, n = ${n}` };
}
