import type { Span } from '../../../base/place';
import type { SyntaxProblem } from '../ast';
import type { Tokens } from './token';
import { Token, pushToken } from './token';

/** What encloses the place that is being read. */
export const enum Form {
  Bracket,
  /** The text of an f-string or t-string. */
  FString,
  /** Between `{` and `}` of one. */
  Field,
  /** A field's format, behind its `:`. */
  Spec,
}

export interface Enclosure {
  readonly form: Form;
  readonly start: number;
  /** How many tokens and problems there were before it. */
  readonly tokens: number;
  readonly problems: number;
  /** Of a bracket or field: what closes it. */
  readonly closer: Token;
  /** An earlier attempt has shown that it is never closed. */
  readonly broken: boolean;
  /** Of an f-string and what is in it. */
  readonly quote: Quote | undefined;
}

export interface Quote {
  /** Code of the quote character. */
  readonly code: number;
  readonly triple: boolean;
  readonly raw: boolean;
}

export interface Lexer {
  readonly text: string;
  readonly notebook: boolean;
  /** The next character. */
  at: number;
  /** End of the cell: nothing is read beyond it. */
  limit: number;
  /** Start of the cell. */
  cellStart: number;
  /** Start of the physical line. */
  lineStart: number;
  /** At the start of a logical line, before its indentation. */
  fresh: boolean;
  /** Index of the logical line's first token, and its offset. */
  lineToken: number;
  lineOffset: number;
  readonly indents: number[];
  /** Columns that IPython takes off every line of a cell whose first line is indented. */
  margin: number;
  readonly stack: Enclosure[];
  /** Offsets of brackets and f-strings that are never closed. */
  readonly broken: Set<number>;
  /** Characters that may still be read a second time to recover; keeps the whole linear. */
  budget: number;
  readonly tokens: Tokens;
  readonly comments: Span[];
  readonly problems: SyntaxProblem[];
}

/** Emits a token that ends at `end` and moves behind it. */
export function take(lexer: Lexer, kind: Token, end: number): void {
  pushToken(lexer.tokens, kind, lexer.at, end);
  lexer.at = end;
}

export function report(lexer: Lexer, start: number, end: number, message: string): void {
  lexer.problems.push({ start, end, message });
}

export function lastToken(lexer: Lexer): Token {
  const { tokens } = lexer;
  return tokens.kinds[tokens.count - 1] ?? Token.End;
}

/** Enters an enclosure that starts at the character at hand. */
export function enclose(
  lexer: Lexer,
  form: Form,
  closer: Token,
  rest: { broken?: boolean; quote?: Quote } = {},
): void {
  const { stack, at, tokens, problems } = lexer;
  const { broken = false, quote } = rest;
  stack.push({ form, start: at, tokens: tokens.count, problems: problems.length, closer, broken, quote });
}

/** Forgets everything read since the enclosure was entered. */
export function forget(lexer: Lexer, { start, tokens, problems }: Enclosure): void {
  const { comments } = lexer;
  lexer.tokens.count = tokens;
  lexer.problems.length = problems;
  for (let last = comments.at(-1); last && last.start >= start; last = comments.at(-1)) comments.pop();
}
