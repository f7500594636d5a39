/** Statements with blocks; definitions, `with` and `match` have files of their own. */
import type { Expr, For, If, Stmt, While } from '../ast';
import { Kind } from '../ast';
import { Token } from '../lexer/token';
import { checkAssignable } from './assignable';
import { namedExpression, starExpressions, targets } from './expressions';
import { beginsExpression, missingExpression } from './lists';
import type { Parser } from './parser';
import { accept, advance, beginLine, expect } from './parser';

export type Block = readonly Stmt[];

const EMPTY: Block = [];

/** `elif` chains are flat. */
export function ifStatement(p: Parser): If {
  const { start } = p;
  const branches: If['branches'][number][] = [];
  do {
    advance(p);
    const test = condition(p);
    branches.push({ test, body: p.grammar.block(p) });
  } while (atClause(p, Token.Elif));
  const orelse = elseBlock(p);
  return { kind: Kind.If, start, end: p.lastEnd, branches, orelse };
}

export function whileStatement(p: Parser): While {
  const { start } = p;
  advance(p);
  const test = condition(p);
  const body = p.grammar.block(p);
  const orelse = elseBlock(p);
  return { kind: Kind.While, start, end: p.lastEnd, test, body, orelse };
}

function condition(p: Parser): Expr {
  return beginsExpression(p) ? namedExpression(p) : missingExpression(p, 'Expected a condition here.');
}

/** `start` is that of `async`, where there is one. */
export function forStatement(p: Parser, start = p.start): For {
  const async = start !== p.start;
  advance(p);
  const target = beginsExpression(p) ? targets(p) : missingExpression(p, "Expected a name behind 'for'.");
  checkAssignable(p, target);
  const iter = expect(p, Token.In, "Expected 'in' here.") ? starExpressions(p) : missingExpression(p);
  const body = p.grammar.block(p);
  const orelse = elseBlock(p);
  return { kind: Kind.For, start, end: p.lastEnd, async, target, iter, body, orelse };
}

export function elseBlock(p: Parser): Block {
  return clauseBlock(p, Token.Else);
}

/** The block behind `keyword`, if that is at hand. */
export function clauseBlock(p: Parser, keyword: Token): Block {
  if (!atClause(p, keyword)) return EMPTY;
  advance(p);
  return p.grammar.block(p);
}

/** Is a further clause of this statement at hand? It is a line of its own: its first problem is to be said. */
export function atClause(p: Parser, keyword: Token): boolean {
  if (p.token !== keyword) return false;
  beginLine(p);
  return true;
}

/** Consumes `async` and says what follows it. */
export function asyncStatement(
  p: Parser,
  def: (p: Parser, start: number) => Stmt,
  withs: typeof def,
): Stmt | undefined {
  const { start } = p;
  const next = p.kinds[p.index + 1];
  if (next !== Token.Def && next !== Token.For && next !== Token.With) return undefined;
  accept(p, Token.Async);
  if (next === Token.For) return forStatement(p, start);
  return next === Token.Def ? def(p, start) : withs(p, start);
}
