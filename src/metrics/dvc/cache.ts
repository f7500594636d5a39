import type { Files } from '../../base/ports';
import type { ReadFailure, Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import { parseJson } from '../readers/json-tree';
import { textAt } from '../shapes/shape';
import type { Lock } from './lock';
import { folderOf, pathFrom } from './paths';

/** DVC's store of contents, as versions 1 to 3 lay it out. */
export interface Cache {
  /** The content that the lock knows under a path, also in a folder that is kept as a whole. */
  contentOf(path: string): Promise<Result<CachedContent, 'unknown' | 'not pulled' | ReadFailure>>;
  /** The path of this content in a folder that is kept as a whole. */
  memberOf(md5: string): Promise<string | undefined>;
}

export interface CachedContent {
  readonly bytes: Uint8Array;
  /** Where it lies. */
  readonly file: string;
}

const HIGHEST = 16;

/** The cache of the repository around a folder. Nothing outside of what `files` gives is read. */
export async function cacheAround(files: Files, folder: string, lock: Lock): Promise<Cache> {
  const stores = await storesAround(files, folder);
  const read = async (md5: string): Promise<Result<CachedContent, 'not pulled' | ReadFailure>> => {
    for (const store of stores) {
      const file = `${store}/${md5.slice(0, 2)}/${md5.slice(2)}`;
      const found = await files.read(file);
      if (found.ok) return ok({ bytes: found.value, file });
      if (found.failure.kind === 'too-large') return fail(found.failure);
    }
    return fail('not pulled');
  };
  return {
    contentOf: async path => {
      const own = lock.outs.get(path);
      if (own && !own.md5.endsWith('.dir')) return read(own.md5);
      const parent = [...lock.outs].find(
        ([out, { md5 }]) => md5.endsWith('.dir') && path.startsWith(`${out}/`),
      );
      if (!parent) return fail('unknown');
      const [out, { md5 }] = parent;
      const listing = await read(md5);
      if (!listing.ok) return listing;
      const name = path.slice(out.length + 1);
      const inner = membersIn(listing.value.bytes).find(({ relpath }) => relpath === name);
      return inner ? read(inner.md5) : fail('unknown');
    },
    memberOf: async wanted => {
      for (const [out, { md5 }] of lock.outs) {
        const listing = md5.endsWith('.dir') ? await read(md5) : undefined;
        const found = listing?.ok
          ? membersIn(listing.value.bytes).find(one => one.md5 === wanted)
          : undefined;
        if (found) return `${out}/${found.relpath}`;
      }
      return undefined;
    },
  };
}

interface Member {
  readonly md5: string;
  readonly relpath: string;
}

/** A folder is kept as a list of `{ md5, relpath }`. */
function membersIn(listing: Uint8Array): readonly Member[] {
  const { tree } = parseJson(new TextDecoder().decode(listing));
  const items = tree?.kind === 'array' ? tree.items : [];
  return items.flatMap(item => {
    const [md5, relpath] = [textAt(item, 'md5'), textAt(item, 'relpath')];
    return md5 !== undefined && /^[0-9a-f]{32}$/.test(md5) && relpath !== undefined ? [{ md5, relpath }] : [];
  });
}

/** Where contents may lie: version 3 keeps them apart by their digest, earlier ones do not. */
async function storesAround(files: Files, folder: string): Promise<readonly string[]> {
  let at = folder;
  for (let height = 0; height < HIGHEST && at !== ''; height++, at = folderOf(at)) {
    const home = `${at}/.dvc`;
    if ((await files.stat(home))?.kind !== 'directory') continue;
    const cache = (await configured(files, home)) ?? `${home}/cache`;
    return [`${cache}/files/md5`, cache];
  }
  return [];
}

/** `[cache] dir = …` of the configuration, that of this machine first; relative to the folder of the configuration. */
async function configured(files: Files, home: string): Promise<string | undefined> {
  for (const name of ['config.local', 'config']) {
    const read = await files.read(`${home}/${name}`);
    const text = read.ok ? new TextDecoder().decode(read.value) : '';
    const section = /^\s*\[\s*'?cache'?\s*\]([^[]*)/m.exec(text)?.[1] ?? '';
    const dir = /^\s*dir\s*=\s*(.+?)\s*$/m.exec(section)?.[1];
    if (dir !== undefined) return pathFrom(home, dir);
  }
  return undefined;
}
