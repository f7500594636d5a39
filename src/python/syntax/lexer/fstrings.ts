import { goBack } from './brackets';
import { isLineEnd } from './characters';
import type { Enclosure, Lexer, Quote } from './state';
import { Form, enclose, report, take } from './state';
import { escaped } from './strings';
import { Token, pushToken } from './token';

const enum Code {
  Backslash = 92,
  Open = 123,
  Close = 125,
  LetterN = 78,
}

/** Is the text at hand that of an f-string, or of a field's format, rather than Python? */
export function isLiteral(top: Enclosure): boolean {
  return top.form === Form.FString || top.form === Form.Spec;
}

/** Reads the text up to the next field, the end of the format, or the end of the string. */
export function fstringText(lexer: Lexer, top: Enclosure): void {
  const quote = top.quote ?? { code: 34, triple: false, raw: false };
  const end = textEnd(lexer, quote, top.form === Form.Spec);
  if (end > lexer.at) take(lexer, Token.FMiddle, end);
  const code = lexer.text.charCodeAt(end);
  if (end >= lexer.limit) return;
  if (code === Code.Open) openField(lexer, quote);
  else if (code === Code.Close && top.form === Form.Spec) closeSpec(lexer);
  else if (code === Code.Close) strayBrace(lexer);
  else if (top.form === Form.FString && !isLineEnd(code)) endString(lexer, quote);
  else abandon(lexer);
}

/** Where the text stops: at a brace that is no escape, at the closing quote, at a line end that ends the string. */
function textEnd({ text, at: start, limit }: Lexer, quote: Quote, spec: boolean): number {
  let at = start;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === Code.Backslash) at = quote.raw ? at + rawEscape(text, at) : afterEscape(text, at);
    else if (code === Code.Open || code === Code.Close) {
      if (spec || text.charCodeAt(at + 1) !== code) return at;
      at += 2;
    } else if (code === quote.code && closes(text, at, quote)) return at;
    else if (isLineEnd(code) && !quote.triple) return at;
    else at++;
  }
  return limit;
}

/** In a raw string a backslash keeps a quote from closing it, and nothing else. */
function rawEscape(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  return next === Code.Open || next === Code.Close ? 1 : escaped(text, at) - at + 1;
}

function afterEscape(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === Code.Open || next === Code.Close) return at + 1;
  if (next !== Code.LetterN || text.charCodeAt(at + 2) !== Code.Open) return escaped(text, at) + 1;
  let end = at + 3;
  while (/[\w -]/.test(text.charAt(end))) end++;
  return text.charCodeAt(end) === Code.Close ? end + 1 : at + 2;
}

function closes(text: string, at: number, { code, triple }: Quote): boolean {
  return !triple || (text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code);
}

function openField(lexer: Lexer, quote: Quote): void {
  enclose(lexer, Form.Field, Token.RBrace, { quote });
  take(lexer, Token.LBrace, lexer.at + 1);
}

/** The `:` of a field. */
export function openSpec(lexer: Lexer, { quote }: Enclosure): void {
  enclose(lexer, Form.Spec, Token.End, quote && { quote });
  take(lexer, Token.Colon, lexer.at + 1);
}

function closeSpec(lexer: Lexer): void {
  lexer.stack.length -= 2;
  take(lexer, Token.RBrace, lexer.at + 1);
}

function strayBrace(lexer: Lexer): void {
  report(
    lexer,
    lexer.at,
    lexer.at + 1,
    "A single '}' closes nothing in this string: write '}}' for a literal brace.",
  );
  take(lexer, Token.FMiddle, lexer.at + 1);
}

function endString(lexer: Lexer, { triple }: Quote): void {
  lexer.stack.pop();
  take(lexer, Token.FEnd, lexer.at + (triple ? 3 : 1));
}

/** The string is not well formed: read it again as plain text, or end it here. */
function abandon(lexer: Lexer): void {
  const start = lexer.stack.findLastIndex(enclosure => enclosure.form === Form.FString);
  if (goBack(lexer, start)) return;
  lexer.stack.length = start;
  pushToken(lexer.tokens, Token.FEnd, lexer.at, lexer.at);
}
