import type { FileStat } from '../base/ports';
import { ok } from '../base/result';
import { isPipeline, readPipeline } from '../metrics/dvc/read-pipeline';
import { withParamsBeside } from '../metrics/params-beside';
import { readPath, STOPPED, type MetricFiles, type TableRead } from '../metrics/read-path';

export { STOPPED };

/** Reads one file or the folder of one run: here, or in a thread. */
export type ReadOne = (path: string) => Promise<TableRead>;

/**
 * Reads the metrics in a file, a pipeline or the folder of a run, as they are now.
 *
 * @param one reads what is more than a little; the pipeline itself and parameters are read here
 */
export async function readTable(
  io: MetricFiles,
  path: string,
  one: ReadOne = file => readOne(io, file),
): Promise<TableRead> {
  const { files } = io;
  if (isPipeline(path)) {
    const read = await files.read(path);
    return read.ok ? ok(await readPipeline({ files, one }, path, read.value)) : read;
  }
  const read = await one(path);
  return read.ok ? ok(await withParamsBeside(files, path, read.value)) : read;
}

/** One file or the folder of one run, in the thread that is asked. */
export const readOne = (io: MetricFiles, path: string): Promise<TableRead> => readPath(io, path);

/** Reading a text of this size takes some milliseconds. */
const MOST_HERE = 64 * 1024;
const BINARY = /tfevents|\.(wandb|db|sqlite3?)$/;

/** Would reading keep what else this thread does waiting? */
export function needsThread(stat: FileStat | undefined, path: string): boolean {
  return stat !== undefined && (stat.kind === 'directory' || stat.size > MOST_HERE || BINARY.test(path));
}
