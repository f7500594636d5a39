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

/** What a folder is in a file store: all of it, one experiment, or one run. */
export interface StorePart {
  readonly kind: 'store' | 'experiment' | 'run';
  readonly folder: string;
}

/** `undefined` for a folder of something else: names such as `models` say nothing, only what a `meta.yaml` holds does. */
export async function storePart(files: Files, folder: string): Promise<StorePart | undefined> {
  const names = await files.list(folder);
  const own = await metaKind(files, folder, names);
  if (own === 'run' || own === 'experiment') return { kind: own, folder };
  const inside = await kindInside(files, folder, names);
  if (inside === 'run' || (inside && own === 'broken')) return { kind: 'experiment', folder };
  if (own === 'broken') return brokenRun(folder, names);
  return inside || (await keepsModels(files, folder, names)) ? { kind: 'store', folder } : undefined;
}

/** The run that a file or folder belongs to, such as `<run>/metrics/f1`, or what a `meta.yaml` describes; `undefined` for others. */
export async function partAround(files: Files, path: string): Promise<StorePart | undefined> {
  const names = path.split('/');
  for (let at = names.length - 1; at > 1; at--) {
    if (!IN_RUNS.has(names[at] ?? '')) continue;
    const part = await storePart(files, names.slice(0, at).join('/'));
    const isDescribed = names[at] === 'meta.yaml' && at === names.length - 1;
    if (part?.kind === 'run' || (part?.kind === 'experiment' && isDescribed)) return part;
  }
  return undefined;
}

const IN_RUNS = new Set(['meta.yaml', 'metrics', 'params', 'tags']);

type MetaKind = 'run' | 'experiment' | 'broken' | undefined;

/** What the folders in it are; the first that can be told decides. */
async function kindInside(
  files: Files,
  folder: string,
  names: readonly string[],
): Promise<'run' | 'experiment' | undefined> {
  let broken: 'run' | 'experiment' | undefined;
  for (const name of names) {
    if (!name.endsWith('/') || NOT_EXPERIMENTS.has(name)) continue;
    const inner = `${folder}/${name.slice(0, -1)}`;
    const own = await files.list(inner);
    const kind = await metaKind(files, inner, own);
    if (kind === 'run' || kind === 'experiment') return kind;
    if (kind === 'broken') broken ??= await brokenKind(files, inner, own);
  }
  return broken;
}

/** Other tools, such as conda, have a `meta.yaml` that is no YAML: what lies beside it tells, or the number of an experiment. */
async function brokenKind(
  files: Files,
  folder: string,
  names: readonly string[],
): Promise<'run' | 'experiment' | undefined> {
  if (brokenRun(folder, names)) return 'run';
  const isNumbered = /\/\d+$/.test(folder);
  return isNumbered || (await kindInside(files, folder, names)) === 'run' ? 'experiment' : undefined;
}

async function metaKind(files: Files, folder: string, names: readonly string[]): Promise<MetaKind> {
  if (!names.includes('meta.yaml')) return undefined;
  const meta = await readMeta(files, `${folder}/meta.yaml`);
  if (!meta.ok) return 'broken';
  const has = (key: string): boolean => textIn(meta.value, key) !== undefined;
  if (has('run_id') || has('run_uuid')) return 'run';
  return has('experiment_id') && !has('model_id') ? 'experiment' : undefined;
}

function brokenRun(folder: string, names: readonly string[]): StorePart | undefined {
  return names.includes('metrics/') || names.includes('params/') ? { kind: 'run', folder } : undefined;
}

/** A registry, or what was deleted, without any experiment beside it. */
async function keepsModels(files: Files, folder: string, names: readonly string[]): Promise<boolean> {
  for (const name of names) {
    if (!NOT_EXPERIMENTS.has(name)) continue;
    const kept = `${folder}/${name.slice(0, -1)}`;
    for (const one of await files.list(kept))
      if (one.endsWith('/') && (await isKept(files, `${kept}/${one.slice(0, -1)}`))) return true;
  }
  return false;
}

/** A registered model, or an experiment that was deleted. */
async function isKept(files: Files, folder: string): Promise<boolean> {
  const names = await files.list(folder);
  if (!names.includes('meta.yaml')) return false;
  if (names.some(name => /^version-\d+\/$/.test(name))) return true;
  const meta = await readMeta(files, `${folder}/meta.yaml`);
  const hasKey = (key: string): boolean => meta.ok && textIn(meta.value, key) !== undefined;
  return hasKey('creation_timestamp') || hasKey('experiment_id');
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
  { kind, folder: store }: StorePart,
): Promise<{ readonly experiments: readonly Experiment[]; readonly problems: readonly Problem[] }> {
  const names = kind === 'experiment' ? [] : await files.list(store);
  const inside = names.filter(name => name.endsWith('/') && !NOT_EXPERIMENTS.has(name));
  const folders = kind === 'experiment' ? [store] : inside.map(name => `${store}/${name.slice(0, -1)}`);
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
