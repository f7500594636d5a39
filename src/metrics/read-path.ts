import type { Files } from '../base/ports';
import type { Parsed, ReadFailure, Result } from '../base/result';
import { ok } from '../base/result';
import { isDvclive, readDvclive } from './dvc/dvclive';
import { readRunFolder } from './mlflow/run-folder';
import { withParamsBeside } from './params-beside';
import { readMetricsFile } from './read-file';
import type { MetricTable } from './table';

/** The metrics of one file, or of the folder of one run. */
export type TableRead = Result<FileRead, ReadFailure>;

export interface FileRead extends Parsed<MetricTable> {
  /** Other files that it was taken from, so that nobody reads these once more by themselves. */
  readonly claimed?: readonly string[];
}

/** Reads the metrics in a file, or in the folder of a run of MLflow or DVCLive. */
export async function readPath(files: Files, path: string): Promise<TableRead> {
  if ((await files.stat(path))?.kind === 'directory') {
    return ok(await ((await isDvclive(files, path)) ? readDvclive : readRunFolder)(files, path));
  }
  const read = await files.read(path);
  if (!read.ok) return read;
  return ok(await withParamsBeside(files, path, await readMetricsFile(path, read.value)));
}
