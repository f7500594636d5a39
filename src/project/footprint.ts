import type { Files } from '../base/ports';
import { folderOf, foldersAbove, isInside } from './paths';
import type { Change } from './ports';

/**
 * What an answer rests on: every path that was read, asked for or listed while it was computed, present or not. While
 * none of these changes, the answer stands.
 */
export interface Footprint {
  /** The file system, with every look written down. */
  readonly files: Files;
  isTouchedBy(change: Change): boolean;
}

export function footprintOf(files: Files): Footprint {
  const looked = new Set<string>();
  const listed = new Map<string, readonly string[]>();
  return {
    files: {
      read: path => {
        looked.add(path);
        return files.read(path);
      },
      stat: path => {
        looked.add(path);
        return files.stat(path);
      },
      list: async path => {
        // Until the answer is here, any change may be missing from it.
        listed.set(path, []);
        const names = await files.list(path);
        listed.set(path, names);
        return names;
      },
    },
    isTouchedBy: ({ path, kind }) =>
      [path, ...foldersAbove(path)].some(one => looked.has(one)) ||
      [...looked].some(one => isInside(path, one)) ||
      // What is written stays where it is listed.
      (kind !== 'changed' && changesAListing(path, listed)),
  };
}

/**
 * A listing changes with what lies directly in the folder. A path further down matters when the folder on the way to
 * it was not listed, for then that folder is new, or has gone.
 */
function changesAListing(path: string, listed: ReadonlyMap<string, readonly string[]>): boolean {
  return [...listed].some(([folder, names]) => {
    if (folderOf(path) === folder || isInside(path, folder)) return true;
    if (!isInside(folder, path)) return false;
    const [child = ''] = path.slice(folder.length).split('/').filter(Boolean);
    return !names.includes(`${child}/`);
  });
}
