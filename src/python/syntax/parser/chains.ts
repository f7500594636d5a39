/**
 * How deep a tree may become.
 *
 * Consumers walk the tree by recursion, and so does the parser. Two limits keep every walk shallow whatever the text:
 * brackets and other nesting stop at `MAX_NESTING`; chains (`a.b.c`, `a + b + c`), which are parsed by loops but grow
 * to the left, stop at `MAX_HEIGHT`. What lies beyond becomes a `BadExpression` with a problem.
 */
import type { BadExpression, Expr } from '../ast';
import { Kind } from '../ast';
import { Token } from '../lexer/token';
import type { Parser } from './parser';
import { advance, problem } from './parser';

export const MAX_NESTING = 200;
export const MAX_HEIGHT = 1000;

const TOO_DEEP = 'This expression is too deep to be analysed: split it into several statements.';

/** Parses one level deeper: `production` may come back here. */
export function nested<T extends Expr>(p: Parser, production: (p: Parser) => T): T | BadExpression {
  if (p.nesting >= MAX_NESTING) return skipTooDeep(p);
  const outer = p.height;
  p.nesting++;
  p.height = 0;
  const node = production(p);
  p.height = Math.max(outer, p.height + 1);
  p.nesting--;
  return node;
}

/** Parses an operand: its height counts beside, not on top of, that of the operands before it. */
export function operand(p: Parser, production: (p: Parser) => Expr): Expr {
  const outer = p.height;
  p.height = 0;
  const node = production(p);
  if (outer > p.height) p.height = outer;
  return node;
}

/** A link of a chain was built on top: cuts the chain here when it is too high. */
export function link(p: Parser, node: Expr): Expr {
  if (++p.height < MAX_HEIGHT) return node;
  p.height = 0;
  problem(p, TOO_DEEP, node.start, node.end);
  return { kind: Kind.BadExpression, start: node.start, end: node.end };
}

/** Steps over a whole expression without building it. */
function skipTooDeep(p: Parser): BadExpression {
  const { start } = p;
  problem(p, TOO_DEEP);
  let depth = 0;
  for (; !isEnd(p, depth); advance(p)) {
    if (p.token === Token.LParen || p.token === Token.LBracket || p.token === Token.LBrace) depth++;
    else if (p.token === Token.RParen || p.token === Token.RBracket || p.token === Token.RBrace) depth--;
  }
  return { kind: Kind.BadExpression, start: Math.min(start, p.lastEnd), end: p.lastEnd };
}

function isEnd(p: Parser, depth: number): boolean {
  switch (p.token) {
    case Token.End:
    case Token.CellEnd:
    case Token.Newline:
      return true;
    case Token.RParen:
    case Token.RBracket:
    case Token.RBrace:
    case Token.Comma:
    case Token.Colon:
    case Token.FMiddle:
    case Token.FEnd:
      return depth === 0;
    default:
      return false;
  }
}
