/**
 * Brackets, and how to recover from one that is never closed.
 *
 * Inside brackets a line end means nothing, so `foo(` would swallow everything that follows. The lexer first believes
 * that brackets close. What proves the contrary (the cell ends; a line begins with `def`, `return` …; a closer of
 * another kind comes on a later line) makes it go back to the bracket, marked as broken: this time the bracket ends
 * at the first line that is not indented deeper than the statement. So correct code is never read in any other way.
 */
import { afterLineEnd, isLineEnd } from './characters';
import type { Enclosure, Lexer } from './state';
import { Form, enclose, forget, report, take } from './state';
import { Token, pushToken } from './token';

const OPENERS: Readonly<Record<number, { readonly open: Token; readonly closer: Token }>> = {
  40: { open: Token.LParen, closer: Token.RParen },
  91: { open: Token.LBracket, closer: Token.RBracket },
  123: { open: Token.LBrace, closer: Token.RBrace },
};

const CLOSERS: Readonly<Record<number, Token>> = {
  41: Token.RParen,
  93: Token.RBracket,
  125: Token.RBrace,
};

export function openBracket(lexer: Lexer, code: number): void {
  const bracket = OPENERS[code] ?? { open: Token.LParen, closer: Token.RParen };
  const broken = lexer.broken.size > 0 && lexer.broken.has(lexer.at);
  enclose(lexer, Form.Bracket, bracket.closer, { broken });
  take(lexer, bracket.open, lexer.at + 1);
}

export function closeBracket(lexer: Lexer, code: number): void {
  const closer = CLOSERS[code] ?? Token.RParen;
  const top = lexer.stack.at(-1);
  if (top && top.closer !== closer && reconsider(lexer, closer)) return;
  if (lexer.stack.at(-1)?.closer === closer) lexer.stack.pop();
  take(lexer, closer, lexer.at + 1);
}

/** A closer that does not fit the innermost bracket: true when the lexer went back. */
function reconsider(lexer: Lexer, closer: Token): boolean {
  const { stack } = lexer;
  let depth = stack.length - 1;
  while (depth >= 0 && stack[depth]?.closer !== closer) {
    if (stack[depth]?.form === Form.Field) return goBack(lexer, depth - 1);
    depth--;
  }
  if (depth < 0) return false;
  const unclosed = stack[depth + 1];
  if (unclosed && !unclosed.broken && unclosed.start < lexer.lineStart && goBack(lexer, depth + 1))
    return true;
  stack.length = depth + 1;
  return false;
}

/** Reads again from the enclosure at `depth`, knowing that it and those inside it never close. */
export function goBack(lexer: Lexer, depth: number): boolean {
  const first = lexer.stack[depth];
  if (!first || lexer.budget < 0) return false;
  for (const enclosure of lexer.stack.slice(depth)) lexer.broken.add(enclosure.start);
  lexer.budget -= lexer.at - first.start;
  lexer.stack.length = depth;
  forget(lexer, first);
  lexer.at = first.start;
  lexer.lineStart = lineStartBefore(lexer, first.start);
  return true;
}

function lineStartBefore(lexer: Lexer, offset: number): number {
  let start = offset;
  while (start > lexer.cellStart && !isLineEnd(lexer.text.charCodeAt(start - 1))) start--;
  return start;
}

/** A line begins with a keyword that cannot stand in brackets. */
export function statementInBrackets(lexer: Lexer): void {
  if (lexer.stack.some(enclosure => !enclosure.broken) && goBack(lexer, 0)) return;
  lexer.at = lexer.lineStart;
  endStatement(lexer);
}

/** A line end inside brackets. */
export function lineEndInBrackets(lexer: Lexer, top: Enclosure): void {
  lexer.at = afterLineEnd(lexer.text, lexer.at, lexer.limit);
  lexer.lineStart = lexer.at;
  if (top.broken && nextLineIsStatement(lexer)) endStatement(lexer);
}

/** True when the cell is read to its end; false when the lexer went back. */
export function endOfCell(lexer: Lexer): boolean {
  if (lexer.stack.length === 0) return true;
  if (lexer.stack.some(enclosure => !enclosure.broken) && goBack(lexer, 0)) return false;
  endStatement(lexer);
  return true;
}

function endStatement(lexer: Lexer): void {
  const top = lexer.stack.at(-1);
  const reported = lexer.problems.at(-1)?.start ?? -1;
  // A string on this line that is not closed either has swallowed the bracket.
  if (top && reported < top.start) report(lexer, top.start, top.start + 1, unclosedMessage(lexer, top));
  lexer.stack.length = 0;
  pushToken(lexer.tokens, Token.Newline, lexer.at, lexer.at);
  lexer.fresh = true;
}

function unclosedMessage(lexer: Lexer, { form, start }: Enclosure): string {
  return form === Form.Bracket || form === Form.Field
    ? `This '${lexer.text.charAt(start)}' is never closed: add the closing bracket where it belongs.`
    : 'This string is never closed: add the closing quote where it belongs.';
}

/** Is the line at hand not indented deeper than the statement, and no closing bracket? */
function nextLineIsStatement(lexer: Lexer): boolean {
  const { text, limit, indents, margin } = lexer;
  let at = lexer.at;
  const base = lexer.at + margin + (indents.at(-1) ?? 0);
  while (at < limit && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  const code = text.charCodeAt(at);
  return at <= base && at < limit && !isLineEnd(code) && code !== 35 && CLOSERS[code] === undefined;
}
