import { jensenShannonDistance } from '../../statistics/drift/divergence';
import { stabilityIndex } from '../../statistics/drift/stability';
import { independence } from '../../statistics/tests/chi-squared';
import { kolmogorovSmirnov } from '../../statistics/tests/kolmogorov-smirnov';
import { kindOfColumn, sortedNumbers } from '../audit/column-profile';
import type { ColumnDrift } from '../profile';
import type { ColumnSummary } from '../summary/column';
import type { RowSample } from '../summary/sample';
import type { Binned } from './bins';
import { binCategories, binNumbers, withMissing } from './bins';

/** A column of one split, with the sample that its numbers are taken from. */
export interface ColumnOf {
  readonly column: ColumnSummary;
  readonly sample: RowSample;
}

/** Numbers with no more values than this are categories: codes, counts, truth as 0 and 1. */
const MAX_CODES = 20;

/** How far a column has drifted, or a clause why that cannot be told. */
export function columnDrift(
  reference: ColumnOf,
  current: ColumnOf,
  { bins, floor }: { readonly bins: number; readonly floor: number },
): ColumnDrift | string {
  const [before, now] = [kindOfColumn(reference.column), kindOfColumn(current.column)];
  if (before === 'empty' || now === 'empty')
    return `it has no value in ${before === 'empty' ? 'the reference' : 'current data'}`;
  if (before === 'time' || now === 'time') return 'it holds times';
  if (isCategorical(reference.column) && isCategorical(current.column))
    return categories(reference, current, floor);
  if (before !== now) return `it holds ${KINDS[before]} in the reference and ${KINDS[now]} in current data`;
  if (before !== 'number') return 'it has more different values than categories have';
  return numbers(reference, current, bins, floor);
}

const KINDS = {
  number: 'numbers',
  boolean: 'truth values',
  time: 'times',
  text: 'texts',
  mixed: 'values of several kinds',
} as const;

function isCategorical({ counts, kinds }: ColumnSummary): boolean {
  if (!counts) return false;
  if (kinds.number > 0 && kinds.text + kinds.boolean === 0) return counts.size <= MAX_CODES;
  return kinds.text === 0 || counts.size <= kinds.text / 2;
}

function categories(reference: ColumnOf, current: ColumnOf, floor: number): ColumnDrift {
  const [before, now] = [reference.column, current.column];
  const binned = withMissing(
    binCategories(before.counts ?? new Map(), now.counts ?? new Map()),
    before.missing,
    now.missing,
  );
  const drift = compared(before.name, binned, floor);
  const used = binned.reference.flatMap((count, at) => (count + (binned.current[at] ?? 0) > 0 ? [at] : []));
  if (used.length < 2) return { ...drift, chi2: { p: 1, cramersV: 0, df: 0 } };
  const table = [binned.reference, binned.current].map(counts => used.map(at => counts[at] ?? 0));
  const { p, cramersV, df } = independence(table);
  return { ...drift, chi2: { p, cramersV, df } };
}

function numbers(reference: ColumnOf, current: ColumnOf, bins: number, floor: number): ColumnDrift {
  const { name } = reference.column;
  const [before, now] = [sortedNumbers(reference.sample, name), sortedNumbers(current.sample, name)];
  const binned = withMissing(
    binNumbers(before, now, bins),
    reference.sample.hashes.length - before.length,
    current.sample.hashes.length - now.length,
  );
  const { distance, p } = kolmogorovSmirnov(before, now);
  return { ...compared(name, binned, floor), ks: { distance, p } };
}

function compared(column: string, binned: Binned, floor: number): ColumnDrift {
  const [n, m] = [total(binned.reference), total(binned.current)];
  const shares = binned.reference.map(count => count / n);
  const psi = stabilityIndex(
    shares,
    binned.current.map(count => count / m),
    floor,
  );
  const js = jensenShannonDistance(binned.reference, binned.current);
  return { column, rows: [n, m], bins: binned.reference.length, psi, js };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
