import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { ALIASES, plainName } from './aliases';
import type { ColumnKind } from './build-column';
import type { Column, ColumnTable } from './columns';
import type { Head, HeadColumn } from './head';
import { readHead } from './head';
import type { ColumnReading, UnreadFile } from './read';
import { readColumns } from './read';
import type { JoinedTruth, PredictionsRequest } from './request';

export type { JoinedTruth };

/** The truth in another file, ready to be brought into the order of the predictions. */
export interface OtherTruth {
  readonly head: HeadColumn;
  join(kind: ColumnKind, predictions: ColumnTable): Promise<Result<JoinedColumns, UnreadFile>>;
}

export interface JoinedColumns {
  readonly columns: readonly Column[];
  /** Rows that have no partner. */
  readonly unmatched: number;
  /** Rows of the other file that have none. */
  readonly unmatchedTruth: number;
}

/** Finds the columns of the truth and of the key in the other file. */
export async function readTruth(
  request: PredictionsRequest,
  truth: JoinedTruth,
  own: Head,
  reading: ColumnReading,
): Promise<Result<OtherTruth, UnreadFile>> {
  const [file = ''] = truth.files;
  const head = await readHead(file, reading);
  if (!head.ok) return head;
  const column = truthColumn(head.value, truth, request.target);
  const found = column === undefined ? undefined : head.value.get(column);
  if (column === undefined || !found)
    return fail({ file, reason: 'no column says what is true; name it in `data.predictions.truth.y_true`' });
  const lacking = truth.on.find(name => !head.value.has(name));
  if (lacking !== undefined) return fail({ file, reason: noKey(lacking) });
  const missing = truth.on.find(name => !own.has(name));
  if (missing !== undefined) return fail({ file: request.files[0] ?? '', reason: noKey(missing) });
  return ok({
    head: found,
    join: async (kind, predictions) => {
      const other = await readColumns(
        truth.files,
        [
          { name: 'truth', of: [column], kind },
          { name: 'join', of: truth.on, kind: 'keys' },
        ],
        reading,
      );
      return other.ok ? joinedBy(file, predictions, other.value, ['truth']) : other;
    },
  });
}

const noKey = (column: string): string =>
  `it has no column \`${column}\`, by which \`data.predictions.truth.on\` joins the rows`;

function truthColumn(
  head: Head,
  { column, on }: JoinedTruth,
  target: string | undefined,
): string | undefined {
  if (column !== undefined) return head.has(column) ? column : undefined;
  if (target !== undefined && head.has(target)) return target;
  const free = [...head.keys()].filter(name => !on.includes(name));
  const called = ALIASES.y_true.flatMap(alias => free.filter(name => plainName(name) === alias));
  return called[0] ?? (free.length === 1 ? free[0] : undefined);
}

/** Brings columns of another table into the order of this one, by `join`. Of a key that comes twice nothing is taken. */
export function joinedBy(
  file: string,
  own: ColumnTable,
  other: ColumnTable,
  names: readonly string[],
): Result<JoinedColumns, UnreadFile> {
  const found = partnersBy(file, own.columns.get('join'), other.columns.get('join'), other);
  if (!found.ok) return found;
  const partner = found.value;
  const matched = partner.filter(row => row >= 0);
  return ok({
    columns: names.flatMap(name => {
      const column = other.columns.get(name);
      return column ? [reordered(column, partner)] : [];
    }),
    unmatched: partner.length - matched.length,
    unmatchedTruth: other.rows - new Set(matched).size,
  });
}

/** Of each row of this table the row of the other that has the same key; -1 where none has. */
export function partnersBy(
  file: string,
  mine: Column | undefined,
  theirs: Column | undefined,
  { at }: Pick<ColumnTable, 'at'>,
): Result<Int32Array, UnreadFile> {
  if (mine?.kind !== 'keys' || theirs?.kind !== 'keys') return fail({ file, reason: 'its key was not read' });
  const rowOf = new Map<number, number>();
  for (const [row, key] of theirs.keys.entries()) {
    if (key === 0) continue;
    if (rowOf.has(key)) {
      const place = at[row] ?? 0;
      const reason = `the key in line ${place} was there before; rows can be joined only by what is different in each`;
      return fail({ file, reason, line: place });
    }
    rowOf.set(key, row);
  }
  return ok(Int32Array.from(mine.keys, key => (key === 0 ? -1 : (rowOf.get(key) ?? -1))));
}

/** A column in the order of another table. */
export function reordered(column: Column, partner: Int32Array): Column {
  switch (column.kind) {
    case 'numbers':
      return {
        ...column,
        values: Float64Array.from(partner, row => (row < 0 ? NaN : (column.values[row] ?? NaN))),
      };
    case 'labels':
      return { ...column, codes: partner.map(row => (row < 0 ? -1 : (column.codes[row] ?? -1))) };
    case 'keys':
      return { ...column, keys: Float64Array.from(partner, row => (row < 0 ? 0 : (column.keys[row] ?? 0))) };
  }
}
