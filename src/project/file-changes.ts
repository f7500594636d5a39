import type { Files, FileVersions, Revisions } from '../base/ports';
import type { FileChange } from '../reports/facts';

/** A file whose last change is asked for, and what it is to the numbers of a report. */
export type AskedFile = Pick<FileChange, 'file' | 'of'>;

/** Remembers when files were last committed, until one of them changes or another commit is checked out. */
export interface ChangesStore {
  /** Files of which nothing is known, since they were never committed or nobody may ask, are left out. */
  of(asked: readonly AskedFile[]): Promise<readonly FileChange[]>;
  /** Git is asked again, also where it failed. */
  forget(): void;
}

interface Known {
  readonly head: string;
  readonly stamp: string;
  readonly change: Omit<FileChange, 'of'> | undefined;
}

export function createChangesStore(given: {
  readonly files: Files;
  readonly revisions?: Revisions;
  readonly versions?: FileVersions;
}): ChangesStore {
  const { files, revisions, versions } = given;
  const known = new Map<string, Known>();
  const changeOf = async (file: string, head: string): Promise<Known['change']> => {
    const stamp = (await files.stat(file))?.stamp ?? '';
    const before = known.get(file);
    if (before?.head === head && before.stamp === stamp) return before.change;
    const last = await revisions?.lastChange(file);
    const change = last?.ok === true ? { file, ...last.value } : undefined;
    known.set(file, { head, stamp, change });
    return change;
  };
  return {
    of: async asked => {
      const [first] = asked;
      const head = first && (await versions?.head(first.file));
      if (head?.ok !== true) return [];
      const found: FileChange[] = [];
      // One after the other: each is a process or two, and the next report finds them known.
      for (const { file, of } of asked) {
        const change = await changeOf(file, head.value);
        if (change) found.push({ ...change, of });
      }
      return found;
    },
    forget: () => known.clear(),
  };
}
