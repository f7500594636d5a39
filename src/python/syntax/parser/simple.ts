/** Statements of one line. */
import type { Assert, Delete, Expr, Global, Nonlocal, Raise, Return, Stmt, TypeAlias } from '../ast';
import { Kind } from '../ast';
import { Token } from '../lexer/token';
import { checkAssignable } from './assignable';
import { starExpressions, target, yieldOrStarExpressions } from './expressions';
import { fromStatement, importStatement } from './imports';
import { beginsExpression, missingExpression, tupleOrOne } from './lists';
import { typeParams } from './parameters';
import type { Parser } from './parser';
import { accept, advance, atWord, expect, name, nameText, peek, problem } from './parser';
import { python2Statement } from './python2';

/** A simple statement; `undefined` when none begins here. Leaves the `;` or line end to the caller. */
export function simpleStatement(p: Parser): Stmt | undefined {
  switch (p.token) {
    case Token.Name:
      return softStatement(p) ?? expressionStatement(p);
    case Token.Return:
      return returnStatement(p);
    case Token.Import:
      return importStatement(p);
    case Token.From:
      return fromStatement(p);
    case Token.Pass:
      return word(p, Kind.Pass);
    case Token.Break:
      return word(p, Kind.Break);
    case Token.Continue:
      return word(p, Kind.Continue);
    case Token.Raise:
      return raise(p);
    case Token.Assert:
      return assertion(p);
    case Token.Del:
      return deletion(p);
    case Token.Global:
      return scope(p, Kind.Global);
    case Token.Nonlocal:
      return scope(p, Kind.Nonlocal);
    default:
      return beginsExpression(p) ? expressionStatement(p) : undefined;
  }
}

/** Statements whose first word is a keyword only here: `type X = …`, `lazy import x`, Python 2's `print x`. */
function softStatement(p: Parser): Stmt | undefined {
  const next = peek(p);
  if (next === Token.Dot || next === Token.Assign || next === Token.LParen) return undefined;
  const { start } = p;
  if (next === Token.Name && atWord(p, 'type')) return typeAlias(p);
  if ((next === Token.Import || next === Token.From) && atWord(p, 'lazy')) {
    advance(p);
    return next === Token.Import ? importStatement(p, start) : fromStatement(p, start);
  }
  return python2Statement(p);
}

function word(p: Parser, kind: Kind.Pass | Kind.Break | Kind.Continue): Stmt {
  const { start } = p;
  advance(p);
  return { kind, start, end: p.lastEnd };
}

function typeAlias(p: Parser): TypeAlias {
  const { start } = p;
  advance(p);
  const alias = name(p);
  const params = typeParams(p);
  const value = expect(p, Token.Assign, "Expected '=' and a type here.")
    ? p.grammar.expression(p)
    : missingExpression(p);
  return { kind: Kind.TypeAlias, start, end: p.lastEnd, name: alias, typeParams: params, value };
}

function returnStatement(p: Parser): Return {
  const { start } = p;
  advance(p);
  const value = beginsExpression(p) ? starExpressions(p) : undefined;
  return { kind: Kind.Return, start, end: p.lastEnd, value };
}

/** Python 2's `raise E, message` keeps what was written as a tuple. */
function raise(p: Parser): Raise {
  const { start } = p;
  advance(p);
  if (!beginsExpression(p))
    return { kind: Kind.Raise, start, end: p.lastEnd, value: undefined, cause: undefined };
  const value = raised(p);
  const cause = accept(p, Token.From) ? p.grammar.expression(p) : undefined;
  return { kind: Kind.Raise, start, end: p.lastEnd, value, cause };
}

function raised(p: Parser): Expr {
  const { start } = p;
  const first = p.grammar.expression(p);
  if (p.token !== Token.Comma) return first;
  p.python2 = true;
  return tupleOrOne(p, start, first, p.grammar.expression);
}

function assertion(p: Parser): Assert {
  const { start } = p;
  advance(p);
  const test = p.grammar.expression(p);
  const message = accept(p, Token.Comma) ? p.grammar.expression(p) : undefined;
  return { kind: Kind.Assert, start, end: p.lastEnd, test, message };
}

function deletion(p: Parser): Delete {
  const { start } = p;
  advance(p);
  const found: Expr[] = [];
  do {
    if (found.length > 0 && !beginsExpression(p)) break;
    found.push(target(p));
  } while (accept(p, Token.Comma));
  return { kind: Kind.Delete, start, end: p.lastEnd, targets: found };
}

function scope(p: Parser, kind: Kind.Global | Kind.Nonlocal): Global | Nonlocal {
  const { start } = p;
  advance(p);
  const names: string[] = [];
  do {
    if (p.token === Token.Name) names.push(nameText(p));
    else problem(p, 'Expected a name here.');
  } while (accept(p, Token.Comma));
  return { kind, start, end: p.lastEnd, names };
}

/** An expression, or an assignment of any form. */
function expressionStatement(p: Parser): Stmt {
  const { start } = p;
  const first = yieldOrStarExpressions(p);
  switch (p.token) {
    case Token.Assign:
      return assignment(p, start, first);
    case Token.AugAssign:
      return augmented(p, start, first);
    case Token.Colon:
      return annotated(p, start, first);
    default: {
      const silent = p.notebook && p.token === Token.Semicolon && peek(p) === Token.Newline;
      return { kind: Kind.ExprStmt, start, end: p.lastEnd, value: first, silent };
    }
  }
}

function assignment(p: Parser, start: number, first: Expr): Stmt {
  const targets = [first];
  for (;;) {
    checkAssignable(p, targets.at(-1) ?? first);
    advance(p);
    const value = assigned(p);
    if (p.token !== Token.Assign) return { kind: Kind.Assign, start, end: p.lastEnd, targets, value };
    targets.push(value);
  }
}

/** The right side: expressions, or IPython's `!command` or `%magic`. */
function assigned(p: Parser): Expr {
  if (p.token === Token.EscapedValue) return escape(p);
  return beginsExpression(p)
    ? yieldOrStarExpressions(p)
    : missingExpression(p, "Expected a value behind '='.");
}

function escape(p: Parser): Expr {
  const { start, end } = p;
  const marker = p.text.charAt(start) === '!' ? '!' : '%';
  advance(p);
  return { kind: Kind.Escape, start, end, marker, text: p.text.slice(start + 1, end) };
}

function augmented(p: Parser, start: number, target: Expr): Stmt {
  checkAssignable(p, target);
  const op = p.text.slice(p.start, p.end - 1);
  advance(p);
  const value = assigned(p);
  return { kind: Kind.AugAssign, start, end: p.lastEnd, target, op, value };
}

function annotated(p: Parser, start: number, target: Expr): Stmt {
  advance(p);
  const annotation = beginsExpression(p)
    ? p.grammar.expression(p)
    : missingExpression(p, "Expected a type behind ':'.");
  const value = accept(p, Token.Assign) ? assigned(p) : undefined;
  return { kind: Kind.AnnAssign, start, end: p.lastEnd, target, annotation, value };
}
