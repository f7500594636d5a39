import type { LargeFiles, OpenFile } from '../../../src/base/ports';
import { fail, ok } from '../../../src/base/result';

export type Content = string | Uint8Array;

/** Files in memory that are read piece by piece. `onRead` is called before each read, and may change them. */
export function largeFiles(
  contents: ReadonlyMap<string, Content>,
  onRead: (path: string) => void = () => undefined,
): LargeFiles {
  return {
    open: path => {
      const content = contents.get(path);
      return Promise.resolve(
        content === undefined
          ? fail({ kind: 'missing', message: 'it is not there' } as const)
          : ok(openFile(path, contents, bytesOf(content), onRead)),
      );
    },
  };
}

export function bytesOf(content: Content): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function openFile(
  path: string,
  contents: ReadonlyMap<string, Content>,
  bytes: Uint8Array,
  onRead: (path: string) => void,
): OpenFile {
  const opened = contents.get(path);
  return {
    size: bytes.length,
    stamp: String(bytes.length),
    read: (start, end) => {
      onRead(path);
      const gone = contents.get(path) !== opened;
      return Promise.resolve(
        gone
          ? fail({
              kind: 'unreadable',
              message: 'it changed while it was read; it will be read again',
            } as const)
          : ok(bytes.subarray(start, end)),
      );
    },
    fingerprint: () => Promise.resolve(ok(String(bytes))),
    close: () => Promise.resolve(),
  };
}
