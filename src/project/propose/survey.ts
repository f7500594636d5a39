import type { Files } from '../../base/ports';

/** What lies in a repository, by name: paths relative to its root, in the order of the walk. */
export interface Survey {
  readonly root: string;
  readonly files: readonly string[];
  /** Not only those in which something was found. */
  readonly folders: readonly string[];
}

const MOST_DEPTH = 6;
const MOST_ENTRIES = 20_000;
/** Of a folder with more, the first stand for all: ten thousand pictures say no more than two hundred. */
const MOST_IN_FOLDER = 200;

/** Their content is not the project's own, or is a store with a form of its own. */
const NOT_ENTERED = new Set([
  'node_modules',
  'venv',
  'env',
  '__pycache__',
  'site-packages',
  'mlruns',
  'wandb',
]);

/** A manifest would take it for a pattern, or for somebody's home or a drive. */
const MEANS_MORE = /^~|^[A-Za-z]:|[*?[\]{}]/;

/** Looks around in a repository, without reading a file. */
export async function survey(files: Files, root: string): Promise<Survey> {
  const found = { files: [] as string[], folders: [] as string[] };
  let left = MOST_ENTRIES;
  const enter = async (folder: string, depth: number): Promise<void> => {
    const names = await files.list(folder === '' ? root : `${root}/${folder.slice(0, -1)}`);
    if (names.includes('pyvenv.cfg')) return;
    const inner: string[] = [];
    for (const name of names.slice(0, MOST_IN_FOLDER)) {
      if (left-- <= 0) return;
      if (MEANS_MORE.test(name)) continue;
      if (!name.endsWith('/')) found.files.push(`${folder}${name}`);
      else if (!name.startsWith('.')) inner.push(name);
    }
    for (const name of inner) {
      found.folders.push(`${folder}${name.slice(0, -1)}`);
      if (depth > 0 && !NOT_ENTERED.has(name.slice(0, -1))) await enter(`${folder}${name}`, depth - 1);
    }
  };
  await enter('', MOST_DEPTH);
  return { root, ...found };
}
