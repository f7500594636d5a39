import type { ClassDef, Expr, FunctionDef, Stmt } from '../ast';
import { Kind } from '../ast';
import { Token } from '../lexer/token';
import { namedExpression } from './expressions';
import { parameters, typeParams } from './parameters';
import type { Parser } from './parser';
import { accept, advance, expect, expectName, peek, problem } from './parser';
import { callArguments } from './primaries';

const NONE: readonly Expr[] = [];

/** `start` is that of `async`, where there is one. */
export function functionDef(p: Parser, start = p.start, decorators = NONE): FunctionDef {
  const async = start !== p.start;
  advance(p);
  const name = expectName(p, 'the name of a function');
  const generics = typeParams(p);
  const params = expect(p, Token.LParen, "Expected '(' here.") ? parameters(p, Token.RParen) : [];
  const returns = accept(p, Token.Arrow) ? p.grammar.expression(p) : undefined;
  const body = p.grammar.block(p);
  return {
    kind: Kind.FunctionDef,
    start,
    end: p.lastEnd,
    name,
    async,
    typeParams: generics,
    params,
    returns,
    decorators,
    body,
  };
}

export function classDef(p: Parser, decorators = NONE): ClassDef {
  const { start } = p;
  advance(p);
  const name = expectName(p, 'the name of a class');
  const generics = typeParams(p);
  const open = p.start;
  const args = accept(p, Token.LParen) ? callArguments(p, open) : [];
  const body = p.grammar.block(p);
  return { kind: Kind.ClassDef, start, end: p.lastEnd, name, typeParams: generics, args, decorators, body };
}

/** `@…` lines and the definition below them. */
export function decorated(p: Parser): Stmt {
  const { start } = p;
  const decorators: Expr[] = [];
  while (accept(p, Token.At)) {
    decorators.push(namedExpression(p));
    endDecorator(p);
  }
  if (p.token === Token.Def) return functionDef(p, p.start, decorators);
  if (p.token === Token.Class) return classDef(p, decorators);
  if (p.token === Token.Async && peek(p) === Token.Def) {
    const asyncStart = p.start;
    advance(p);
    return functionDef(p, asyncStart, decorators);
  }
  problem(p, 'Expected a function or class below its decorators.');
  return { kind: Kind.BadStatement, start, end: p.lastEnd, parts: decorators };
}

function endDecorator(p: Parser): void {
  if (p.token !== Token.Newline) problem(p, 'Expected the end of the line here.');
  while (p.token !== Token.Newline && p.token !== Token.End && p.token !== Token.CellEnd) advance(p);
  accept(p, Token.Newline);
}
