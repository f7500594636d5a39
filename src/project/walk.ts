import type { Cancellation, Files } from '../base/ports';
import { NEVER_CANCELLED } from '../base/ports';
import { extensionOf } from './paths';

/** What lies under a folder and concerns Holdout: absolute paths, in the order of the walk. */
export interface Inventory {
  readonly manifests: readonly string[];
  /** Python scripts and notebooks. */
  readonly modules: readonly string[];
  /** Folders that were not entered because they lie too deep. */
  readonly tooDeep: readonly string[];
}

export const MANIFEST_NAME = 'holdout.yaml';

const MAX_DEPTH = 24;

/** Folders of tools: environments, caches, run stores. Every folder whose name begins with a dot is one, too. */
const TOOL_FOLDERS = new Set([
  'node_modules',
  'venv',
  '__pycache__',
  '__pypackages__',
  'site-packages',
  'mlruns',
  'wandb',
  'lightning_logs',
]);

export interface WalkOptions {
  /** How many levels of folders below `root` are entered. */
  readonly depth?: number;
  readonly cancellation?: Cancellation;
}

/** Walks a folder, leaving out the folders of tools. `root` itself is walked whatever its name. */
export async function walk(files: Files, root: string, options: WalkOptions = {}): Promise<Inventory> {
  const found = { manifests: [] as string[], modules: [] as string[], tooDeep: [] as string[] };
  const cancellation = options.cancellation ?? NEVER_CANCELLED;
  const enter = async (folder: string, depth: number): Promise<void> => {
    const names = cancellation.cancelled ? [] : await files.list(folder);
    if (names.includes('pyvenv.cfg') && folder !== root) return;
    for (const name of names) {
      const path = `${folder === '/' ? '' : folder}/${name}`;
      if (!name.endsWith('/')) sortIn(path, name, found);
      else if (isToolFolder(name.slice(0, -1))) continue;
      else if (depth > 0) await enter(path.slice(0, -1), depth - 1);
      else if (options.depth === undefined) found.tooDeep.push(path.slice(0, -1));
    }
  };
  await enter(root, options.depth ?? MAX_DEPTH);
  return found;
}

function sortIn(path: string, name: string, found: { manifests: string[]; modules: string[] }): void {
  if (name === MANIFEST_NAME) found.manifests.push(path);
  else if (isModule(path)) found.modules.push(path);
}

/** Is it, by its name, a Python script or a notebook? */
export function isModule(path: string): boolean {
  return ['.py', '.ipynb'].includes(extensionOf(path));
}

/** Would a walk from `root` have passed the folders of tools on its way to `path`? */
export function isWalked(root: string, path: string): boolean {
  const folders = path.slice(root.length).split('/').slice(0, -1).filter(Boolean);
  return !folders.some(isToolFolder);
}

function isToolFolder(name: string): boolean {
  return name.startsWith('.') || TOOL_FOLDERS.has(name);
}
