import type { ExceptHandler, Try } from '../ast';
import { Kind } from '../ast';
import { Token } from '../lexer/token';
import { atClause, clauseBlock, elseBlock } from './compound';
import { beginsExpression } from './lists';
import type { Parser } from './parser';
import { accept, advance, expectName, problem } from './parser';
import { handlerTypes } from './python2';

export function tryStatement(p: Parser): Try {
  const { start, end } = p;
  advance(p);
  const body = p.grammar.block(p);
  const handlers: ExceptHandler[] = [];
  let star = false;
  while (atClause(p, Token.Except)) {
    const handlerStart = p.start;
    advance(p);
    if (accept(p, Token.Star)) star = true;
    handlers.push(handler(p, handlerStart));
  }
  if (handlers.some(({ type, name }) => type?.kind === Kind.Tuple && name === undefined))
    p.ambiguous.push(handlers);
  const orelse = elseBlock(p);
  const finalbody = clauseBlock(p, Token.Finally);
  if (handlers.length === 0 && finalbody.length === 0)
    problem(p, "'try' has no 'except' and no 'finally': add the one that handles the failure.", start, end);
  return { kind: Kind.Try, start, end: p.lastEnd, star, body, handlers, orelse, finalbody };
}

function handler(p: Parser, start: number): ExceptHandler {
  const type = beginsExpression(p) ? handlerTypes(p) : undefined;
  const name = accept(p, Token.As) ? expectName(p, "a name behind 'as'").id : undefined;
  const body = p.grammar.block(p);
  return { kind: Kind.ExceptHandler, start, end: p.lastEnd, type, name, body };
}
