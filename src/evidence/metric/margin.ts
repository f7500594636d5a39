import type { Arithmetic, MetricRef } from '../../manifest/expression/ast';
import { squareAndAdd } from '../../statistics/intervals/difference';
import type { Estimate, Interval } from '../../statistics/intervals/interval';
import { areApart } from '../difference';
import type { Measured } from '../measure';
import { boundsOf } from './bounds';
import { intervalOf } from './interval';

/** The left side of a comparison less its right, with the 95 % interval of that difference where both sides have one. */
export interface Margin {
  readonly value: number;
  readonly interval?: Interval;
  /** The sides may be of the same rows, or depend on each other otherwise: their errors are taken to add up. */
  readonly widest: boolean;
}

/** @param measured what each metric that the sides mention was measured as */
export function marginOf(
  left: Arithmetic,
  right: Arithmetic,
  value: number,
  measured: ReadonlyMap<MetricRef, Measured>,
): Margin {
  const independent = ofOtherRows(left, right, measured);
  if (independent && Number.isFinite(value)) return { value, interval: independent, widest: false };
  const own = (ref: MetricRef): Interval | undefined => {
    const found = measured.get(ref);
    return found && intervalOf(found);
  };
  const [a, b] = [boundsOf(left, own), boundsOf(right, own)];
  if (!a || !b || !Number.isFinite(value)) return { value, widest: true };
  return { value, interval: { low: a.low - b.high, high: a.high - b.low }, widest: true };
}

/** Two metrics of two splits, one of them perhaps more or less a number: `recall[split=test] >= recall[split=train] - 0.05`. */
function ofOtherRows(
  left: Arithmetic,
  right: Arithmetic,
  measured: ReadonlyMap<MetricRef, Measured>,
): Interval | undefined {
  const sides = [left, right].map(node => shiftedMetric(node));
  const [first, second] = sides.map(side => side && measured.get(side.metric));
  const [a, b] = [first?.parts[0], second?.parts[0]];
  if (!first || !second || !a || !b || !areApart(a, b)) return undefined;
  const [one, other] = [estimateOf(first), estimateOf(second)];
  if (!one || !other) return undefined;
  const { low, high } = squareAndAdd(one, other);
  const shift = (sides[0]?.by ?? 0) - (sides[1]?.by ?? 0);
  return { low: low + shift, high: high + shift };
}

function estimateOf(measured: Measured): Estimate | undefined {
  const interval = intervalOf(measured);
  return interval && { value: measured.value, low: interval.low, high: interval.high };
}

/** A metric, and what is added to it. */
function shiftedMetric(node: Arithmetic): { readonly metric: MetricRef; readonly by: number } | undefined {
  if (node.kind === 'metric') return { metric: node, by: 0 };
  if (node.kind !== 'binary' || (node.op !== '+' && node.op !== '-')) return undefined;
  const { left, right, op } = node;
  if (left.kind === 'metric' && right.kind === 'number')
    return { metric: left, by: op === '+' ? right.value : -right.value };
  return op === '+' && left.kind === 'number' && right.kind === 'metric'
    ? { metric: right, by: left.value }
    : undefined;
}
