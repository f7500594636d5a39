/** Expressions from the loosest binding inwards; `primary` is in `primaries.ts`. */
import type { BoolOp, Expr, NamedExpr, Starred, UnaryOp } from '../ast';
import { Kind } from '../ast';
import { Token, TOKEN_COUNT, tokenSet } from '../lexer/token';
import { link, nested, operand } from './chains';
import { beginsExpression, missingExpression, tupleOrOne } from './lists';
import { parameters } from './parameters';
import type { Parser } from './parser';
import { accept, advance, expect, name, peek, problem, tokenText } from './parser';
import { loneAtom, primary } from './primaries';

/** Behind a single-token atom, these end the expression: the common case, taken without descending. */
const ENDS_ATOM = tokenSet(
  Token.Newline,
  Token.Comma,
  Token.Colon,
  Token.RParen,
  Token.RBracket,
  Token.RBrace,
  Token.Assign,
);

/** A conditional expression, a lambda, or what binds tighter. */
export function expression(p: Parser): Expr {
  if (ENDS_ATOM[peek(p)] === 1) {
    const atom = loneAtom(p);
    if (atom) return atom;
  }
  return nested(p, conditional);
}

function conditional(p: Parser): Expr {
  if (p.token === Token.Lambda) return lambda(p);
  const { start } = p;
  const body = disjunction(p);
  if (p.token !== Token.If) return body;
  advance(p);
  const test = operand(p, disjunction);
  const orelse = expect(p, Token.Else, "Expected 'else' here: a conditional expression needs both values.")
    ? expression(p)
    : missingExpression(p);
  return { kind: Kind.IfExp, start, end: p.lastEnd, test, body, orelse };
}

function lambda(p: Parser): Expr {
  const { start } = p;
  advance(p);
  const params = parameters(p, Token.Colon);
  const body = expression(p);
  return { kind: Kind.Lambda, start, end: p.lastEnd, params, body };
}

/** `name := value`, or an expression. */
export function namedExpression(p: Parser): Expr {
  if (p.token === Token.Name && peek(p) === Token.Walrus) return nested(p, walrus);
  const value = expression(p);
  if (p.token !== Token.Walrus) return value;
  problem(p, "Only a plain name may stand before ':='.");
  advance(p);
  return expression(p);
}

function walrus(p: Parser): NamedExpr {
  const { start } = p;
  const target = name(p);
  advance(p);
  const value = expression(p);
  return { kind: Kind.NamedExpr, start, end: p.lastEnd, target, value };
}

function starred(p: Parser): Starred {
  const { start } = p;
  advance(p);
  const value = nested(p, bitwiseOr);
  return { kind: Kind.Starred, start, end: p.lastEnd, value };
}

/** `*value` or an expression. */
export function starExpression(p: Parser): Expr {
  return p.token === Token.Star ? starred(p) : expression(p);
}

/** `*value` or a named expression: an element of a list, set, tuple in brackets or subscript. */
export function starNamedExpression(p: Parser): Expr {
  return p.token === Token.Star ? starred(p) : namedExpression(p);
}

/** Expressions, perhaps starred; a tuple when there is a comma. */
export function starExpressions(p: Parser): Expr {
  const { start } = p;
  return tupleOrOne(p, start, starExpression(p), starExpression);
}

/** `yield …`, or a list of expressions: the right side of an assignment, an expression statement, a group, a field. */
export function yieldOrStarExpressions(p: Parser): Expr {
  return p.token === Token.Yield ? yieldExpression(p) : starExpressions(p);
}

export function yieldExpression(p: Parser): Expr {
  const { start } = p;
  advance(p);
  if (p.token === Token.From) {
    advance(p);
    const value = expression(p);
    return { kind: Kind.YieldFrom, start, end: p.lastEnd, value };
  }
  const value = beginsExpression(p) ? starExpressions(p) : undefined;
  return { kind: Kind.Yield, start, end: p.lastEnd, value };
}

/** The targets of `for`: no `in` is taken for a comparison. */
export function targets(p: Parser): Expr {
  const { start } = p;
  return tupleOrOne(p, start, target(p), target);
}

/** One target of `for` or `del`. */
export function target(p: Parser): Expr {
  return p.token === Token.Star ? starred(p) : nested(p, bitwiseOr);
}

/** `or` of `and` of `not`: what stands around `if` in a conditional, behind `in` and `if` in a comprehension. */
export function disjunction(p: Parser): Expr {
  const { start } = p;
  const first = conjunction(p);
  return p.token === Token.Or
    ? chainOf(p, start, { first, op: 'or', token: Token.Or, next: conjunction })
    : first;
}

function conjunction(p: Parser): Expr {
  const { start } = p;
  const first = inversion(p);
  return p.token === Token.And
    ? chainOf(p, start, { first, op: 'and', token: Token.And, next: inversion })
    : first;
}

