import type { Files, LargeFiles } from '../base/ports';
import type { FileCache } from '../data/file-cache';
import { profileTables } from '../data/profile-tables';
import type { DataPort } from './ports';

/** Reads data where it is called: for a thread that has nothing else to do, and for tests. */
export function inProcessData(files: Files, large: LargeFiles): DataPort {
  const cache: FileCache = new Map();
  return {
    files,
    profile: (request, task) => profileTables(request, { files: large, cache, ...task }),
  };
}
