import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import type { Dirent, Stats } from 'node:fs';
import type { FileStat, Files } from '../base/ports';
import type { ReadFailure, Result } from '../base/result';
import { fail, ok } from '../base/result';
import { isInside, normalise } from '../project/paths';

export interface NodeFilesOptions {
  /** Absolute folders; nothing outside of them is read, also not through a symbolic link. May change while it is used. */
  readonly roots: readonly string[];
  /** Bytes; a larger file is not read. */
  readonly sizeLimit?: number;
}

const MEGABYTE = 1024 * 1024;
const DEFAULT_SIZE_LIMIT = 10 * MEGABYTE;

export const limitOf = ({ sizeLimit = DEFAULT_SIZE_LIMIT }: NodeFilesOptions): number => sizeLimit;

/**
 * The file system of this machine as the engine's {@link Files} port. Links to files are followed as long as they end
 * inside a root; links to folders are not followed, so that no walk can go round in circles.
 */
export function nodeFiles(options: NodeFilesOptions): Files {
  const limit = limitOf(options);
  const allowed = async (path: string): Promise<boolean> => {
    const real = normalise(await realpath(path));
    const roots = await Promise.all(options.roots.map(realOrSame));
    return roots.some(root => isInside(root, real));
  };
  return {
    read: path => guarded(async () => ((await allowed(path)) ? readWhole(path, limit) : OUTSIDE)),
    stat: async path => {
      try {
        return (await allowed(path)) ? toFileStat(await stat(path)) : undefined;
      } catch {
        return undefined;
      }
    },
    list: async path => {
      try {
        if (!(await allowed(path))) return [];
        return (await readdir(path, { withFileTypes: true })).map(entryName).sort();
      } catch {
        return [];
      }
    },
  };
}

export const OUTSIDE = fail({
  kind: 'outside',
  message: 'it lies outside the folder that was opened, or is a link that leaves it',
} as const);

async function realOrSame(root: string): Promise<string> {
  try {
    return normalise(await realpath(root));
  } catch {
    return normalise(root);
  }
}

async function readWhole(path: string, limit: number): Promise<Result<Uint8Array, ReadFailure>> {
  const stats = await stat(path);
  // Opening a pipe or a device could block for ever.
  if (!stats.isFile()) return NOT_REGULAR;
  if (stats.size > limit) return fileTooLarge(stats.size, limit);
  return ok(new Uint8Array(await readFile(path)));
}

export const NOT_REGULAR = fail({ kind: 'unreadable', message: 'it is not a regular file' } as const);

export function fileTooLarge(size: number, limit: number): Result<never, ReadFailure> {
  const message = `it is ${(size / MEGABYTE).toFixed(1)} MB, and files over ${limit / MEGABYTE} MB are not read`;
  return fail({ kind: 'too-large', message });
}

async function guarded(
  read: () => Promise<Result<Uint8Array, ReadFailure>>,
): Promise<Result<Uint8Array, ReadFailure>> {
  try {
    return await read();
  } catch (error) {
    return fail(readFailure(error));
  }
}

/** What an error of the file system means for the user. */
export function readFailure(error: unknown): ReadFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing', message: 'it is not there' };
  if (code === 'EACCES' || code === 'EPERM')
    return { kind: 'unreadable', message: 'reading it is not permitted' };
  return { kind: 'unreadable', message: `it could not be read (${code === '' ? String(error) : code})` };
}

export function toFileStat(stats: Stats): FileStat | undefined {
  const kind = stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : undefined;
  return kind && { kind, size: stats.size, stamp: `${stats.mtimeMs}:${stats.size}:${stats.ino}` };
}

export function entryName(entry: Dirent): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}

/** What a path names, before any port exists: hosts use it to judge what a user typed. */
export async function kindOfPath(path: string): Promise<'file' | 'directory' | 'other' | 'missing'> {
  try {
    const stats = await stat(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
  } catch {
    return 'missing';
  }
}
