import { entriesOf, entryOf, objectAt, textAt } from '../shapes/shape';
import type { Tree } from '../tree';
import { folderOf, pathFrom } from './paths';
import { flattened } from './variables';

/** What `dvc.lock` says that the pipeline last made. */
export interface Lock {
  /** By absolute path. */
  readonly outs: ReadonlyMap<string, LockedOut>;
  /** What each stage was given, by its name: `train`, `train@resnet`. */
  readonly params: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

export interface LockedOut {
  /** In hexadecimal digits; ends in `.dir` for a folder. */
  readonly md5: string;
}

/** @param file the lock's absolute path */
export function lockOf(file: string, tree: Tree | undefined): Lock {
  const outs = new Map<string, LockedOut>();
  const params = new Map<string, Readonly<Record<string, string>>>();
  for (const { key: name, value: stage } of entriesOf(entryOf(tree, 'stages'))) {
    const given = entriesOf(objectAt(stage, 'params')).map(of => flattened(of.value));
    params.set(name, Object.assign({}, ...given) as Record<string, string>);
    const list = entryOf(stage, 'outs');
    for (const out of list?.kind === 'array' ? list.items : []) {
      const [path, md5] = [textAt(out, 'path'), textAt(out, 'md5')];
      if (path !== undefined && md5 !== undefined && /^[0-9a-f]{32}(\.dir)?$/.test(md5))
        outs.set(pathFrom(folderOf(file), path), { md5 });
    }
  }
  return { outs, params };
}
