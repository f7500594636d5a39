import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { kindOfPath } from '../host/node-files';
import { commonFolder, folderOf, foldersAbove, isInside, nameOf, resolve } from '../project/paths';
import { isModule, MANIFEST_NAME } from '../project/walk';

/** What the paths of a command line mean. */
export interface Targets {
  /** Absolute files and folders. */
  readonly paths: readonly string[];
  /** What reports are relative to: the current folder when it holds all paths, else the deepest that does. */
  readonly root: string;
  /** Folders that may be read: `root`, and the project above it whose manifest says how to lint. */
  readonly readable: readonly string[];
}

/** Which files may be named: those that are checked, or others too. */
export type NamedFiles = 'code and manifests' | 'any';

/** Judges every path that was typed: one that is missing, or is nothing the command reads, is an error by name. */
export async function resolveTargets(
  cwd: string,
  typed: readonly string[],
  named: NamedFiles = 'code and manifests',
): Promise<Result<Targets, readonly string[]>> {
  const paths = typed.length === 0 ? [cwd] : typed.map(path => resolve(cwd, path));
  const errors: string[] = [];
  const folders: string[] = [];
  for (const [index, path] of paths.entries()) {
    const kind = await kindOfPath(path);
    const error = complaint(path, kind, named);
    if (error) errors.push(`${typed[index] ?? path}: ${error}`);
    folders.push(kind === 'directory' ? path : folderOf(path));
  }
  if (errors.length > 0) return fail(errors);
  const root = folders.every(folder => isInside(cwd, folder)) ? cwd : commonFolder(folders);
  return ok({ paths: [...new Set(paths)], root, readable: [root, ...(await projectAbove(root))] });
}

function complaint(
  path: string,
  kind: 'file' | 'directory' | 'other' | 'missing',
  named: NamedFiles,
): string | undefined {
  if (kind === 'missing') return 'there is no such file or folder';
  if (kind === 'other') return 'it is neither a file nor a folder';
  if (kind === 'directory' || named === 'any' || isModule(path) || nameOf(path) === MANIFEST_NAME)
    return undefined;
  return `it is not a Python file (.py), a notebook (.ipynb) or a manifest (${MANIFEST_NAME})`;
}

/** The nearest folder above that has a manifest; the search ends with the repository. */
async function projectAbove(root: string): Promise<string[]> {
  for (const folder of [root, ...foldersAbove(root)]) {
    if ((await kindOfPath(`${folder}/${MANIFEST_NAME}`)) === 'file') return [folder];
    if ((await kindOfPath(`${folder}/.git`)) !== 'missing') return [];
  }
  return [];
}
