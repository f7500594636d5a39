import type { Comprehension, Expr, ForIn } from '../ast';
import { Kind } from '../ast';
import { Token } from '../lexer/token';
import { nested } from './chains';
import { missingExpression } from './lists';
import type { Parser } from './parser';
import { accept, advance, expect, peek } from './parser';

/** Is `for` or `async for` at hand? */
export function beginsComprehension(p: Parser): boolean {
  return p.token === Token.For || (p.token === Token.Async && peek(p) === Token.For);
}

/** The clauses behind an element; the closing bracket is the caller's. */
export function comprehension(
  p: Parser,
  start: number,
  { form, key, element }: { form: Comprehension['form']; key: Expr | undefined; element: Expr },
): Comprehension {
  const clauses: ForIn[] = [];
  while (beginsComprehension(p)) clauses.push(clause(p));
  return { kind: Kind.Comprehension, start, end: p.lastEnd, form, key, element, clauses };
}

function clause(p: Parser): ForIn {
  const { start } = p;
  const async = accept(p, Token.Async);
  advance(p);
  const target = p.grammar.targets(p);
  const iter = expect(p, Token.In, "Expected 'in' here.")
    ? nested(p, p.grammar.disjunction)
    : missingExpression(p);
  const ifs: Expr[] = [];
  while (accept(p, Token.If)) ifs.push(nested(p, p.grammar.disjunction));
  return { kind: Kind.For_In, start, end: p.lastEnd, async, target, iter, ifs };
}
