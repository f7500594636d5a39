import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, realpath, stat } from 'node:fs/promises';
import type { LargeFiles, OpenFile } from '../base/ports';
import type { ReadFailure, Result } from '../base/result';
import { fail, ok } from '../base/result';
import { isInside, normalise } from '../project/paths';
import { readFailure } from './node-files';

/** The files of this machine below the roots, read piece by piece, also through links that stay below them. */
export function nodeLargeFiles(options: { readonly roots: readonly string[] }): LargeFiles {
  return {
    open: async path => {
      try {
        const real = normalise(await realpath(path));
        const roots = await Promise.all(options.roots.map(realOrSame));
        if (!roots.some(root => isInside(root, real))) return fail(OUTSIDE);
        // Opening a pipe or a device could block for ever.
        if (!(await stat(real)).isFile()) return fail(NOT_A_FILE);
        return ok(await openReal(real));
      } catch (error) {
        return fail(readFailure(error));
      }
    },
  };
}

const OUTSIDE: ReadFailure = {
  kind: 'outside',
  message:
    'it lies outside the workspace, or is a link that leaves it; the setting `holdout.dataRoots` says what else may be read',
};
const NOT_A_FILE: ReadFailure = { kind: 'unreadable', message: 'it is not a regular file' };
const CHANGED: ReadFailure = {
  kind: 'unreadable',
  message: 'it changed while it was read; it will be read again',
};

async function realOrSame(root: string): Promise<string> {
  try {
    return normalise(await realpath(root));
  } catch {
    return normalise(root);
  }
}

async function openReal(path: string): Promise<OpenFile> {
  const handle = await open(path, 'r');
  const stats = await handle.stat({ bigint: true });
  const stamp = stampOf(stats);
  const unchanged = async (): Promise<boolean> => stampOf(await handle.stat({ bigint: true })) === stamp;
  const size = Number(stats.size);
  return {
    size,
    stamp,
    read: (start, end) => guarded(() => readRange(handle, start, Math.min(end, size), unchanged)),
    fingerprint: () => guarded(async () => ok(await hashOf(handle, size))),
    close: () => handle.close().catch(() => undefined),
  };
}

function stampOf({ mtimeNs, size, ino }: BigIntStats): string {
  return `${mtimeNs}:${size}:${ino}`;
}

/** What is cut off or written to in the meantime is not the file that was asked for. */
async function readRange(
  handle: FileHandle,
  start: number,
  end: number,
  unchanged: () => Promise<boolean>,
): Promise<Result<Uint8Array, ReadFailure>> {
  const bytes = new Uint8Array(Math.max(0, end - start));
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, start + done);
    if (bytesRead === 0) return fail(CHANGED);
    done += bytesRead;
  }
  return (await unchanged()) ? ok(bytes) : fail(CHANGED);
}

async function hashOf(handle: FileHandle, size: number): Promise<string> {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  const buffer = new Uint8Array(PIECE);
  for (let at = 0; at < size;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(PIECE, size - at), at);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return hash.digest('hex');
}

const PIECE = 1 << 20;

async function guarded<T>(work: () => Promise<Result<T, ReadFailure>>): Promise<Result<T, ReadFailure>> {
  try {
    return await work();
  } catch (error) {
    return fail(readFailure(error));
  }
}