interface Chain {
  readonly first: Expr;
  readonly op: BoolOp['op'];
  readonly token: Token;
  readonly next: (p: Parser) => Expr;
}

function chainOf(p: Parser, start: number, { first, op, token, next }: Chain): Expr {
  const values = [first];
  while (p.token === token) {
    advance(p);
    values.push(operand(p, next));
  }
  return link(p, { kind: Kind.BoolOp, start, end: p.lastEnd, op, values });
}

function inversion(p: Parser): Expr {
  return p.token === Token.Not ? prefixes(p, comparison) : comparison(p);
}

/** `not`s, or signs, in a loop: there may be any number of them. */
function prefixes(p: Parser, inner: (p: Parser) => Expr): Expr {
  const found: { readonly start: number; readonly op: UnaryOp['op'] }[] = [];
  const not = p.token === Token.Not;
  for (let op = prefix(p, not); op; op = prefix(p, not)) {
    found.push({ start: p.start, op });
    advance(p);
  }
  let node = inner(p);
  for (let last = found.pop(); last; last = found.pop())
    node = link(p, { kind: Kind.UnaryOp, start: last.start, end: p.lastEnd, op: last.op, operand: node });
  return node;
}

function prefix(p: Parser, not: boolean): UnaryOp['op'] | undefined {
  if (not) return p.token === Token.Not ? 'not' : undefined;
  if (p.token === Token.Minus) return '-';
  if (p.token === Token.Plus) return '+';
  return p.token === Token.Tilde ? '~' : undefined;
}

function comparison(p: Parser): Expr {
  const { start } = p;
  const left = bitwiseOr(p);
  let op = comparisonOperator(p);
  if (op === undefined) return left;
  const ops: string[] = [];
  const comparators: Expr[] = [];
  for (; op !== undefined; op = comparisonOperator(p)) {
    ops.push(op);
    comparators.push(operand(p, bitwiseOr));
  }
  return link(p, { kind: Kind.Compare, start, end: p.lastEnd, left, ops, comparators });
}

/** Consumes an operator of one or two words. */
function comparisonOperator(p: Parser): string | undefined {
  switch (p.token) {
    case Token.Less:
    case Token.Greater:
    case Token.LessEqual:
    case Token.GreaterEqual:
    case Token.Equal:
      return operatorText(p);
    case Token.NotEqual:
      p.python2 ||= p.text.charCodeAt(p.start) === 60;
      advance(p);
      return '!=';
    case Token.In:
      advance(p);
      return 'in';
    case Token.Is:
      advance(p);
      return accept(p, Token.Not) ? 'is not' : 'is';
    case Token.Not:
      if (peek(p) !== Token.In) return undefined;
      advance(p);
      advance(p);
      return 'not in';
    default:
      return undefined;
  }
}

function operatorText(p: Parser): string {
  const text = tokenText(p);
  advance(p);
  return text;
}

const PRECEDENCE = precedences([
  [Token.Bar],
  [Token.Caret],
  [Token.Ampersand],
  [Token.LeftShift, Token.RightShift],
  [Token.Plus, Token.Minus],
  [Token.Star, Token.Slash, Token.DoubleSlash, Token.Percent, Token.At],
]);

function precedences(levels: readonly (readonly Token[])[]): Uint8Array {
  const table = new Uint8Array(TOKEN_COUNT);
  levels.forEach((tokens, level) => {
    for (const token of tokens) table[token] = level + 1;
  });
  return table;
}

/** Arithmetic, shifts and bits. */
export function bitwiseOr(p: Parser): Expr {
  return binary(p, 1);
}

/** Operators that bind at least as tight as `lowest`, by precedence climbing. */
function binary(p: Parser, lowest: number): Expr {
  const { start } = p;
  let left = factor(p);
  for (;;) {
    const precedence = PRECEDENCE[p.token] ?? 0;
    if (precedence < lowest || precedence === 0) return left;
    const op = operatorText(p);
    const leftHeight = p.height;
    p.height = 0;
    const right = binary(p, precedence + 1);
    if (leftHeight > p.height) p.height = leftHeight;
    left = link(p, { kind: Kind.BinOp, start, end: p.lastEnd, left, op, right });
  }
}

function factor(p: Parser): Expr {
  switch (p.token) {
    case Token.Minus:
    case Token.Plus:
    case Token.Tilde:
      return prefixes(p, power);
    default:
      return power(p);
  }
}

function power(p: Parser): Expr {
  const { start } = p;
  const left = primary(p);
  if (p.token !== Token.DoubleStar) return left;
  const op = operatorText(p);
  const right = nested(p, factor);
  return link(p, { kind: Kind.BinOp, start, end: p.lastEnd, left, op, right });
}
