import type { Files } from '../../base/ports';
import type { Problem } from '../../base/result';
import { eachLimited } from './limited';
import { badMeta, isDeleted, readMeta, textIn } from './meta';

/*
 * MLflow's file store, `mlruns`, as versions 1 to 3 write it:
 *
 *     mlruns/<experiment>/meta.yaml
 *     mlruns/<experiment>/<run>/{meta.yaml, metrics/<name>, params/<name>, tags/<name>}
 *     mlruns/models/<model>/{meta.yaml, aliases/<alias>, version-<n>/{meta.yaml, tags/<name>}}
 *
 * Artifacts are never followed: their addresses are those of the machine that wrote them.
 */

/** Folders of a store, or of an experiment, that hold no runs. */
const NOT_EXPERIMENTS = new Set(['.trash/', 'models/']);
const NOT_RUNS = new Set(['tags/', 'datasets/', 'traces/', 'models/']);

/** Is the folder a store, by the experiments or models in it? */
export async function isFileStore(files: Files, folder: string): Promise<boolean> {
  for (const name of await files.list(folder)) {
    if (NOT_EXPERIMENTS.has(name)) return true;
    if (name.endsWith('/') && (await files.list(`${folder}/${name.slice(0, -1)}`)).includes('meta.yaml'))
      return true;
  }
  return false;
}

export interface Experiment {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
}

/**
 * The experiments of a store that are not deleted; of the folder of one experiment, that one. One whose `meta.yaml` is
 * missing is known by its folder.
 */
export async function experimentsIn(
  files: Files,
  store: string,
): Promise<{ readonly experiments: readonly Experiment[]; readonly problems: readonly Problem[] }> {
  const names = await files.list(store);
  const inside = names.filter(name => name.endsWith('/') && !NOT_EXPERIMENTS.has(name));
  const folders = names.includes('meta.yaml') ? [store] : inside.map(name => `${store}/${name.slice(0, -1)}`);
  const read = await eachLimited(folders, async folder => {
    return { folder, meta: await readMeta(files, `${folder}/meta.yaml`) };
  });
  return {
    experiments: read.flatMap(({ folder, meta }) => {
      const folderName = folder.slice(folder.lastIndexOf('/') + 1);
      if (!meta.ok)
        return meta.failure.kind === 'missing' ? [{ id: folderName, name: folderName, folder }] : [];
      if (isDeleted(meta.value)) return [];
      const id = textIn(meta.value, 'experiment_id') ?? folderName;
      return [{ id, name: textIn(meta.value, 'name') ?? id, folder }];
    }),
    problems: read.flatMap(({ folder, meta }) =>
      meta.ok || meta.failure.kind === 'missing' ? [] : [badMeta(folder, meta.failure)],
    ),
  };
}

/** The folders in an experiment that may be runs. */
export async function runFoldersIn(files: Files, { folder }: Experiment): Promise<readonly string[]> {
  const names = await files.list(folder);
  return names
    .filter(name => name.endsWith('/') && !NOT_RUNS.has(name))
    .map(name => `${folder}/${name.slice(0, -1)}`);
}
