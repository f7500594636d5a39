/** Names, literals, and what stands in brackets. */
import type { Constant, Dict, Expr } from '../ast';
import { Kind } from '../ast';
import { Token } from '../lexer/token';
import { nested } from './chains';
import { beginsComprehension, comprehension } from './comprehensions';
import { beginsExpression, close, elements, endsLine, missingExpression } from './lists';
import { numberValue } from './numbers';
import type { Parser } from './parser';
import { accept, advance, expect, name, problem, tokenText } from './parser';
import { strings } from './strings';

export function atom(p: Parser): Expr {
  switch (p.token) {
    case Token.Name:
      return name(p);
    case Token.Number:
    case Token.None:
    case Token.True:
    case Token.False:
    case Token.Ellipsis:
      return numberOrName(p);
    case Token.String:
    case Token.FStart:
      return strings(p);
    case Token.LParen:
      return group(p);
    case Token.LBracket:
      return list(p);
    case Token.LBrace:
      return dictOrSet(p);
    case Token.Yield:
      problem(p, "'yield' needs brackets here.");
      return nested(p, p.grammar.yieldOrStarExpressions);
    default:
      return missingExpression(p);
  }
}

/** A number or a constant that is a keyword. */
export function numberOrName(p: Parser): Constant {
  const { start, end, token } = p;
  if (token === Token.Number) {
    const { type, value, python2 } = numberValue(tokenText(p));
    if (python2) p.python2 = true;
    advance(p);
    return { kind: Kind.Constant, start, end, type, value };
  }
  advance(p);
  if (token === Token.None) return { kind: Kind.Constant, start, end, type: 'none', value: null };
  if (token === Token.Ellipsis) return { kind: Kind.Constant, start, end, type: 'ellipsis', value: null };
  return { kind: Kind.Constant, start, end, type: 'bool', value: token === Token.True };
}

/** `()`, a tuple, a generator, or an expression in brackets, which leave no trace in the tree. */
function group(p: Parser): Expr {
  const { start } = p;
  advance(p);
  if (accept(p, Token.RParen)) return { kind: Kind.Tuple, start, end: p.lastEnd, elements: [] };
  if (p.token === Token.Yield) return closed(p, p.grammar.yieldOrStarExpressions(p));
  if (!beginsExpression(p)) return badGroup(p);
  const first = p.grammar.starNamedExpression(p);
  if (beginsComprehension(p)) {
    const node = comprehension(p, start, { form: 'generator', key: undefined, element: first });
    close(p, Token.RParen);
    return { ...node, end: p.lastEnd };
  }
  if (p.token === Token.Comma) return tuple(p, start, first);
  if (first.kind === Kind.Starred)
    problem(p, 'A starred expression needs a comma behind it here.', first.start, first.end);
  if (p.token === Token.RParen || endsLine(p)) return closed(p, first);
  return tuple(p, start, first);
}

function closed(p: Parser, inner: Expr): Expr {
  close(p, Token.RParen);
  return inner;
}

function badGroup(p: Parser): Expr {
  const missing = missingExpression(p);
  elements(p, Token.RParen, p.grammar.starNamedExpression);
  return missing;
}

function tuple(p: Parser, start: number, first: Expr): Expr {
  if (!accept(p, Token.Comma)) problem(p, "Expected ',' or ')' here.");
  const rest = elements(p, Token.RParen, p.grammar.starNamedExpression);
  return { kind: Kind.Tuple, start, end: p.lastEnd, elements: [first, ...rest] };
}

function list(p: Parser): Expr {
  const { start } = p;
  advance(p);
  if (!beginsExpression(p)) return listOf(p, start, []);
  const first = p.grammar.starNamedExpression(p);
  if (beginsComprehension(p)) {
    const node = comprehension(p, start, { form: 'list', key: undefined, element: first });
    close(p, Token.RBracket);
    return { ...node, end: p.lastEnd };
  }
  separate(p, Token.RBracket);
  return listOf(p, start, [first]);
}

function listOf(p: Parser, start: number, found: Expr[]): Expr {
  for (const element of elements(p, Token.RBracket, p.grammar.starNamedExpression)) found.push(element);
  return { kind: Kind.List, start, end: p.lastEnd, elements: found };
}

/** The comma behind a first element. */
function separate(p: Parser, closer: Token): void {
  if (p.token !== closer && !endsLine(p)) expect(p, Token.Comma, "Expected ',' here.");
}

function dictOrSet(p: Parser): Expr {
  const { start } = p;
  advance(p);
  if (p.token === Token.DoubleStar || !beginsExpression(p)) return dictOf(p, start, []);
  const first = p.grammar.starNamedExpression(p);
  if (p.token === Token.Colon) return dict(p, start, first);
  if (beginsComprehension(p)) {
    const node = comprehension(p, start, { form: 'set', key: undefined, element: first });
    close(p, Token.RBrace);
    return { ...node, end: p.lastEnd };
  }
  separate(p, Token.RBrace);
  const rest = elements(p, Token.RBrace, p.grammar.starNamedExpression);
  return { kind: Kind.Set, start, end: p.lastEnd, elements: [first, ...rest] };
}

type Entry = Dict['entries'][number];

function dict(p: Parser, start: number, key: Expr): Expr {
  advance(p);
  const value = p.grammar.expression(p);
  if (beginsComprehension(p)) {
    const node = comprehension(p, start, { form: 'dict', key, element: value });
    close(p, Token.RBrace);
    return { ...node, end: p.lastEnd };
  }
  separate(p, Token.RBrace);
  return dictOf(p, start, [{ key, value }]);
}

function dictOf(p: Parser, start: number, entries: Entry[]): Expr {
  for (const found of elements(p, Token.RBrace, entry, beginsEntry)) entries.push(found);
  return { kind: Kind.Dict, start, end: p.lastEnd, entries };
}

function beginsEntry(p: Parser): boolean {
  return p.token === Token.DoubleStar || beginsExpression(p);
}

function entry(p: Parser): Entry {
  if (accept(p, Token.DoubleStar)) return { key: undefined, value: nested(p, p.grammar.bitwiseOr) };
  const key = p.grammar.expression(p);
  const value = expect(p, Token.Colon, "Expected ':' and a value here.")
    ? p.grammar.expression(p)
    : missingExpression(p);
  return { key, value };
}
