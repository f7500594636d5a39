import type { OpenFile } from '../../base/ports';
import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import type { TableProblem } from './batch';
import { csvReader } from './csv';
import type { TableFormat } from './format';
import { formatOf, READABLE } from './format';
import { jsonlReader } from './jsonl';
import type { BatchReader, Reading } from './reader';
import { CANCELLED, notRead } from './reader';

/** Bytes that are read at once. */
const PIECE = 1 << 20;

/** Reads a table's rows in batches, in memory that does not grow with its size. */
export async function readTable(
  file: OpenFile,
  path: string,
  reading: Reading,
): Promise<Result<undefined, TableProblem>> {
  const format = formatOf(path);
  if (!format) return fail(unknownFormat(path));
  if (file.size === 0) return fail({ code: 'empty', message: 'it is empty' });
  if (format === 'parquet') return (await import('./parquet')).readParquet(file, reading);
  return readPieces(file, readerOf(format), reading);
}

function readerOf(format: Exclude<TableFormat, 'parquet'>): BatchReader {
  if (format === 'jsonl') return jsonlReader();
  return csvReader(format === 'tsv' ? '\t' : undefined);
}

async function readPieces(
  file: OpenFile,
  reader: BatchReader,
  { onBatch, onBytes, cancellation }: Reading,
): Promise<Result<undefined, TableProblem>> {
  for (let at = 0; at < file.size; at += PIECE) {
    if (cancellation.cancelled) return fail(CANCELLED);
    const bytes = await file.read(at, Math.min(at + PIECE, file.size));
    if (!bytes.ok) return fail(notRead(bytes.failure));
    onBytes?.(bytes.value.length);
    const batch = reader.push(bytes.value);
    if (!batch.ok) return batch;
    if (batch.value && onBatch(batch.value) === 'stop') return ok(undefined);
  }
  const last = reader.end();
  if (!last.ok) return last;
  if (last.value) onBatch(last.value);
  return ok(undefined);
}

function unknownFormat(path: string): TableProblem {
  const extension = /\.[^./]+$/.exec(path)?.[0];
  const what = extension === undefined ? 'its name has no extension' : `\`${extension}\` is not read`;
  return { code: 'unknown-format', message: `${what}; expected ${READABLE}` };
}
