import type { Files, FileVersion } from '../../base/ports';
import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import { yamlTreeOf } from '../readers/yaml';
import type { Cache } from './cache';
import { cacheAround } from './cache';
import { lockOf, type Lock } from './lock';
import { folderOf } from './paths';

/** A file that DVC keeps beside Git: where it stands, or where its content lies in the cache. */
export interface KeptFile {
  readonly lock: string;
  readonly file: string;
}

export interface LockedVersions {
  /** Where the file stands once DVC checks it out. */
  readonly path: string;
  readonly versions: readonly FileVersion[];
}

/**
 * What a file was at the commits of `dvc.lock`, from DVC's cache: Git has only the lock. A commit that leaves the file as it was has
 * none.
 *
 * @param versions of the lock, oldest first
 */
export async function lockedVersions(
  files: Files,
  { lock, file }: KeptFile,
  versions: readonly FileVersion[],
): Promise<LockedVersions> {
  const now = await files.read(lock);
  const path = now.ok ? await pathOf(file, ...(await cacheOf(files, lock, now.value))) : file;
  const known = new Map<string, Uint8Array>();
  const found: FileVersion[] = [];
  let before = '';
  for (const version of versions) {
    const content = version.content.ok
      ? await contentAt(files, lock, path, version.content.value)
      : fail(version.content.failure);
    const here = content.ok ? content.value.file : content.failure;
    if (here === before) continue;
    before = here;
    found.push({ ...version, content: content.ok ? ok(sameBytes(known, content.value)) : content });
  }
  return { path, versions: found };
}

/** Of equal contents the same bytes. */
function sameBytes(
  known: Map<string, Uint8Array>,
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
): Uint8Array {
  const own = known.get(file) ?? bytes;
  known.set(file, own);
  return own;
}

async function cacheOf(files: Files, lock: string, bytes: Uint8Array): Promise<readonly [Lock, Cache]> {
  const own = lockOf(lock, yamlTreeOf(new TextDecoder().decode(bytes)).tree);
  return [own, await cacheAround(files, folderOf(lock), own)];
}

/** The path of a file that is named by its place in the cache; of any other its own. */
async function pathOf(file: string, lock: Lock, cache: Cache): Promise<string> {
  const md5 = /\/([0-9a-f]{2})\/([0-9a-f]{30})$/.exec(file)?.slice(1).join('');
  if (md5 === undefined) return file;
  for (const [path, out] of lock.outs) if (out.md5 === md5) return path;
  return (await cache.memberOf(md5)) ?? file;
}

async function contentAt(
  files: Files,
  lock: string,
  path: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly file: string; readonly bytes: Uint8Array }, string>> {
  const [, cache] = await cacheOf(files, lock, bytes);
  const content = await cache.contentOf(path);
  if (content.ok) return content;
  if (content.failure === 'not pulled') return fail('DVC keeps it, and it is not in the cache');
  return fail(content.failure === 'unknown' ? '`dvc.lock` does not know it' : content.failure.message);
}
