import { holm } from '../../statistics/tests/multiple';
import type { LabelColumn } from '../columns';
import type { SliceBlock } from '../evaluation';
import { MOST_SLICES } from '../evaluation';
import type { Outcomes } from '../outcomes';
import type { Context } from './context';
import type { RatedSlice } from './fairness';
import { fairness } from './fairness';
import { sliceFigures } from './slice-figures';
import { sliceDifference } from './slice-tests';

/** Each slice of each column, against the rows outside of it; p values are adjusted for all of them together. */
export async function sliceBlocks(
  outcomes: Outcomes,
  subset: Uint32Array,
  columns: ReadonlyMap<string, LabelColumn>,
  context: Context,
): Promise<readonly SliceBlock[]> {
  const parts = [...columns].map(([column, labels]) => ({ column, ...slicesOf(labels, subset) }));
  const raw = parts.map(({ slices }) =>
    slices.map(({ rows }) => sliceDifference(outcomes, subset, rows, context)),
  );
  const adjusted = holm(raw.flat().flatMap(one => (one ? [one.p] : [])));
  let next = 0;
  const blocks: SliceBlock[] = [];
  for (const [at, { column, slices, left }] of parts.entries()) {
    const rated: RatedSlice[] = [];
    for (const [index, { value, rows }] of slices.entries()) {
      const test = raw[at]?.[index];
      rated.push({
        value,
        n: rows.length,
        rows,
        ...(await sliceFigures(outcomes, rows, context)),
        ...(test && { difference: { ...test, adjusted: adjusted[next++] ?? NaN } }),
      });
    }
    const fair = await fairness(rated, outcomes, subset, context);
    blocks.push({ column, slices: rated.map(withoutRows), left, ...(fair && { fairness: fair }) });
  }
  return blocks;
}

/** What is sent between threads does not grow with the file. */
function withoutRows({ rows: _, ...slice }: RatedSlice): Omit<RatedSlice, 'rows'> {
  return slice;
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
