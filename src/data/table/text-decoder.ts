import { joinedBytes } from '../../base/joined-bytes';
import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import type { TableProblem } from './batch';

/** Bytes in pieces → UTF-8 text. A byte order mark is taken away; other encodings are refused rather than misread. */
export interface TextPieces {
  push(bytes: Uint8Array): Result<string, TableProblem>;
  end(): Result<string, TableProblem>;
  /** Whole lines that someone else has read. */
  passLines(count: number): void;
}

export function textPieces(): TextPieces {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first: Uint8Array | undefined = new Uint8Array();
  let lines = 0;
  const decode = (bytes: Uint8Array, last: boolean): Result<string, TableProblem> => {
    try {
      const text = decoder.decode(bytes, { stream: !last });
      if (text.includes('\0')) return fail(NOT_TEXT);
      lines += countLines(text);
      return ok(text);
    } catch {
      return fail(notUtf8(lines + firstBadLine(bytes)));
    }
  };
  return {
    push: bytes => {
      if (!first) return decode(bytes, false);
      // The mark may come in pieces.
      const start: Uint8Array = joinedBytes(first, bytes);
      first = start.length < 2 ? start : undefined;
      if (first) return ok('');
      return isUtf16(start) ? fail(UTF_16) : decode(start, false);
    },
    end: () => decode(first ?? new Uint8Array(), true),
    passLines: count => void (lines += count),
  };
}

function isUtf16([a, b]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Lines of `bytes` before the first that is not UTF-8; the first of all when it began in the bytes before. */
function firstBadLine(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.indexOf('\uFFFD');
  return 1 + countLines(bad < 0 ? '' : text.slice(0, bad));
}

const UTF_16: TableProblem = {
  code: 'utf-16',
  message: 'it is UTF-16 text; save it as UTF-8',
  line: 1,
};

const NOT_TEXT: TableProblem = { code: 'not-utf-8', message: 'it is not text: it holds bytes that are 0' };

function notUtf8(line: number): TableProblem {
  return { code: 'not-utf-8', message: `line ${line} is not UTF-8 text; save the file as UTF-8`, line };
}
