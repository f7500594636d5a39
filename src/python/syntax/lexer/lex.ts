/** Text to tokens: cell by cell, so that nothing left open in one cell reaches the next. */
import type { Span } from '../../../base/place';
import type { SyntaxProblem } from '../ast';
import { closeBracket, endOfCell, lineEndInBrackets, openBracket } from './brackets';
import { Char, beginsWord, characterAt, classOf, isDigit } from './characters';
import { escapedValue, help } from './escapes';
import { fstringText, isLiteral, openSpec } from './fstrings';
import { comment, endCell, endLine, endsPhysicalLine, joinLine, marginOf, startLine } from './lines';
import { number } from './numbers';
import { operator } from './operators';
import type { Lexer } from './state';
import { Form, report, take } from './state';
import { string } from './strings';
import type { Tokens } from './token';
import { Token, newTokens, pushToken } from './token';
import { word } from './words';

export interface Lexed {
  readonly tokens: Tokens;
  readonly comments: Span[];
  readonly problems: SyntaxProblem[];
  /** Where brackets and strings begin that were found never to end, for all that was read. */
  readonly broken: ReadonlySet<number>;
}

/** The part of a text that is read. */
export interface Part {
  /** A cell, or a line with which a statement begins that stands in no block. */
  readonly from: number;
  /** Another. */
  readonly to: number;
}

/** How many times over a text may be read again to recover. */
const SECOND_READINGS = 8;

export function lex(text: string, cells: readonly Span[], notebook: boolean, part: Part): Lexed {
  const { from, to } = part;
  const lexer: Lexer = {
    text,
    notebook,
    at: 0,
    limit: 0,
    cellStart: 0,
    lineStart: 0,
    fresh: true,
    lineToken: 0,
    lineOffset: 0,
    indents: [0],
    margin: 0,
    stack: [],
    broken: new Set(),
    budget: SECOND_READINGS * text.length,
    tokens: newTokens(to - from),
    comments: [],
    problems: [],
  };
  for (const cell of cells) {
    if (cell.end < from) continue;
    if (cell.start >= to && to < text.length) break;
    if (lexer.tokens.count > 0) pushToken(lexer.tokens, Token.CellEnd, cell.start, cell.start);
    lexCell(lexer, cell, part);
  }
  pushToken(lexer.tokens, Token.End, to, to);
  return lexer;
}

function lexCell(lexer: Lexer, { start, end }: Span, { from, to }: Part): void {
  lexer.at = start;
  lexer.cellStart = start;
  lexer.lineStart = start;
  lexer.limit = Math.min(end, to);
  lexer.fresh = true;
  lexer.margin = lexer.notebook ? marginOf(lexer) : 0;
  if (from > start) lexer.at = lexer.lineStart = from;
  do {
    while (lexer.at < lexer.limit) step(lexer);
  } while (!endOfCell(lexer));
  endCell(lexer);
}

function step(lexer: Lexer): void {
  if (lexer.fresh) {
    startLine(lexer);
    return;
  }
  const top = lexer.stack.length > 0 ? lexer.stack.at(-1) : undefined;
  if (top && isLiteral(top)) fstringText(lexer, top);
  else token(lexer);
}

function token(lexer: Lexer): void {
  const code = lexer.text.charCodeAt(lexer.at);
  switch (classOf(code)) {
    case Char.Space:
      lexer.at++;
      return;
    case Char.Letter:
      word(lexer);
      return;
    case Char.Operator:
      punctuation(lexer, code);
      return;
    case Char.Open:
      openBracket(lexer, code);
      return;
    case Char.Close:
      closeBracket(lexer, code);
      return;
    case Char.Quote:
      string(lexer, lexer.at);
      return;
    case Char.Digit:
      number(lexer);
      return;
    case Char.Dot:
      dot(lexer);
      return;
    case Char.LineEnd:
      lineBreak(lexer);
      return;
    case Char.Hash:
      comment(lexer);
      return;
    default:
      rare(lexer, code);
  }
}

function lineBreak(lexer: Lexer): void {
  const top = lexer.stack.at(-1);
  if (top) lineEndInBrackets(lexer, top);
  else endLine(lexer);
}

function dot(lexer: Lexer): void {
  const { text, at } = lexer;
  if (isDigit(text.charCodeAt(at + 1))) number(lexer);
  else if (text.startsWith('...', at)) take(lexer, Token.Ellipsis, at + 3);
  else take(lexer, Token.Dot, at + 1);
}

function punctuation(lexer: Lexer, code: number): void {
  const top = lexer.stack.length > 0 ? lexer.stack.at(-1) : undefined;
  if (top?.form === Form.Field && isFieldMark(lexer, code)) {
    if (code === 58) openSpec(lexer, top);
    else take(lexer, Token.Exclamation, lexer.at + 1);
    return;
  }
  const kind = operator(lexer, code);
  if (kind === Token.Assign && !top) escapedValue(lexer);
}

/** `:`, or a `!` that is not the start of `!=`. */
function isFieldMark({ text, at }: Lexer, code: number): boolean {
  return code === 58 || (code === 33 && text.charCodeAt(at + 1) !== 61);
}

function rare(lexer: Lexer, code: number): void {
  const { text, at, limit } = lexer;
  if (code === 92 && endsPhysicalLine(lexer)) joinLine(lexer);
  else if (code === 92 && at + 1 >= limit) danglingBackslash(lexer);
  else if (code === 63 && lexer.stack.length === 0 && help(lexer)) return;
  else if (code >= 128 && beginsWord(text, at)) word(lexer);
  else if (code >= 128 && /\s|\p{Cf}/u.test(characterAt(text, at))) invisible(lexer);
  else take(lexer, Token.Unknown, at + characterAt(text, at).length);
}

function danglingBackslash(lexer: Lexer): void {
  report(
    lexer,
    lexer.at,
    lexer.at + 1,
    "This '\\' joins its line to nothing: delete it, or write the next line.",
  );
  lexer.at++;
}

function invisible(lexer: Lexer): void {
  const { text, at } = lexer;
  const name = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  report(
    lexer,
    at,
    at + 1,
    `Python does not accept the invisible character U+${name} here: replace it by a plain space or delete it.`,
  );
  lexer.at += characterAt(text, at).length;
}
