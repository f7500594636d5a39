import type { Files, LargeFiles } from '../base/ports';
import { fail } from '../base/result';
import { isInside, normalise } from './paths';

/** The files of one folder: a path that leaves it is refused before the disk is asked. */
export function confined(files: Files, folder: string): Files {
  const within = (path: string): boolean => isInside(folder, normalise(path));
  return {
    read: async path => (within(path) ? files.read(path) : fail(OUTSIDE)),
    stat: async path => (within(path) ? files.stat(path) : undefined),
    list: async path => (within(path) ? files.list(path) : []),
  };
}

/** As {@link confined}, for files that are read piece by piece. */
export function confinedLarge(large: LargeFiles, folder: string): LargeFiles {
  return {
    open: async path => (isInside(folder, normalise(path)) ? large.open(path) : fail(OUTSIDE)),
  };
}

const OUTSIDE = { kind: 'outside', message: 'it lies outside the project, and is not read' } as const;
