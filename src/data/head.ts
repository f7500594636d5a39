import type { Cancellation, OpenFile } from '../base/ports';
import type { Result } from '../base/result';
import { ok } from '../base/result';
import { valueOf } from './summary/value';
import type { TableProblem } from './table/batch';
import { readTable } from './table/read-table';

/** What the first rows of a file tell before it is read whole. */
export interface Head {
  /** In the order of the file; in JSON lines, those of the rows looked at. */
  readonly columns: readonly string[];
  /** Columns of which all these rows have a value, each a different one. */
  readonly different: readonly string[];
}

/** Rows that are looked at: enough to tell a number from an identifier. */
const HEAD_ROWS = 1_000;

export async function readHead(
  file: OpenFile,
  path: string,
  cancellation: Cancellation,
): Promise<Result<Head, TableProblem>> {
  const columns = new Map<string, { readonly values: Set<unknown>; present: number }>();
  let rows = 0;
  const read = await readTable(file, path, {
    cancellation,
    onBatch: batch => {
      const most = Math.min(batch.rows, HEAD_ROWS - rows);
      for (const [index, name] of batch.columns.entries()) {
        const seen = columns.get(name) ?? { values: new Set(), present: 0 };
        columns.set(name, seen);
        for (const cell of (batch.cells[index] ?? []).slice(0, most)) {
          const value = valueOf(cell);
          if (value === null) continue;
          seen.values.add(value);
          seen.present++;
        }
      }
      rows += most;
      return rows < HEAD_ROWS ? 'go on' : 'stop';
    },
  });
  if (!read.ok) return read;
  const isDifferent = ([, { values, present }]: readonly [
    string,
    { values: Set<unknown>; present: number },
  ]) => rows > 0 && present === rows && values.size === rows;
  return ok({
    columns: [...columns.keys()],
    different: [...columns].filter(isDifferent).map(([name]) => name),
  });
}
