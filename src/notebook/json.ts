import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { lineIndex } from '../base/lines';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses JSON with or without a byte order mark; a failure is a clause that says where and what. */
export function parseJson(text: string): Result<unknown, string> {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (body.trim() === '') return fail('the file is empty.');
  const first = parsed(body);
  // Python writes numbers that JSON does not have; they are in outputs and metadata, where nothing is lost by `null`.
  const second = first.ok || !BARE_NUMBER.test(body) ? first : parsed(withoutBareNumbers(body));
  return second.ok ? second : fail(describe(body, first.ok ? '' : first.failure));
}

function parsed(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail(String(error instanceof Error ? error.message : error));
  }
}

const BARE_NUMBER = /\bNaN\b|\bInfinity\b/;

/** Every bare `NaN`, `Infinity` and `-Infinity` as `null`; strings stay as they are. */
function withoutBareNumbers(text: string): string {
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/g, token =>
    token.startsWith('"') ? token : 'null',
  );
}

/** Engines name the offset in some messages only; where they do not, the message says what it can. */
function describe(text: string, message: string): string {
  const offset = Number(/position (\d+)/.exec(message)?.[1] ?? NaN);
  if (offset >= text.trimEnd().length || /end of JSON|Unterminated/.test(message)) {
    return `it ends too early, on line ${lineIndex(text).positionAt(text.length).line + 1}; it may be cut short.`;
  }
  if (Number.isNaN(offset)) return `${message}.`;
  const { line, column } = lineIndex(text).positionAt(offset);
  const conflict = /^(<<<<<<<|=======|>>>>>>>)/m.test(text) ? ' It holds the marks of a merge conflict.' : '';
  return `line ${line + 1}, column ${column + 1} is not as it should be.${conflict}`;
}
