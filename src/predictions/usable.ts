import type { ColumnTable } from './columns';
import { placeOf } from './columns';
import type { Remark, RowCounts } from './evaluation';
import type { Loaded } from './load';
import { keysOf } from './load';
import type { Outcomes } from './outcomes';

/** The rows that count, and why others do not. */
export interface Usable {
  readonly rows: Uint32Array;
  readonly counts: RowCounts;
  readonly remarks: readonly Remark[];
}

export function usableRows(loaded: Loaded, outcomes: Outcomes): Usable {
  const { table, joined } = loaded;
  const { hasTruth, hasPrediction } = presence(outcomes);
  const rows = new Uint32Array(table.rows);
  let [used, withoutLabel, withoutPrediction] = [0, 0, 0];
  let [unlabelled, unpredicted] = [-1, -1];
  for (let row = 0; row < table.rows; row++) {
    if (!hasTruth(row)) {
      if (withoutLabel++ === 0) unlabelled = row;
    } else if (!hasPrediction(row)) {
      if (withoutPrediction++ === 0) unpredicted = row;
    } else rows[used++] = row;
  }
  const { unmatched = 0, unmatchedTruth = 0 } = joined ?? {};
  const counts: RowCounts = {
    read: table.rows,
    used,
    // A row without a partner has no label for that reason.
    withoutLabel: Math.max(0, withoutLabel - unmatched),
    withoutPrediction,
    unmatched,
    unmatchedTruth,
  };
  return {
    rows: rows.subarray(0, used),
    counts,
    remarks: [...countRemarks(table, counts, unlabelled, unpredicted), ...tableRemarks(loaded)],
  };
}

function presence(outcomes: Outcomes): {
  readonly hasTruth: (row: number) => boolean;
  readonly hasPrediction: (row: number) => boolean;
} {
  const is = (values: Float64Array | undefined, row: number): boolean =>
    values === undefined || !Number.isNaN(values[row]);
  switch (outcomes.kind) {
    case 'classes': {
      const { truth, predicted, score, proba } = outcomes;
      const isSaid = (row: number): boolean => predicted === undefined || (predicted[row] ?? -1) !== -1;
      return {
        hasTruth: row => (truth[row] ?? -1) >= 0,
        hasPrediction: row => isSaid(row) && is(score, row) && (proba ?? []).every(column => is(column, row)),
      };
    }
    case 'numbers':
      return {
        hasTruth: row => Number.isFinite(outcomes.truth[row]),
        hasPrediction: row => Number.isFinite(outcomes.predicted[row]),
      };
    case 'label-sets':
      return {
        hasTruth: row => outcomes.truth.every(column => is(column, row)),
        hasPrediction: row =>
          [...(outcomes.predicted ?? []), ...(outcomes.scores ?? [])].every(column => is(column, row)),
      };
    case 'clusters':
      return {
        hasTruth: row => (outcomes.truth[row] ?? -1) >= 0,
        hasPrediction: row => (outcomes.predicted[row] ?? -1) >= 0,
      };
    case 'ranked':
      return {
        hasTruth: row => Number.isFinite(outcomes.relevance[row]) && (outcomes.query[row] ?? -1) >= 0,
        hasPrediction: row => !Number.isNaN(outcomes.score[row]),
      };
  }
}

const rowsText = (count: number): string => `${count.toLocaleString('en-US')} row${count === 1 ? '' : 's'}`;
const have = (count: number): string => (count === 1 ? 'has' : 'have');

function countRemarks(
  table: ColumnTable,
  { read, withoutLabel, withoutPrediction, unmatched, unmatchedTruth }: RowCounts,
  unlabelled: number,
  unpredicted: number,
): readonly Remark[] {
  const remarks: Remark[] = [];
  const of = `of ${read.toLocaleString('en-US')}`;
  const at = (row: number) => (row < 0 ? {} : { place: placeOf(table, row) });
  if (withoutLabel > 0)
    remarks.push({
      severity: 'warning',
      code: 'no-label',
      message: `${rowsText(withoutLabel)} ${of} ${have(withoutLabel)} no truth, and ${withoutLabel === 1 ? 'does' : 'do'} not count.`,
      ...at(unlabelled),
    });
  if (withoutPrediction > 0)
    remarks.push({
      severity: 'warning',
      code: 'no-prediction',
      message: `${rowsText(withoutPrediction)} ${of} ${have(withoutPrediction)} no prediction or a NaN for a score, and ${withoutPrediction === 1 ? 'does' : 'do'} not count.`,
      ...at(unpredicted),
    });
  if (unmatched + unmatchedTruth > 0)
    remarks.push({
      severity: 'warning',
      code: 'unmatched',
      message: `${rowsText(unmatched)} ${of} ${have(unmatched)} no truth in the other file, which has ${rowsText(unmatchedTruth)} that nothing was predicted for.`,
    });
  return remarks;
}

/** What the table itself shows: rows that are too short, cells that are no numbers, ids that come twice. */
function tableRemarks({ table, roles, truth }: Loaded): readonly Remark[] {
  const remarks: Remark[] = [];
  if (table.short > 0)
    remarks.push({
      severity: 'warning',
      code: 'short-rows',
      message: `${rowsText(table.short)} ${have(table.short)} fewer cells than the header.`,
    });
  for (const [name, column] of [...table.columns, ...truth.map(one => ['truth', one] as const)]) {
    if (
      column.kind !== 'numbers' ||
      !column.first ||
      (name === 'truth' && [...table.columns.values()].includes(column))
    )
      continue;
    const called = name.slice(name.indexOf(':') + 1);
    remarks.push({
      severity: 'warning',
      code: 'not-a-number',
      message: `${rowsText(column.unreadable)} of \`${called}\` ${column.unreadable === 1 ? 'holds' : 'hold'} no number, such as \`${column.first.text.slice(0, 40)}\`.`,
      ...(name !== 'truth' && { place: placeOf(table, column.first.row) }),
    });
  }
  const repeated = repeatedIds(table);
  if (repeated)
    remarks.push({
      severity: 'warning',
      code: 'duplicate-id',
      message: `${rowsText(repeated.rows)} ${repeated.rows === 1 ? 'repeats' : 'repeat'} the id (${(roles.columns.id ?? []).join(', ')}) of an earlier row${roles.columns.split ? ' of the same split' : ''}: rows that count twice make every interval too narrow.`,
      place: placeOf(table, repeated.first),
    });
  return remarks;
}

/** Rows whose key was there before. */
function repeatedIds(table: ColumnTable): { readonly rows: number; readonly first: number } | undefined {
  const column = keysOf(table);
  if (!column) return undefined;
  const sorted = column.keys.slice().sort();
  const repeated = new Set(sorted.filter((key, at) => key !== 0 && key === sorted[at - 1]));
  if (repeated.size === 0) return undefined;
  const seen = new Set<number>();
  let [rows, first] = [0, -1];
  for (const [row, key] of column.keys.entries()) {
    if (!repeated.has(key)) continue;
    if (!seen.has(key)) seen.add(key);
    else if (rows++ === 0) first = row;
  }
  return { rows, first };
}
