import { groupGaps } from '../../statistics/decisions/groups';
import { newcombe } from '../../statistics/intervals/difference';
import type { Estimated, Fairness, SliceRow } from '../evaluation';
import type { Outcomes } from '../outcomes';
import type { Context } from './context';
import { LEVEL } from './context';
import { drawnEstimates, isPlain } from './drawn';
import { isBinary } from './quick';

/** A slice with its rows. */
export interface RatedSlice extends SliceRow {
  readonly rows: Uint32Array;
}

type Rated = RatedSlice & Required<Pick<SliceRow, 'rates'>>;

/** How far the slices of a column part in what is called positive. Rows without a value are no group. */
export async function fairness(
  slices: readonly RatedSlice[],
  outcomes: Outcomes,
  subset: Uint32Array,
  context: Context,
): Promise<Fairness | undefined> {
  const rated = slices.filter((slice): slice is Rated => !!slice.rates && slice.value !== 'missing');
  const sorted = [...rated].sort((a, b) => a.rates.selection.value - b.rates.selection.value);
  const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
  if (rated.length < 2 || !lowest || !highest) return undefined;
  return {
    ...groupGaps(rated.map(gapsOf)),
    lowest: lowest.value,
    highest: highest.value,
    gap:
      (isPlain(subset, context) ? byFormula(highest, lowest) : undefined) ??
      (await byDrawing(highest, lowest, outcomes, subset, context)),
  };
}

function gapsOf({ rates, n }: Rated) {
  return {
    n,
    selection: rates.selection.value,
    truePositiveRate: rates.truePositiveRate.value,
    falsePositiveRate: rates.falsePositiveRate.value,
    precision: rates.precision.value,
    accuracy: NaN,
    counts: { tp: 0, fp: 0, fn: 0, tn: 0 },
  };
}

/** Of shares whose rows count alike and are independent. */
function byFormula(highest: Rated, lowest: Rated): Estimated | undefined {
  const [high, low] = [highest.rates.selection.counts, lowest.rates.selection.counts];
  if (!high || !low) return undefined;
  const between = newcombe(high, low, LEVEL);
  return {
    value: between.value,
    n: low.n + high.n,
    interval: { low: between.low, high: between.high, level: LEVEL, method: 'newcombe' },
  };
}

async function byDrawing(
  highest: Rated,
  lowest: Rated,
  outcomes: Outcomes,
  subset: Uint32Array,
  context: Context,
): Promise<Estimated> {
  const n = highest.n + lowest.n;
  const none: Estimated = { value: NaN, n, noInterval: 'nothing says what was predicted' };
  if (!isBinary(outcomes)) return none;
  const { predicted, positive } = outcomes;
  const setOf = new Map([
    ...Array.from(highest.rows, row => [row, 1] as const),
    ...Array.from(lowest.rows, row => [row, 0] as const),
  ]);
  const both = subset.filter(row => setOf.has(row));
  const of = (weights: Float64Array): readonly number[] => {
    const [called, all] = [
      [0, 0],
      [0, 0],
    ];
    both.forEach((row, at) => {
      const [set, weight] = [setOf.get(row) ?? 0, weights[at] ?? 0];
      all[set] = (all[set] ?? 0) + weight;
      if (predicted?.[row] === positive) called[set] = (called[set] ?? 0) + weight;
    });
    const share = (set: number): number => (called[set] ?? 0) / (all[set] ?? 0);
    return [share(1) - share(0)];
  };
  const [gap = none] = await drawnEstimates(both, context, { n: [n], of });
  return gap;
}
