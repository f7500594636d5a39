import { goBack } from './brackets';
import { isLineEnd, lineEnd } from './characters';
import type { Lexer, Quote } from './state';
import { Form, enclose, report, take } from './state';
import { Token } from './token';

const BACKSLASH = 92;
const PREFIX = /^(?:[rub]|br|rb|ur|[ft]r?|r[ft])$/i;
const TEMPLATE = /[ft]/i;

/** Can the word from `start` to `end` stand before a quote? */
export function isStringPrefix(text: string, start: number, end: number): boolean {
  return end - start <= 2 && PREFIX.test(text.slice(start, end));
}

/** A string whose prefix ends, and whose quote begins, at `quoteAt`. */
export function string(lexer: Lexer, quoteAt: number): void {
  const { text, at } = lexer;
  const prefix = text.slice(at, quoteAt);
  const quote = quoteOf(text, quoteAt, prefix);
  const open = quoteAt + (quote.triple ? 3 : 1);
  if (TEMPLATE.test(prefix) && !lexer.broken.has(at)) {
    enclose(lexer, Form.FString, Token.FEnd, { quote });
    take(lexer, Token.FStart, open);
    return;
  }
  const end = quote.triple ? tripleEnd(lexer, open, quote.code) : singleEnd(lexer, open, quote.code);
  if (end < 0) unterminated(lexer);
  else {
    if (TEMPLATE.test(prefix)) report(lexer, at, end, "A '{' in this string is never closed: add the '}'.");
    take(lexer, Token.String, end);
  }
}

function quoteOf(text: string, at: number, prefix: string): Quote {
  const code = text.charCodeAt(at);
  const triple = text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code;
  return { code, triple, raw: /r/i.test(prefix) };
}

/** End of the string, or -1 when it is not closed. */
function singleEnd({ text, limit }: Lexer, from: number, quote: number): number {
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (isLineEnd(code)) return -1;
    if (code === BACKSLASH) at = escaped(text, at);
  }
  return -1;
}

function tripleEnd({ text, limit }: Lexer, from: number, quote: number): number {
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at = escaped(text, at);
    else if (code === quote && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote)
      return at + 3 <= limit ? at + 3 : -1;
  }
  return -1;
}

/** Offset of the last character that the backslash at `at` escapes. */
export function escaped(text: string, at: number): number {
  return text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10 ? at + 2 : at + 1;
}

/** Recovers at the end of the line; in an f-string's field that string may itself be at fault. */
function unterminated(lexer: Lexer): void {
  const around = lexer.stack.findLastIndex(enclosure => enclosure.form === Form.FString);
  if (around >= 0 && goBack(lexer, around)) return;
  const end = Math.max(lineEnd(lexer.text, lexer.at, lexer.limit), lexer.at + 1);
  report(lexer, lexer.at, end, 'This string is never closed: add the closing quote where it belongs.');
  take(lexer, Token.String, end);
}
