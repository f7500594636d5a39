import { quantile } from '../../statistics/intervals/quantiles';
import type { ColumnProfile, Numbers } from '../profile';
import type { ColumnSummary } from '../summary/column';
import { estimateDistinct } from '../summary/distinct';
import type { RowSample } from '../summary/sample';

/** The quantiles that a profile tells. */
export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

const TOP = 5;

export function columnProfile(column: ColumnSummary, sample: RowSample): ColumnProfile {
  const { name, missing, counts } = column;
  const numbers = numbersOf(column, sample);
  const top = topOf(counts);
  return {
    name,
    kind: kindOfColumn(column),
    missing,
    distinct: counts
      ? { count: counts.size, exact: true }
      : { count: estimateDistinct(column.sketch), exact: false },
    ...(numbers && { numbers }),
    ...(top && { top }),
  };
}

export function kindOfColumn({ kinds }: ColumnSummary): ColumnProfile['kind'] {
  const present = (['number', 'boolean', 'time', 'text'] as const).filter(kind => kinds[kind] > 0);
  const [only] = present;
  return only === undefined ? 'empty' : present.length > 1 ? 'mixed' : only;
}

function numbersOf({ name, kinds, min, max }: ColumnSummary, sample: RowSample): Numbers | undefined {
  if (kinds.number === 0) return undefined;
  const sorted = sortedNumbers(sample, name);
  return { min, max, quantiles: QUANTILES.map(p => quantile(sorted, p)), sampled: sample.level > 0 };
}

/** A column's numbers in the sample, in order. */
export function sortedNumbers(sample: RowSample, column: string): Float64Array {
  const numbers = (sample.columns.get(column) ?? []).filter(value => !Number.isNaN(value));
  return Float64Array.from(numbers).sort();
}

function topOf(counts: ColumnSummary['counts']): ColumnProfile['top'] {
  if (!counts) return undefined;
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (String(a) < String(b) ? -1 : 1))
    .slice(0, TOP)
    .map(([value, rows]) => ({ value: String(value), rows }));
}
