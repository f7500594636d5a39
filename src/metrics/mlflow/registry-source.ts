import type { Files } from '../../base/ports';
import { isFileStore } from './file-store';
import { readRegistry } from './registry';
import type { ModelVersion, Registry } from './registry';
import { readRunFolder } from './run-folder';

/** A model registry, wherever it is, and the runs that its versions came from. */
export interface RegistrySource {
  /** As the manifest names it. */
  readonly name: string;
  readonly registry: Registry;
  /** What is kept with the run of a version; `undefined` where the run is not there. */
  keptWith(version: ModelVersion): Promise<KeptWithRun | undefined>;
}

export interface KeptWithRun {
  readonly params: number;
  readonly metrics: number;
  /** Names of tags and parameters, and of data sets that were logged as inputs. */
  readonly names: readonly string[];
  readonly datasets: number;
}

/** The registry of a file store below `root`; `undefined` where the folder is no store. */
export async function fileRegistry(
  files: Files,
  root: string,
  path: string,
): Promise<RegistrySource | undefined> {
  const store = `${root}/${path.replace(/^\.\//, '').replace(/\/$/, '')}`;
  if (!(await isFileStore(files, store))) return undefined;
  const registry = (await readRegistry(files, store)) ?? { models: [], unread: [] };
  return { name: path, registry, keptWith: version => keptInStore(files, store, version.runId) };
}

async function keptInStore(
  files: Files,
  store: string,
  runId: string | undefined,
): Promise<KeptWithRun | undefined> {
  if (runId === undefined || /[\\/]/.test(runId)) return undefined;
  for (const name of (await files.list(store)).filter(entry => entry.endsWith('/'))) {
    const folder = `${store}/${name}${runId}`;
    const { value } = await readRunFolder(files, folder);
    const [run] = value.runs;
    if (!run) continue;
    const params = Object.keys(run.params);
    const tags = Object.keys(run.tracked?.tags ?? {});
    const inputs = (await files.list(`${folder}/inputs`)).filter(entry => entry.endsWith('/'));
    return {
      params: params.length,
      metrics: value.values.length,
      names: [...params, ...tags],
      datasets: inputs.length,
    };
  }
  return undefined;
}
