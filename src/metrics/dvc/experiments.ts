import type { Files } from '../../base/ports';
import { folderOf } from './paths';

/** An experiment is a branch of its own kind: `refs/exps/<commit it began at>/<name>`; what DVC is busy with has other names. */
const PACKED = /^[0-9a-f]{40,64} refs\/exps\/[0-9a-f]{2}\/[0-9a-f]{38,62}\/(\S+)$/;
const BEGINNING = /^[0-9a-f]{2}\/$/;
const REST = /^[0-9a-f]{38,62}\/$/;
const HIGHEST = 16;

/** The names of the experiments of DVC (`dvc exp run`) in the repository around a folder, as far as its files may be read. */
export async function experimentsAround(files: Files, folder: string): Promise<readonly string[]> {
  let at = folder;
  for (let height = 0; height < HIGHEST; height++) {
    const git = `${at}/.git`;
    if ((await files.stat(git))?.kind === 'directory') return experimentsIn(files, git);
    const above = folderOf(at);
    if (above === at || above === '') break;
    at = above;
  }
  return [];
}

/** Refs lie in files of their own, until Git packs them. */
async function experimentsIn(files: Files, git: string): Promise<readonly string[]> {
  const names = new Set<string>();
  const exps = `${git}/refs/exps`;
  for (const beginning of (await files.list(exps)).filter(name => BEGINNING.test(name)))
    for (const rest of (await files.list(`${exps}/${beginning.slice(0, -1)}`)).filter(name =>
      REST.test(name),
    ))
      for (const name of await files.list(`${exps}/${beginning}${rest.slice(0, -1)}`))
        if (!name.endsWith('/')) names.add(name);
  const packed = await files.read(`${git}/packed-refs`);
  for (const line of packed.ok ? new TextDecoder().decode(packed.value).split('\n') : []) {
    const name = PACKED.exec(line)?.[1];
    if (name !== undefined) names.add(name);
  }
  return [...names].sort();
}
