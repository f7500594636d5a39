import type { Files } from '../../../src/base/ports';
import { fail, ok } from '../../../src/base/result';

/** A file system in memory; a file's value is its text, bytes, or the failure that reading it gives. */
export interface MemoryFiles extends Files {
  write(path: string, content: string | Uint8Array): void;
  remove(path: string): void;
  /** How often each path was read. */
  readonly reads: Map<string, number>;
}

export function memoryFiles(initial: Readonly<Record<string, string | Uint8Array>> = {}): MemoryFiles {
  const contents = new Map(Object.entries(initial));
  const reads = new Map<string, number>();
  const bytesOf = (path: string): Uint8Array | undefined => {
    const content = contents.get(path);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  const isFolder = (path: string): boolean => [...contents.keys()].some(file => file.startsWith(`${path}/`));
  return {
    reads,
    write: (path, content) => {
      contents.set(path, content);
    },
    remove: path => {
      for (const file of contents.keys())
        if (file === path || file.startsWith(`${path}/`)) contents.delete(file);
    },
    read: path => {
      reads.set(path, (reads.get(path) ?? 0) + 1);
      const bytes = bytesOf(path);
      return Promise.resolve(
        bytes ? ok(bytes) : fail({ kind: 'missing', message: 'it is not there' } as const),
      );
    },
    stat: path => {
      const bytes = bytesOf(path);
      if (bytes) return Promise.resolve({ kind: 'file' as const, size: bytes.length, stamp: String(bytes) });
      return Promise.resolve(isFolder(path) ? { kind: 'directory' as const, size: 0, stamp: '' } : undefined);
    },
    list: path => {
      const prefix = path === '/' ? '/' : `${path}/`;
      const names = [...contents.keys()]
        .filter(file => file.startsWith(prefix))
        .map(file => file.slice(prefix.length))
        .map(rest => (rest.includes('/') ? rest.slice(0, rest.indexOf('/') + 1) : rest));
      return Promise.resolve([...new Set(names)].sort());
    },
  };
}
