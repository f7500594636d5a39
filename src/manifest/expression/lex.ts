import type { Span } from '../../base/place';
import { fail, ok } from '../../base/result';
import type { Result } from '../../base/result';

export interface Token {
  readonly kind: 'number' | 'name' | 'quoted' | 'op' | 'end';
  /** The number, the name without its backticks, or the operator. */
  readonly text: string;
  readonly span: Span;
}

/** A mistake in an expression, with its place in the expression's text. */
export interface ExpressionFailure {
  readonly message: string;
  readonly span: Span;
}

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?%?/y],
  ['name', /[\p{L}_][\p{L}\p{N}_.@]*/uy],
  ['quoted', /`[^`]+`|"[^"]*"|'[^']*'/y],
  ['op', />=|<=|==|[-+*/()[\],<>=]/y],
];

/** Splits an expression into tokens; the last is always `end`. */
export function lex(text: string): Result<readonly Token[], ExpressionFailure> {
  const tokens: Token[] = [];
  for (let at = skipSpace(text, 0); at < text.length;) {
    const token = tokenAt(text, at);
    if (!token) return fail(unreadable(text, at));
    tokens.push(token);
    at = skipSpace(text, token.span.end);
  }
  return ok([...tokens, { kind: 'end', text: '', span: { start: text.length, end: text.length } }]);
}

function tokenAt(text: string, start: number): Token | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    const span = { start, end: start + found.length };
    return { kind, text: kind === 'quoted' ? found.slice(1, -1) : found, span };
  }
  return undefined;
}

function unreadable(text: string, at: number): ExpressionFailure {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const message =
    character === '`' || character === '"' || character === "'"
      ? `The closing ${character} is missing.`
      : `\`${character}\` has no meaning here. Put a metric's name in backticks if it belongs to it.`;
  return { message, span: { start: at, end: at + character.length } };
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}
