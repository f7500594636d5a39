import type { Files } from '../../base/ports';
import { storePart } from './file-store';
import { readRegistry } from './registry';
import type { MetricTable } from '../table';
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
  if ((await storePart(files, store))?.kind !== 'store') return undefined;
  const registry = (await readRegistry(files, store)) ?? { models: [], unread: [] };
  return { name: path, registry, keptWith: version => keptInStore(files, store, version.runId) };
}

/** The registry in MLflow's database below `root`; `undefined` where there is no file, or it is none. */
export async function databaseRegistry(
  files: Files,
  root: string,
  path: string,
): Promise<RegistrySource | undefined> {
  const file = `${root}/${path.replace(/^\.\//, '')}`;
  if ((await files.stat(file))?.kind !== 'file') return undefined;
  const read = await files.read(file);
  const nothing = (reason: string): RegistrySource => ({
    name: path,
    registry: { models: [], unread: [{ file, reason }] },
    keptWith: () => Promise.resolve(undefined),
  });
  if (!read.ok) return nothing(read.failure.message);
  // What reads databases is large: it is loaded for the first one.
  const { readDatabaseRegistry } = await import('../sqlite/registry');
  const found = await readDatabaseRegistry(file, read.value);
  if (!found) return nothing('it is no database of MLflow, or a damaged one');
  const { readMlflowDatabase } = await import('../sqlite/mlflow');
  const { value } = await readMlflowDatabase(file, read.value);
  return {
    name: path,
    registry: found.registry,
    keptWith: version => Promise.resolve(keptInTable(value, found.datasets, version.runId)),
  };
}

function keptInTable(
  { runs, values }: MetricTable,
  datasets: ReadonlyMap<string, number>,
  runId: string | undefined,
): KeptWithRun | undefined {
  const run = runs.find(({ id }) => id === runId);
  if (!run) return undefined;
  const params = Object.keys(run.params);
  return {
    params: params.length,
    metrics: values.filter(value => value.run === run.id).length,
    names: [...params, ...Object.keys(run.tracked?.tags ?? {})],
    datasets: datasets.get(run.id) ?? 0,
  };
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
