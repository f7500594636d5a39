import type { Files, LargeFiles } from '../base/ports';
import type { FileCache } from '../data/file-cache';
import type { DataPort } from './ports';

/** Reads data where it is called: for a thread that has nothing else to do, and for tests. */
export function inProcessData(files: Files, large: LargeFiles): DataPort {
  const cache: FileCache = new Map();
  return {
    files,
    // What takes tables apart is large, and most commands never ask for it.
    profile: async (request, task) => {
      const { profileTables } = await import('../data/profile-tables');
      return profileTables(request, { files: large, cache, ...task });
    },
  };
}
