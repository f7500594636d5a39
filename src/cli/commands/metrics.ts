import { isWebAddress, originOf } from '../../base/origin';
import { kindOfPath } from '../../host/node-files';
import { nodeLargeFiles } from '../../host/node-large-files';
import { syncFiles } from '../../host/sync-files';
import { commonFolder, folderOf, isInside, resolve } from '../../project/paths';
import type { RunFiles } from '../../project/run-files';
import { mergeRunFiles, readRunFiles } from '../../project/run-files';
import type { Format } from '../arguments';
import { metricsJson } from '../formats/metrics-json';
import { metricsText } from '../formats/metrics-text';
import type { ExitCode, Io } from '../io';
import { networkTo } from '../open-workspace';
import { complain } from '../usage';

export interface MetricsInvocation {
  /** Files, folders, and addresses of tracking servers. */
  readonly paths: readonly string[];
  readonly format: Format;
}

/** Prints what files, folders and tracking servers hold of runs and metrics. */
export async function metricsCommand({ paths, format }: MetricsInvocation, io: Io): Promise<ExitCode> {
  const servers = paths.filter(isWebAddress);
  const typed = paths.filter(path => !isWebAddress(path));
  const targets = paths.length === 0 ? [io.cwd] : typed.map(path => resolve(io.cwd, path));
  const kinds = await Promise.all(targets.map(kindOfPath));
  const missing = kinds.flatMap((kind, at) =>
    kind === 'missing' ? [`${typed[at] ?? ''}: there is no such file or folder`] : [],
  );
  if (missing.length > 0) return complain(io, missing);
  const folders = targets.map((target, at) => (kinds[at] === 'directory' ? target : folderOf(target)));
  const root = folders.every(folder => isInside(io.cwd, folder)) ? io.cwd : commonFolder(folders);
  const roots = [root];
  // Nothing else waits in this process.
  const sources = { files: syncFiles({ roots }), large: nodeLargeFiles({ roots }) };
  const inFiles = await readRunFiles(sources, targets);
  const found = mergeRunFiles([inFiles, ...(await readServers(servers))]);
  io.out(
    format === 'json'
      ? `${JSON.stringify(metricsJson(found, root), undefined, 2)}\n`
      : metricsText(found, root, io.style),
  );
  const named = found.skipped.some(({ file }) => [...targets, ...servers].includes(file));
  return named ? 2 : 0;
}

/** Who types the address of a server wants it to be asked. */
async function readServers(addresses: readonly string[]): Promise<readonly RunFiles[]> {
  if (addresses.length === 0) return [];
  const { readRunServer } = await import('../../project/run-servers');
  const network = networkTo(addresses.flatMap(address => originOf(address) ?? []));
  return Promise.all(addresses.map(address => readRunServer(network, address)));
}
