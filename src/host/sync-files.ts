import { lstatSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import type { Files } from '../base/ports';
import type { ReadFailure, Result } from '../base/result';
import { fail, ok } from '../base/result';
import { folderOf, isInside, nameOf, normalise } from '../project/paths';
import type { NodeFilesOptions } from './node-files';
import {
  entryName,
  fileTooLarge,
  limitOf,
  NOT_REGULAR,
  OUTSIDE,
  readFailure,
  toFileStat,
} from './node-files';

/**
 * As `nodeFiles`, by calls that wait: several times as fast over many small files, and only for a thread that has nothing else to
 * do. Which folder a path leads to is asked once for each folder, as long as the object lives.
 */
export function syncFiles(options: NodeFilesOptions): Files {
  const limit = limitOf(options);
  const roots = options.roots.map(root => attempt(() => normalise(realpathSync.native(root))) ?? root);
  const folders = new Map<string, string>();
  const realFolder = (folder: string): string => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const real = normalise(realpathSync.native(folder));
    folders.set(folder, real);
    return real;
  };
  /** What a path leads to; `undefined` where it leads out of the roots. Throws where there is nothing. */
  const allowed = (path: string): Stats | undefined => {
    const own = lstatSync(path);
    const isLink = own.isSymbolicLink();
    const real = isLink
      ? normalise(realpathSync.native(path))
      : resolved(realFolder(folderOf(path)), nameOf(path));
    if (!roots.some(root => isInside(root, real))) return undefined;
    return isLink ? statSync(path) : own;
  };
  return {
    read: path =>
      Promise.resolve(
        guarded(() => {
          const stats = allowed(path);
          return stats ? readWhole(path, stats, limit) : OUTSIDE;
        }),
      ),
    stat: path =>
      Promise.resolve(
        attempt(() => {
          const stats = allowed(path);
          return stats && toFileStat(stats);
        }),
      ),
    list: path => Promise.resolve(attempt(() => (allowed(path) ? namesIn(path) : [])) ?? []),
  };
}

const resolved = (folder: string, name: string): string =>
  name === '' ? folder : normalise(`${folder}/${name}`);

function namesIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true }).map(entryName).sort();
}

function readWhole(path: string, stats: Stats, limit: number): Result<Uint8Array, ReadFailure> {
  // Opening a pipe or a device could block for ever.
  if (!stats.isFile()) return NOT_REGULAR;
  if (stats.size > limit) return fileTooLarge(stats.size, limit);
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return ok(new Uint8Array(buffer, byteOffset, byteLength));
}

function guarded(read: () => Result<Uint8Array, ReadFailure>): Result<Uint8Array, ReadFailure> {
  try {
    return read();
  } catch (error) {
    return fail(readFailure(error));
  }
}

function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
