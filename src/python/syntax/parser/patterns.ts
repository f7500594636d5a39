/** What stands behind `case`. */
import type { Expr, MatchAs, MatchClass, MatchMapping, MatchStar, MatchValue, Pattern } from '../ast';
import { Kind } from '../ast';
import { Token, tokenSet } from '../lexer/token';
import { numberOrName } from './atoms';
import { link, nested } from './chains';
import { elements, missingExpression } from './lists';
import type { Parser } from './parser';
import { accept, advance, expect, expectName, name, nameText, peek, tokenText } from './parser';
import { strings } from './strings';

const BEGINS_PATTERN = tokenSet(
  Token.Name,
  Token.Number,
  Token.String,
  Token.FStart,
  Token.Minus,
  Token.None,
  Token.True,
  Token.False,
  Token.LParen,
  Token.LBracket,
  Token.LBrace,
  Token.Star,
);

export function beginsPattern(p: Parser): boolean {
  return BEGINS_PATTERN[p.token] === 1;
}

/** A whole case: a pattern, or a sequence without brackets. */
export function topPattern(p: Parser): Pattern {
  const { start } = p;
  if (!beginsPattern(p)) return missingPattern(p);
  const first = starOrPattern(p);
  if (p.token !== Token.Comma && first.kind !== Kind.MatchStar) return first;
  const patterns = [first];
  while (accept(p, Token.Comma)) {
    if (!beginsPattern(p)) break;
    patterns.push(starOrPattern(p));
  }
  return { kind: Kind.MatchSequence, start, end: p.lastEnd, patterns };
}

function missingPattern(p: Parser): MatchValue {
  const value = missingExpression(p, 'Expected a pattern here.');
  return { kind: Kind.MatchValue, start: value.start, end: value.end, value };
}

function starOrPattern(p: Parser): Pattern {
  return p.token === Token.Star ? starPattern(p) : pattern(p);
}

function starPattern(p: Parser): MatchStar {
  const { start } = p;
  advance(p);
  const { id } = expectName(p, "a name behind '*'");
  return { kind: Kind.MatchStar, start, end: p.lastEnd, name: id === '_' ? undefined : id };
}

/** An alternative, perhaps with `as name`. */
export function pattern(p: Parser): Pattern {
  const { start } = p;
  const inner = orPattern(p);
  if (!accept(p, Token.As)) return inner;
  const { id } = expectName(p, "a name behind 'as'");
  return { kind: Kind.MatchAs, start, end: p.lastEnd, pattern: inner, name: id };
}

function orPattern(p: Parser): Pattern {
  const { start } = p;
  const first = closedPattern(p);
  if (p.token !== Token.Bar) return first;
  const patterns = [first];
  while (accept(p, Token.Bar)) patterns.push(closedPattern(p));
  return { kind: Kind.MatchOr, start, end: p.lastEnd, patterns };
}

function closedPattern(p: Parser): Pattern {
  switch (p.token) {
    case Token.Name:
      return namePattern(p);
    case Token.Number:
    case Token.Minus:
    case Token.String:
    case Token.FStart:
    case Token.None:
    case Token.True:
    case Token.False:
      return valuePattern(p);
    case Token.LParen:
      return bracketed(p, Token.RParen);
    case Token.LBracket:
      return bracketed(p, Token.RBracket);
    case Token.LBrace:
      return mapping(p);
    default:
      return missingPattern(p);
  }
}

function valuePattern(p: Parser): MatchValue {
  const { start } = p;
  const value = literalExpression(p);
  return { kind: Kind.MatchValue, start, end: p.lastEnd, value };
}

/** A string, constant or number; a complex one is a sum. */
function literalExpression(p: Parser): Expr {
  if (p.token === Token.String || p.token === Token.FStart) return strings(p);
  const { start } = p;
  const left = signedNumber(p);
  if (p.token !== Token.Plus && p.token !== Token.Minus) return left;
  const op = tokenText(p);
  advance(p);
  const right = signedNumber(p);
  return { kind: Kind.BinOp, start, end: p.lastEnd, left, op, right };
}

function signedNumber(p: Parser): Expr {
  const { start } = p;
  if (!accept(p, Token.Minus)) return plainNumber(p);
  const operand = plainNumber(p);
  return { kind: Kind.UnaryOp, start, end: p.lastEnd, op: '-', operand };
}

