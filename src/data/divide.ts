import type { SplitRole } from '../base/declarations';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { roleAmong, roleOf } from '../base/split-roles';
import type { Division } from './request';
import { timeOf } from './summary/extent';
import { valueOf } from './summary/value';
import type { Batch, TableProblem } from './table/batch';

/** Rows that belong to one split, as indices in their batch. */
export interface Part {
  readonly split: string;
  readonly role: SplitRole;
  readonly indices: readonly number[];
}

/** Rows between training and test that a cutoff leaves out. */
export const LEFT_OUT = 'left out';
/** Rows whose time is missing or cannot be read. */
export const UNDATED = 'undated';

const MAX_SPLITS = 50;

/** Deals the rows of a batch out to splits. */
export function divide(
  batch: Batch,
  own: { readonly name: string; readonly role: SplitRole },
  division: Division | undefined,
  time: string | undefined,
): Result<readonly Part[], TableProblem> {
  if (!division) {
    return ok([
      { split: own.name, role: own.role, indices: Array.from({ length: batch.rows }, (_, i) => i) },
    ]);
  }
  const column = division.by === 'column' ? division.column : time;
  if (column === undefined) return fail(NO_TIME);
  const cells = batch.cells[batch.columns.indexOf(column)];
  if (!cells) return fail(noColumn(column));
  const parts = new Map<string, number[]>();
  for (let row = 0; row < batch.rows; row++) {
    const name = nameOf(division, valueOf(cells[row] ?? null));
    const rows = parts.get(name) ?? [];
    parts.set(name, rows);
    rows.push(row);
  }
  if (parts.size > MAX_SPLITS) return fail(tooMany(column));
  return ok([...parts].map(([split, indices]) => ({ split, role: roleOfPart(division, split), indices })));
}

function nameOf(division: Division, value: ReturnType<typeof valueOf>): string {
  if (division.by === 'column') return value === null ? 'missing' : String(value);
  const at = timeOf(value);
  if (at === undefined || typeof value === 'number') return UNDATED;
  if (at >= division.from) return 'test';
  return at < division.from - division.apart ? 'train' : LEFT_OUT;
}

function roleOfPart(division: Division, split: string): SplitRole {
  if (division.by === 'column') return roleAmong(division.roles, split);
  return split === LEFT_OUT || split === UNDATED ? 'other' : roleOf(split);
}

const NO_TIME: TableProblem = {
  code: 'not-read',
  message: 'it is split by a cutoff, and `data.time` does not name the column that says when',
};

function noColumn(column: string): TableProblem {
  return { code: 'not-read', message: `it has no column \`${column}\`, by which it is split` };
}

function tooMany(column: string): TableProblem {
  return {
    code: 'not-read',
    message: `its column \`${column}\` has more than ${MAX_SPLITS} values; expected the names of splits`,
  };
}
