import { statementInBrackets } from './brackets';
import { wordEnd } from './characters';
import type { Lexer } from './state';
import { take } from './state';
import { isStringPrefix, string } from './strings';
import { FIRST_STATEMENT_KEYWORD, KEYWORDS, Token } from './token';

/** A name, a keyword, or a string with a prefix. */
export function word(lexer: Lexer): void {
  const { text, at } = lexer;
  const end = wordEnd(text, at);
  const length = end - at;
  if (length <= 2) {
    const next = text.charCodeAt(end);
    if ((next === 34 || next === 39) && isStringPrefix(text, at, end)) {
      string(lexer, end);
      return;
    }
  }
  const kind = length >= 2 && length <= 8 ? keyword(text, at, length) : Token.Name;
  if (kind >= FIRST_STATEMENT_KEYWORD && lexer.stack.length > 0 && isFirstOnLine(lexer))
    statementInBrackets(lexer);
  else take(lexer, kind, end);
}

interface Keyword {
  readonly word: string;
  readonly token: Token;
}

/** Keywords by the code of their first letter. */
const CANDIDATES: readonly (readonly Keyword[])[] = Array.from({ length: 128 }, (_, code) =>
  [...KEYWORDS].filter(([word]) => word.charCodeAt(0) === code).map(([word, token]) => ({ word, token })),
);

function keyword(text: string, at: number, length: number): Token {
  for (const candidate of CANDIDATES[text.charCodeAt(at)] ?? []) {
    if (candidate.word.length === length && text.startsWith(candidate.word, at)) return candidate.token;
  }
  return Token.Name;
}

function isFirstOnLine({ text, at, lineStart }: Lexer): boolean {
  for (let i = lineStart; i < at; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}
