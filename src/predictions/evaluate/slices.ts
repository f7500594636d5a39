import { groupGaps } from '../../statistics/decisions/groups';
import { newcombe } from '../../statistics/intervals/difference';
import { independence } from '../../statistics/tests/chi-squared';
import { fisherExact } from '../../statistics/tests/fisher';
import { holm } from '../../statistics/tests/multiple';
import { momentsOf, welch } from '../../statistics/tests/welch';
import type { LabelColumn } from '../columns';
import type { Difference, Fairness, GroupRate, SliceBlock, SliceRow, TestId } from '../evaluation';
import { MOST_SLICES } from '../evaluation';
import type { MetricId } from '../methods';
import type { Outcomes } from '../outcomes';
import { LEVEL, shareOf } from './context';
import { isBinary, quickScores, rowMeasure } from './quick';
import type { BinaryOutcomes } from './scored-units';

/** Each slice of each column, against the rows outside of it; p values are adjusted for all of them together. */
export function sliceBlocks(
  outcomes: Outcomes,
  subset: Uint32Array,
  columns: ReadonlyMap<string, LabelColumn>,
): readonly SliceBlock[] {
  const parts = [...columns].map(([column, labels]) => ({ column, ...slicesOf(labels, subset) }));
  const raw = parts.map(({ slices }) => slices.map(({ rows }) => difference(outcomes, subset, rows)));
  const adjusted = holm(raw.flat().flatMap(one => (one ? [one.p] : [])));
  let next = 0;
  return parts.map(({ column, slices, left }, at): SliceBlock => {
    const rows = slices.map(({ value, rows: own }, index): SliceRow => {
      const test = raw[at]?.[index];
      return {
        value,
        n: own.length,
        scores: quickScores(outcomes, own),
        ...(test && { difference: { ...test, adjusted: adjusted[next++] ?? NaN } }),
        ...(isBinary(outcomes) && outcomes.predicted && { rates: ratesOf(outcomes, own) }),
      };
    });
    const fair = fairness(rows);
    return { column, slices: rows, left, ...(fair && { fairness: fair }) };
  });
}

interface Slice {
  readonly value: string;
  readonly rows: Uint32Array;
}

function slicesOf(
  { codes, labels }: LabelColumn,
  subset: Uint32Array,
): {
  readonly slices: readonly Slice[];
  readonly left: number;
} {
  const counts = new Map<number, number>();
  for (const row of subset) counts.set(codes[row] ?? -1, (counts.get(codes[row] ?? -1) ?? 0) + 1);
  const kept = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_SLICES);
  return {
    slices: kept.map(([code]) => ({
      value: code < 0 ? 'missing' : String(labels[code] ?? ''),
      rows: subset.filter(row => (codes[row] ?? -1) === code),
    })),
    left: counts.size - kept.length,
  };
}

/** A slice against all other rows: shares of right rows, or mean absolute errors. */
function difference(
  outcomes: Outcomes,
  subset: Uint32Array,
  rows: Uint32Array,
): Omit<Difference, 'adjusted'> | undefined {
  const measure = rowMeasure(outcomes);
  const others = subset.length - rows.length;
  if (!measure || rows.length === 0 || others === 0) return undefined;
  if (outcomes.kind === 'numbers') return ofErrors(measure, subset, rows);
  const hits = (own: Uint32Array): number => own.reduce((sum, row) => sum + measure(row), 0);
  const [right, all] = [hits(rows), hits(subset)];
  const { test, p } = shareTest(right, rows.length - right, all - right, others - (all - right));
  return { metric: 'accuracy', value: right / rows.length - (all - right) / others, test, p };
}

/** Under so many expected rows in a cell the chi-squared distribution is no good stand-in. */
const FEW_EXPECTED = 5;

/** Do two shares differ? Exactly where there are few rows. */
function shareTest(
  a: number,
  b: number,
  c: number,
  d: number,
): { readonly test: TestId; readonly p: number } {
  const n = a + b + c + d;
  if (a + c === 0 || b + d === 0) return { test: 'fisher', p: 1 };
  const least = (Math.min(a + b, c + d) * Math.min(a + c, b + d)) / n;
  if (least < FEW_EXPECTED) return { test: 'fisher', p: fisherExact(a, b, c, d) };
  return {
    test: 'chi-squared',
    p: independence([
      [a, b],
      [c, d],
    ]).p,
  };
}

function ofErrors(
  measure: (row: number) => number,
  subset: Uint32Array,
  rows: Uint32Array,
): Omit<Difference, 'adjusted'> | undefined {
  const inside = new Set(rows);
  const own = momentsOf(Float64Array.from(rows, measure));
  const rest = momentsOf(
    Float64Array.from(
      subset.filter(row => !inside.has(row)),
      measure,
    ),
  );
  const { p } = welch(own, rest);
  if (Number.isNaN(p)) return undefined;
  const metric: MetricId = 'mae';
  return { metric, value: own.mean - rest.mean, test: 'welch', p };
}

function ratesOf({ truth, predicted, positive }: BinaryOutcomes, rows: Uint32Array): GroupRate {
  let [tp, fp, fn, tn] = [0, 0, 0, 0];
  for (const row of rows) {
    const said = predicted?.[row] === positive;
    if (truth[row] === positive) {
      if (said) tp += 1;
      else fn += 1;
    } else if (said) fp += 1;
    else tn += 1;
  }
  return {
    selection: shareOf(tp + fp, rows.length),
    truePositiveRate: shareOf(tp, tp + fn),
    falsePositiveRate: shareOf(fp, fp + tn),
    precision: shareOf(tp, tp + fp),
  };
}

/** How far the slices of a column part in what is called positive. Rows without a value are no group. */
function fairness(rows: readonly SliceRow[]): Fairness | undefined {
  const rated = rows.flatMap(({ value, rates, n }) =>
    rates && value !== 'missing' ? [{ value, rates, n }] : [],
  );
  if (rated.length < 2) return undefined;
  const gaps = groupGaps(
    rated.map(({ rates, n }) => ({
      n,
      selection: rates.selection.value,
      truePositiveRate: rates.truePositiveRate.value,
      falsePositiveRate: rates.falsePositiveRate.value,
      precision: rates.precision.value,
      accuracy: NaN,
      counts: { tp: 0, fp: 0, fn: 0, tn: 0 },
    })),
  );
  const sorted = [...rated].sort((a, b) => a.rates.selection.value - b.rates.selection.value);
  const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
  const [low, high] = [lowest?.rates.selection.counts, highest?.rates.selection.counts];
  if (!lowest || !highest || !low || !high) return undefined;
  const between = newcombe(high, low, LEVEL);
  return {
    ...gaps,
    lowest: lowest.value,
    highest: highest.value,
    gap: {
      value: between.value,
      n: low.n + high.n,
      interval: { low: between.low, high: between.high, level: LEVEL, method: 'newcombe' },
    },
  };
}
