import { nodeFiles } from '../../host/node-files';
import { kindOfPath } from '../../host/node-files';
import { folderOf, isInside, commonFolder, resolve } from '../../project/paths';
import { readRunFiles } from '../../project/run-files';
import type { Format } from '../arguments';
import { metricsJson } from '../formats/metrics-json';
import { metricsText } from '../formats/metrics-text';
import type { ExitCode, Io } from '../io';
import { complain } from '../usage';

export interface MetricsInvocation {
  readonly paths: readonly string[];
  readonly format: Format;
}

/** Files of runs are larger than code. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Prints what files and folders hold of runs and metrics. */
export async function metricsCommand({ paths, format }: MetricsInvocation, io: Io): Promise<ExitCode> {
  const targets = paths.length === 0 ? [io.cwd] : paths.map(path => resolve(io.cwd, path));
  const kinds = await Promise.all(targets.map(kindOfPath));
  const missing = kinds.flatMap((kind, at) =>
    kind === 'missing' ? [`${paths[at] ?? ''}: there is no such file or folder`] : [],
  );
  if (missing.length > 0) return complain(io, missing);
  const folders = targets.map((target, at) => (kinds[at] === 'directory' ? target : folderOf(target)));
  const root = folders.every(folder => isInside(io.cwd, folder)) ? io.cwd : commonFolder(folders);
  const found = await readRunFiles(nodeFiles({ roots: [root], sizeLimit: MOST_BYTES }), targets);
  io.out(
    format === 'json'
      ? `${JSON.stringify(metricsJson(found, root), undefined, 2)}\n`
      : metricsText(found, root, io.style),
  );
  const named = found.skipped.some(({ file }) => targets.includes(file));
  return named ? 2 : 0;
}
