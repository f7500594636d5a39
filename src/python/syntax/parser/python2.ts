/** Statements that only Python 2 has: known, so that old files are analysed and not reported. */
import type { ExceptHandler, Expr, Stmt } from '../ast';
import { Kind } from '../ast';
import { Token, tokenSet } from '../lexer/token';
import { starExpression } from './expressions';
import { beginsExpression, tupleOrOne } from './lists';
import type { Parser } from './parser';
import { advance, atWord, peek } from './parser';

/** Behind a name, none of these continues an expression. */
const BEGINS_VALUE = tokenSet(
  Token.Name,
  Token.Number,
  Token.String,
  Token.FStart,
  Token.LBrace,
  Token.Tilde,
  Token.None,
  Token.True,
  Token.False,
  Token.Lambda,
);

/** `print x, y` and `exec code in scope`, where Python 3 would see two expressions side by side. */
export function python2Statement(p: Parser): Stmt | undefined {
  const next = peek(p);
  const value = BEGINS_VALUE[next] === 1 || (next === Token.Not && peek(p, 2) !== Token.In);
  if (!value) return undefined;
  if (atWord(p, 'print')) return statement(p, Kind.Print2);
  return atWord(p, 'exec') ? statement(p, Kind.Exec2) : undefined;
}

function statement(p: Parser, kind: Kind.Print2 | Kind.Exec2): Stmt {
  const { start } = p;
  p.python2 = true;
  advance(p);
  const values: Expr[] = [];
  while (beginsExpression(p)) {
    values.push(starExpression(p));
    if (p.token !== Token.Comma) break;
    advance(p);
  }
  return { kind, start, end: p.lastEnd, values };
}

/**
 * The type of a handler and, in Python 2's `except E, e:`, its name. Python 3.14 reads the same text as two types: what
 * it is depends on the rest of the module, see `asPython2`.
 */
export function handlerTypes(p: Parser): Expr {
  const { start } = p;
  return tupleOrOne(p, start, p.grammar.expression(p), p.grammar.expression);
}

/** The handler as Python 2 means it, when it has the form `except E, e:`. */
export function asPython2(handler: ExceptHandler): ExceptHandler {
  const { type } = handler;
  if (handler.name !== undefined || type?.kind !== Kind.Tuple) return handler;
  const [caught, name, ...more] = type.elements;
  if (!caught || name?.kind !== Kind.Name || more.length > 0 || caught.start > type.start) return handler;
  return { ...handler, type: caught, name: name.id };
}