function plainNumber(p: Parser): Expr {
  switch (p.token) {
    case Token.Number:
    case Token.None:
    case Token.True:
    case Token.False:
      return numberOrName(p);
    default:
      return missingExpression(p, 'Expected a number here.');
  }
}

/** A capture, the wildcard, a dotted value, or a class. */
function namePattern(p: Parser): Pattern {
  const { start } = p;
  if (peek(p) !== Token.Dot && peek(p) !== Token.LParen) return capture(p);
  const cls = dotted(p);
  if (p.token === Token.LParen) return classPattern(p, start, cls);
  return { kind: Kind.MatchValue, start, end: p.lastEnd, value: cls };
}

function capture(p: Parser): MatchAs {
  const { start } = p;
  const id = nameText(p);
  return { kind: Kind.MatchAs, start, end: p.lastEnd, pattern: undefined, name: id === '_' ? undefined : id };
}

function dotted(p: Parser): Expr {
  const { start } = p;
  let value: Expr = name(p);
  while (accept(p, Token.Dot)) {
    const attribute = expectName(p, 'the name of an attribute');
    const attrSpan = { start: attribute.start, end: attribute.end };
    value = link(p, { kind: Kind.Attribute, start, end: p.lastEnd, value, attr: attribute.id, attrSpan });
  }
  return value;
}

function classPattern(p: Parser, start: number, cls: Expr): MatchClass {
  advance(p);
  const patterns: Pattern[] = [];
  const keywords: MatchClass['keywords'][number][] = [];
  elements(
    p,
    Token.RParen,
    () => {
      if (p.token === Token.Name && peek(p) === Token.Assign) keywords.push(keywordPattern(p));
      else patterns.push(nestedPattern(p));
    },
    beginsPattern,
  );
  return { kind: Kind.MatchClass, start, end: p.lastEnd, cls, patterns, keywords };
}

function keywordPattern(p: Parser): MatchClass['keywords'][number] {
  const id = nameText(p);
  advance(p);
  return { name: id, pattern: nestedPattern(p) };
}

/** Deeper by one bracket: beyond the limit, a value that could not be read. */
function nestedPattern(p: Parser): Pattern {
  let inner: Pattern | undefined;
  const value = nested(p, () => {
    inner = starOrPattern(p);
    return { kind: Kind.BadExpression, start: inner.start, end: inner.end };
  });
  return inner ?? { kind: Kind.MatchValue, start: value.start, end: value.end, value };
}

/** A sequence, or a pattern in round brackets, which leave no trace. */
function bracketed(p: Parser, closer: Token.RParen | Token.RBracket): Pattern {
  const { start } = p;
  advance(p);
  const commas = p.index;
  const patterns = elements(p, closer, nestedPattern, beginsPattern);
  const [only] = patterns;
  const grouped = closer === Token.RParen && patterns.length === 1 && only?.kind !== Kind.MatchStar;
  if (grouped && only && !hasTrailingComma(p, commas)) return only;
  return { kind: Kind.MatchSequence, start, end: p.lastEnd, patterns };
}

/** Was there a comma right before the closing bracket? */
function hasTrailingComma(p: Parser, from: number): boolean {
  return p.index - 2 >= from && p.kinds[p.index - 2] === Token.Comma;
}

function mapping(p: Parser): MatchMapping {
  const { start } = p;
  advance(p);
  const entries: MatchMapping['entries'][number][] = [];
  let rest: string | undefined;
  elements(
    p,
    Token.RBrace,
    () => {
      if (accept(p, Token.DoubleStar)) rest = expectName(p, "a name behind '**'").id;
      else entries.push(mappingEntry(p));
    },
    () => p.token === Token.DoubleStar || beginsPattern(p),
  );
  return { kind: Kind.MatchMapping, start, end: p.lastEnd, entries, rest };
}

function mappingEntry(p: Parser): MatchMapping['entries'][number] {
  const key = p.token === Token.Name ? dotted(p) : literalExpression(p);
  const found = expect(p, Token.Colon, "Expected ':' and a pattern here.")
    ? nestedPattern(p)
    : missingPattern(p);
  return { key, pattern: found };
}
