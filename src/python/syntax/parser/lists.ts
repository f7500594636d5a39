import type { BadExpression, Expr } from '../ast';
import { Kind } from '../ast';
import { Token, tokenSet } from '../lexer/token';
import type { Parser } from './parser';
import { advance, missingAt, problem } from './parser';

const BEGINS_EXPRESSION = tokenSet(
  Token.Name,
  Token.Number,
  Token.String,
  Token.FStart,
  Token.LParen,
  Token.LBracket,
  Token.LBrace,
  Token.Ellipsis,
  Token.Plus,
  Token.Minus,
  Token.Tilde,
  Token.Star,
  Token.False,
  Token.None,
  Token.True,
  Token.Await,
  Token.Lambda,
  Token.Not,
  Token.Yield,
);

/** Can the token at hand begin an expression (or `*expression`, or `yield`)? */
export function beginsExpression(p: Parser): boolean {
  return BEGINS_EXPRESSION[p.token] === 1;
}

/** Where an expression should be: empty, unless there is a character that is none of Python's. */
export function missingExpression(p: Parser, message = 'Expected an expression here.'): BadExpression {
  problem(p, message);
  const start = missingAt(p);
  if (p.token === Token.Unknown) advance(p);
  return { kind: Kind.BadExpression, start, end: p.lastEnd };
}

/**
 * Elements between commas up to `closer`, which is consumed. Recovers from a missing comma, and from what is no
 * element by going on behind the next comma.
 */
export function elements<T>(
  p: Parser,
  closer: Token,
  element: (p: Parser) => T,
  begins = beginsExpression,
): T[] {
  const found: T[] = [];
  while (p.token !== closer && !endsLine(p)) {
    const { index } = p;
    if (begins(p)) found.push(element(p));
    else skipToComma(p, closer);
    if (p.token === Token.Comma) advance(p);
    else if (p.token !== closer) problem(p, `Expected ',' or '${closerText(closer)}' here.`);
    if (p.index === index) advance(p);
  }
  close(p, closer);
  return found;
}

/** Consumes the closer. Where the line ends before it, the lexer has reported the opening bracket already. */
export function close(p: Parser, closer: Token): void {
  if (p.token === closer) advance(p);
  else if (p.token === Token.Newline) p.quiet = true;
  else problem(p, `Expected '${closerText(closer)}' here.`);
}

function closerText(closer: Token): string {
  if (closer === Token.RParen) return ')';
  if (closer === Token.RBracket) return ']';
  return closer === Token.Colon ? ':' : '}';
}

/** The logical line, or what encloses the list, ends here. */
export function endsLine(p: Parser): boolean {
  switch (p.token) {
    case Token.End:
    case Token.CellEnd:
    case Token.Newline:
    case Token.RParen:
    case Token.RBracket:
    case Token.RBrace:
    case Token.FEnd:
      return true;
    default:
      return false;
  }
}

function skipToComma(p: Parser, closer: Token): void {
  problem(p, 'Expected an expression here.');
  let depth = 0;
  while (p.token !== Token.Newline && p.token !== Token.End && p.token !== Token.CellEnd) {
    if (depth === 0 && (p.token === Token.Comma || p.token === closer || endsLine(p))) return;
    if (p.token === Token.LParen || p.token === Token.LBracket || p.token === Token.LBrace) depth++;
    else if (p.token === Token.RParen || p.token === Token.RBracket || p.token === Token.RBrace) depth--;
    advance(p);
  }
}

/** One element, or a tuple of those that commas join: `first` is consumed already, `start` is where it starts. */
export function tupleOrOne(p: Parser, start: number, first: Expr, element: (p: Parser) => Expr): Expr {
  if (p.token !== Token.Comma) return first;
  const found = [first];
  while (p.token === Token.Comma) {
    advance(p);
    if (!beginsExpression(p)) break;
    found.push(element(p));
  }
  return { kind: Kind.Tuple, start, end: p.lastEnd, elements: found };
}
