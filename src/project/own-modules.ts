import type { Files } from '../base/ports';
import type { ModuleSource } from '../base/source';
import { scriptSource } from '../base/source';
import { importCandidates, importedNames } from './import-paths';
import { readText } from './text';
import type { TouchLog } from './touch-log';

/**
 * The workspace's own scripts, as far as others import them: the analysis follows a call into a helper that lies in
 * another file. The analysis itself never waits, so what it looks for and is not loaded yet is written down; it is
 * loaded, and the analysis done once more.
 */
export interface OwnModules {
  lookUp(file: string, roots: readonly string[]): LookUp;
  /** Loads what the text of a script or notebook names in its imports. */
  prepare(file: string, text: string, roots: readonly string[]): Promise<void>;
  /** Loads what a look-up wanted. True when any of it is there, so that another look-up finds more. */
  load(wanted: Wanted): Promise<boolean>;
}

/** One analysis's view: resolves names, and writes down what it rests on. */
export interface LookUp {
  readonly resolve: (name: string) => ModuleSource | undefined;
  /** Files that were looked for, there or not. */
  readonly looked: ReadonlySet<string>;
  readonly wanted: Wanted;
}

export interface Wanted {
  readonly folders: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

interface Store {
  /** `undefined` when it is not loaded, or not any more. */
  script(path: string): { readonly source: ModuleSource | undefined } | undefined;
  names(folder: string): ReadonlySet<string> | undefined;
}

export function createOwnModules(files: Files, log: TouchLog): OwnModules {
  const scripts = new Map<string, { readonly source: ModuleSource | undefined; readonly since: number }>();
  const folders = new Map<string, { readonly names: ReadonlySet<string>; readonly since: number }>();
  const store: Store = {
    script: path => {
      const loaded = scripts.get(path);
      return loaded && !log.isTouched(path, loaded.since) ? loaded : undefined;
    },
    names: folder => {
      const listed = folders.get(folder);
      return listed && !log.isTouchedWithin(folder, listed.since) ? listed.names : undefined;
    },
  };
  const load = async (wanted: Wanted): Promise<boolean> => {
    for (const folder of wanted.folders) {
      const since = log.now();
      folders.set(folder, { names: new Set(await files.list(folder)), since });
    }
    let isAnyThere = wanted.folders.size > 0;
    for (const path of wanted.files) {
      const since = log.now();
      const read = await readText(files, path);
      scripts.set(path, { source: read.ok ? scriptSource(path, read.value.text) : undefined, since });
      isAnyThere ||= read.ok;
    }
    return isAnyThere;
  };
  const look = (file: string, roots: readonly string[]): LookUp => lookUp(store, file, roots);
  return { lookUp: look, load, prepare: (file, text, roots) => prepare(() => look(file, roots), load, text) };
}

async function prepare(
  look: () => LookUp,
  load: (wanted: Wanted) => Promise<boolean>,
  text: string,
): Promise<void> {
  const names = importedNames(text);
  let more = names.length > 0;
  // Folders first, then the files in them.
  while (more) {
    const { resolve, wanted } = look();
    names.forEach(resolve);
    more = wanted.folders.size + wanted.files.size > 0 && (await load(wanted));
  }
}

function lookUp(store: Store, file: string, roots: readonly string[]): LookUp {
  const looked = new Set<string>();
  const wanted = { folders: new Set<string>(), files: new Set<string>() };
  const resolve = (name: string): ModuleSource | undefined => {
    for (const { base, first, path } of importCandidates(file, name, roots)) {
      if (path === file) continue;
      looked.add(path);
      const names = store.names(base);
      if (!names) wanted.folders.add(base);
      else if ([first, `${first}.py`, `${first}/`].some(one => names.has(one))) {
        const loaded = store.script(path);
        if (!loaded) wanted.files.add(path);
        else if (loaded.source) return loaded.source;
      }
    }
    return undefined;
  };
  return { resolve, looked, wanted };
}
