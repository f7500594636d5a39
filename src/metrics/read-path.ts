import type { Cancellation, Files, LargeFiles, OpenFile } from '../base/ports';
import { NEVER_CANCELLED } from '../base/ports';
import type { Parsed, ReadFailure, Result } from '../base/result';
import { fail, ok } from '../base/result';
import { isDvclive, readDvclive } from './dvc/dvclive';
import { readRunFolder } from './mlflow/run-folder';
import { MOST_TEXT, openStream, tooLarge } from './read';
import { isDatabase, readMetricsFile } from './read-file';
import type { MetricStream } from './stream';
import type { MetricTable } from './table';

/** The metrics of one file, or of the folder of one run. */
export type TableRead = Result<FileRead, ReadFailure>;

export interface FileRead extends Parsed<MetricTable> {
  /** Other files that it was taken from, so that nobody reads these once more by themselves. */
  readonly claimed?: readonly string[];
}

/** Where metrics are read from. */
export interface MetricFiles {
  readonly files: Files;
  /** Without it, what `files` finds too large is not read. */
  readonly large?: LargeFiles | undefined;
  readonly cancellation?: Cancellation;
}

/** Reads the metrics in a file, or in the folder of a run of MLflow or DVCLive. */
export async function readPath(
  { files, large, cancellation }: MetricFiles,
  path: string,
): Promise<TableRead> {
  const stat = await files.stat(path);
  if (stat?.kind === 'directory') {
    return ok(await ((await isDvclive(files, path)) ? readDvclive : readRunFolder)(files, path));
  }
  const inPieces = (stat?.size ?? 0) > MOST_HELD && openStream(path) !== undefined;
  const read = inPieces && large ? fail(TOO_LARGE) : await files.read(path);
  if (read.ok) return ok(await readMetricsFile(path, read.value));
  if (read.failure.kind !== 'too-large' || !large) return read;
  return readLarge(large, path, cancellation ?? NEVER_CANCELLED);
}

/** Larger files are read in pieces where their format allows it. */
const MOST_HELD = 8 << 20;
const TOO_LARGE: ReadFailure = { kind: 'too-large', message: 'it is read in pieces' };

/** A file that is written to meanwhile is begun anew; one that is written to all the time has to wait. */
const ATTEMPTS = 3;

async function readLarge(large: LargeFiles, path: string, cancellation: Cancellation): Promise<TableRead> {
  let read: TableRead = fail(STOPPED);
  for (let attempt = 0; attempt < ATTEMPTS && !read.ok && !cancellation.cancelled; attempt++) {
    const opened = await large.open(path);
    if (!opened.ok) return opened;
    const stream = openStream(path);
    read = stream
      ? await readPieces(opened.value, stream, cancellation)
      : await readWhole(opened.value, path);
    await opened.value.close();
  }
  return read;
}

export const STOPPED: ReadFailure = {
  kind: 'stopped',
  message: 'its reading was stopped; refresh to read it',
};
/** Bytes that are read at once. */
const PIECE = 1 << 20;

async function readPieces(
  file: OpenFile,
  stream: MetricStream,
  cancellation: Cancellation,
): Promise<TableRead> {
  for (let at = 0; at < file.size; at += PIECE) {
    if (cancellation.cancelled) return fail(STOPPED);
    const piece = await file.read(at, at + PIECE);
    if (!piece.ok) return piece;
    if (stream.push(piece.value) === 'stop') break;
  }
  return ok(stream.end());
}

/** Databases are read as a whole. */
const MOST_DATABASE = 256 << 20;

async function readWhole(file: OpenFile, path: string): Promise<TableRead> {
  const start = await file.read(0, 16);
  if (!start.ok) return start;
  if (file.size > (isDatabase(start.value) ? MOST_DATABASE : MOST_TEXT)) return ok(tooLarge(path, file.size));
  const whole = await file.read(0, file.size);
  return whole.ok ? ok(await readMetricsFile(path, whole.value)) : whole;
}
