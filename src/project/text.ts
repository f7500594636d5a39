import type { Files } from '../base/ports';
import type { ReadFailure, Result } from '../base/result';
import { fail, ok } from '../base/result';

export interface TextFile {
  /** Without a byte order mark. */
  readonly text: string;
  readonly bytes: number;
}

/** Reads a file that must be UTF-8 text. */
export async function readText(files: Files, path: string): Promise<Result<TextFile, ReadFailure>> {
  const read = await files.read(path);
  return read.ok ? decode(read.value) : read;
}

function decode(bytes: Uint8Array): Result<TextFile, ReadFailure> {
  // What PowerShell's `>` and some editors write.
  if (isUtf16(bytes)) return fail({ kind: 'not-text', message: 'it is UTF-16 text; save it as UTF-8' });
  if (bytes.includes(0)) return fail({ kind: 'not-text', message: 'it is binary, not text' });
  try {
    return ok({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bytes: bytes.length });
  } catch {
    return fail({ kind: 'not-text', message: 'it is not UTF-8 text; save it as UTF-8' });
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
