import { lstat, mkdir, open, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { isInside, normalise } from '../project/paths';
import type { Trail } from '../project/ports';
import { askGit } from './git';

export interface NodeTrailOptions {
  /** Absolute folders; nothing is written outside of them, also not through a symbolic link. May change while it is used. */
  readonly roots: readonly string[];
  /** Where the workspace is not trusted, nothing is written and Git is not asked. */
  readonly isTrusted: () => boolean;
}

/** Notes on this machine's disk. */
export function nodeTrail({ roots, isTrusted }: NodeTrailOptions): Trail {
  return {
    newId: () => crypto.randomUUID(),
    append: async (path, lines) => (isTrusted() ? append(path, lines, roots) : fail(RESTRICTED)),
    commit: async folder => (isTrusted() ? askGit(folder, ['rev-parse', 'HEAD']) : undefined),
    userName: async folder => (isTrusted() ? askGit(folder, ['config', 'user.name']) : undefined),
  };
}

const RESTRICTED = 'the workspace is in restricted mode, where nothing is written unasked';

async function append(path: string, lines: string, roots: readonly string[]): Promise<Result<void, string>> {
  try {
    if (!(await isAllowed(dirname(path), roots))) return fail(OUTSIDE);
    await mkdir(dirname(path), { recursive: true });
    // Once more: what the folder leads to is known now that it is there, and the file itself may be a link.
    if (!(await isAllowed(dirname(path), roots)) || !(await isAllowed(path, roots))) return fail(OUTSIDE);
    await appendLines(path, lines);
    return ok(undefined);
  } catch (error) {
    return fail(reasonOf(error));
  }
}

const OUTSIDE = 'it would lie outside the folder that was opened, or is a link that leaves it';

/**
 * In one write to a file that is open for appending, which the system does not mix with that of another process. A last
 * line that was cut short is ended first, so that it costs no line but itself.
 */
async function appendLines(path: string, lines: string): Promise<void> {
  const file = await open(path, 'a+');
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const isCut = size > 0 && last.toString() !== '\n';
    await file.write(`${isCut ? '\n' : ''}${lines}`);
  } finally {
    await file.close();
  }
}

/** By its real place, or that of the nearest folder above it which is there. A link that leads nowhere is there. */
async function isAllowed(path: string, roots: readonly string[]): Promise<boolean> {
  const there = await nearestThere(path);
  const real = normalise(await realpath(there));
  const reals = await Promise.all(roots.map(async root => normalise(await realpath(root).catch(() => root))));
  return reals.some(root => isInside(root, real));
}

async function nearestThere(path: string): Promise<string> {
  const isThere = await lstat(path).then(
    () => true,
    () => false,
  );
  return isThere || dirname(path) === path ? path : nearestThere(dirname(path));
}

const REASONS: Readonly<Record<string, string>> = {
  EROFS: 'it is on a file system that is read-only',
  EACCES: 'writing it is not permitted',
  EPERM: 'writing it is not permitted',
  ENOSPC: 'the disk is full',
  ENOENT: 'it is a link that leads nowhere',
  EISDIR: 'it is a folder',
  ENOTDIR: 'the folder that it would lie in is a file',
  EEXIST: 'the folder that it would lie in is a file',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? `it could not be written (${code === '' ? String(error) : code})`;
}
