import { afterLineEnd, isLineEnd, lineEnd } from './characters';
import { escapeAtLineStart } from './escapes';
import type { Lexer } from './state';
import { report } from './state';
import { Token, pushToken } from './token';

/** CPython's own limit; deeper levels are read as if they were this one. */
const MAX_INDENTS = 100;

/** At the start of a logical line: skips it when it is blank, else emits its indents or dedents. */
export function startLine(lexer: Lexer): void {
  const column = skipIndentation(lexer);
  if (lexer.at >= lexer.limit) return;
  const code = lexer.text.charCodeAt(lexer.at);
  if (isLineEnd(code)) skipLineEnd(lexer);
  else if (code === 35) comment(lexer);
  else if (code === 92 && endsPhysicalLine(lexer)) joinLine(lexer);
  else {
    indent(lexer, Math.max(0, column - lexer.margin));
    lexer.fresh = false;
    lexer.lineToken = lexer.tokens.count;
    lexer.lineOffset = lexer.at;
    escapeAtLineStart(lexer);
  }
}

/** The column of the cell's first line that is not blank: a pasted cell may be indented as a whole. */
export function marginOf(lexer: Lexer): number {
  const { at } = lexer;
  let column = skipIndentation(lexer);
  while (lexer.at < lexer.limit && isLineEnd(lexer.text.charCodeAt(lexer.at))) {
    lexer.at = afterLineEnd(lexer.text, lexer.at, lexer.limit);
    column = skipIndentation(lexer);
  }
  lexer.at = at;
  return column;
}

/** Moves behind the blanks and tells the column: a tab goes to the next multiple of eight. */
function skipIndentation(lexer: Lexer): number {
  let column = 0;
  for (; lexer.at < lexer.limit; lexer.at++) {
    const code = lexer.text.charCodeAt(lexer.at);
    if (code === 32) column++;
    else if (code === 9) column = (column & ~7) + 8;
    else if (code === 12 || code === 0xfeff) column = 0;
    else break;
  }
  return column;
}

function indent(lexer: Lexer, column: number): void {
  const { indents, tokens, at } = lexer;
  if (column > (indents.at(-1) ?? 0)) {
    if (indents.length > MAX_INDENTS) return;
    indents.push(column);
    pushToken(tokens, Token.Indent, at, at);
    return;
  }
  while (column < (indents.at(-1) ?? 0)) {
    indents.pop();
    pushToken(tokens, Token.Dedent, at, at);
  }
  if (column > (indents.at(-1) ?? 0) && indents.length <= MAX_INDENTS) {
    report(
      lexer,
      at,
      at,
      'This line matches no outer level of indentation: align it with the block that it belongs to.',
    );
  }
}

/** Ends the logical line: emits its Newline. */
export function endLine(lexer: Lexer): void {
  const end = afterLineEnd(lexer.text, lexer.at, lexer.limit);
  pushToken(lexer.tokens, Token.Newline, lexer.at, end);
  lexer.at = end;
  lexer.lineStart = end;
  lexer.fresh = true;
}

/** Ends the cell: the last line's Newline, the open blocks' Dedents. */
export function endCell(lexer: Lexer): void {
  const { tokens, indents, limit } = lexer;
  if (!lexer.fresh) pushToken(tokens, Token.Newline, limit, limit);
  for (; indents.length > 1; indents.pop()) pushToken(tokens, Token.Dedent, limit, limit);
}

export function comment(lexer: Lexer): void {
  const end = lineEnd(lexer.text, lexer.at, lexer.limit);
  lexer.comments.push({ start: lexer.at, end });
  lexer.at = end;
}

/** Does a line end of this cell follow the backslash at hand? */
export function endsPhysicalLine({ text, at, limit }: Lexer): boolean {
  return at + 1 < limit && isLineEnd(text.charCodeAt(at + 1));
}

/** A backslash at the end of a line. */
export function joinLine(lexer: Lexer): void {
  lexer.at++;
  skipLineEnd(lexer);
}

function skipLineEnd(lexer: Lexer): void {
  lexer.at = afterLineEnd(lexer.text, lexer.at, lexer.limit);
  lexer.lineStart = lexer.at;
}
