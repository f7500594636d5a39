import type { AsyncBuffer, FileMetaData, ParquetScan } from 'hyparquet';
import { parquetMetadataAsync, parquetScan } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { OpenFile } from '../../base/ports';
import { NEVER_CANCELLED } from '../../base/ports';
import type { ReadFailure, Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import type { Batch, Cell, TableProblem } from './batch';
import { MAX_COLUMNS } from './batch';
import type { Reading } from './reader';
import { CANCELLED, notRead } from './reader';

/** Cells that are decoded at once: a row group may hold a million rows of a thousand columns. */
const MAX_CELLS = 1 << 22;
const LEAST_ROWS = 1 << 10;

/** Reads a Parquet file row group by row group. A nested column counts as one, its values as JSON text. */
export async function readParquet(
  file: OpenFile,
  reading: Reading,
): Promise<Result<undefined, TableProblem>> {
  const source = { failure: undefined as ReadFailure | undefined };
  try {
    return await readGroups(bufferOver(file, source, reading), reading);
  } catch (error) {
    // The library throws for whatever is wrong with the bytes, and hands on what the source says.
    if (source.failure) return fail(notRead(source.failure));
    const message = error instanceof Error ? error.message : String(error);
    return fail({ code: 'not-parquet', message: `it is not Parquet that can be read (${message})` });
  }
}

async function readGroups(file: AsyncBuffer, reading: Reading): Promise<Result<undefined, TableProblem>> {
  const metadata = await parquetMetadataAsync(file);
  const columns = columnsOf(metadata);
  if (columns.length > MAX_COLUMNS) {
    const message = `it has ${columns.length.toLocaleString('en-US')} columns; at most ${MAX_COLUMNS.toLocaleString('en-US')} are read`;
    return fail({ code: 'too-many-columns', message });
  }
  const scan = await parquetScan({ file, metadata, compressors });
  const most = Math.max(LEAST_ROWS, Math.floor(MAX_CELLS / Math.max(1, columns.length)));
  let first = 0;
  for (const { num_rows } of metadata.row_groups) {
    const last = first + Number(num_rows);
    for (let start = first; start < last; start += most) {
      if (reading.cancellation.cancelled) return fail(CANCELLED);
      const batch = await readRows(scan, columns, start, Math.min(start + most, last));
      if (reading.onBatch(batch) === 'stop') return ok(undefined);
    }
    first = last;
  }
  if (first === 0) reading.onBatch({ columns, cells: columns.map(() => []), rows: 0, at: [], short: 0 });
  return ok(undefined);
}

/** The names of the columns, from the footer alone; none of a file that cannot be read. */
export async function parquetColumns(file: OpenFile): Promise<readonly string[]> {
  const reading: Reading = { cancellation: NEVER_CANCELLED, onBatch: () => 'stop' };
  try {
    return columnsOf(await parquetMetadataAsync(bufferOver(file, { failure: undefined }, reading)));
  } catch {
    return [];
  }
}

/** The columns at the top of the schema. */
function columnsOf({ schema }: FileMetaData): readonly string[] {
  const names: string[] = [];
  for (let at = 1; at < schema.length; at = behind(schema, at)) names.push(schema[at]?.name ?? '');
  return names;
}

/** The index behind an element of the schema and all that it holds. */
function behind(schema: FileMetaData['schema'], at: number): number {
  let next = at + 1;
  for (let child = 0; child < (schema[at]?.num_children ?? 0); child++) next = behind(schema, next);
  return next;
}

async function readRows(
  scan: ParquetScan,
  columns: readonly string[],
  rowStart: number,
  rowEnd: number,
): Promise<Batch> {
  const cells: Cell[][] = [];
  for (const column of columns) {
    const values = await scan.readColumn({ column, rowStart, rowEnd });
    cells.push(Array.from(values as ArrayLike<unknown>, cellOf));
  }
  const rows = rowEnd - rowStart;
  const at = Array.from({ length: rows }, (_, row) => rowStart + row + 1);
  return { columns, cells, rows, at, short: 0 };
}

function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    default:
      return value === null || value === undefined ? null : objectCell(value);
  }
}

function objectCell(value: object | symbol | ((...args: never) => unknown)): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array)
    return Array.from(value, byte => byte.toString(16).padStart(2, '0')).join('');
  return (
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? null
  );
}

function bufferOver(
  file: OpenFile,
  source: { failure: ReadFailure | undefined },
  { onBytes }: Reading,
): AsyncBuffer {
  return {
    byteLength: file.size,
    slice: async (start, end = file.size) => {
      const from = start < 0 ? Math.max(0, file.size + start) : start;
      const read = await file.read(from, end);
      if (!read.ok) {
        source.failure = read.failure;
        throw new Error(read.failure.message);
      }
      onBytes?.(read.value.length);
      const copy = new Uint8Array(read.value);
      return copy.buffer;
    },
  };
}
