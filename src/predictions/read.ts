import type { Cancellation, LargeFiles } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { Batch, TableProblem } from '../data/table/batch';
import { readTable } from '../data/table/read-table';
import { notRead } from '../data/table/reader';
import type { ColumnBuilder, ColumnKind } from './build-column';
import { buildColumn, growingPlaces } from './build-column';
import type { ColumnTable } from './columns';

/** A column to be read, under a name of its own; a key may be made of several columns. */
export interface WantedColumn {
  readonly name: string;
  readonly of: readonly string[];
  readonly kind: ColumnKind;
}

export interface ColumnReading {
  readonly files: LargeFiles;
  readonly cancellation: Cancellation;
  /** Bytes read since the last call. */
  readonly onBytes: (bytes: number) => void;
}

/** A file that stood in the way. */
export interface UnreadFile {
  readonly file: string;
  /** A sentence without the path. */
  readonly reason: string;
  readonly line?: number;
}

/** Reads the wanted columns of files that are one table together. Nothing counts when one of them cannot be read whole. */
export async function readColumns(
  paths: readonly string[],
  wanted: readonly WantedColumn[],
  reading: ColumnReading,
): Promise<Result<ColumnTable, UnreadFile>> {
  const table = startTable(wanted);
  for (const path of paths) {
    const read = await eachBatch(path, reading, batch => {
      table.add(path, batch);
      return 'go on';
    });
    if (!read.ok) return read;
  }
  return ok(table.build());
}

/** Reads a file batch by batch. */
export async function eachBatch(
  path: string,
  { files, cancellation, onBytes }: ColumnReading,
  onBatch: (batch: Batch) => 'go on' | 'stop',
): Promise<Result<undefined, UnreadFile>> {
  const opened = await files.open(path);
  if (!opened.ok) return fail(unread(path, notRead(opened.failure)));
  try {
    const read = await readTable(opened.value, path, { cancellation, onBytes, onBatch });
    return read.ok ? ok(undefined) : fail(unread(path, read.failure));
  } finally {
    await opened.value.close();
  }
}

function unread(file: string, { message, line }: TableProblem): UnreadFile {
  return { file, reason: message, ...(line !== undefined && { line }) };
}

function startTable(wanted: readonly WantedColumn[]) {
  const builders = wanted.map(one => ({ ...one, builder: buildColumn(one.kind) as ColumnBuilder }));
  const places = growingPlaces();
  const files: { readonly file: string; readonly first: number }[] = [];
  let short = 0;
  return {
    add: (path: string, batch: Batch): void => {
      if (files[files.length - 1]?.file !== path) files.push({ file: path, first: places.length });
      for (const { of, builder } of builders) {
        builder.add(
          of.map(name => batch.cells[batch.columns.indexOf(name)]),
          batch.rows,
        );
      }
      const at = places.reserve(batch.rows);
      at.set(batch.at, places.length - batch.rows);
      short += batch.short;
    },
    build: (): ColumnTable => ({
      rows: places.length,
      columns: new Map(builders.map(({ name, builder }) => [name, builder.build()])),
      at: places.whole(),
      files,
      short,
    }),
  };
}
