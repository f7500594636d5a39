import type { Expr, With, WithItem } from '../ast';
import { Kind } from '../ast';
import { TOKEN_COUNT, Token } from '../lexer/token';
import { expression, target, yieldOrStarExpressions } from './expressions';
import { beginsExpression, elements, missingExpression } from './lists';
import type { Parser } from './parser';
import { accept, advance } from './parser';

/** `start` is that of `async`, where there is one. */
export function withStatement(p: Parser, start = p.start): With {
  const async = start !== p.start;
  advance(p);
  const items = itemsInBrackets(p) ? bracketedItems(p) : bareItems(p);
  const body = p.grammar.block(p);
  return { kind: Kind.With, start, end: p.lastEnd, async, items, body };
}

function bracketedItems(p: Parser): readonly WithItem[] {
  advance(p);
  return elements(p, Token.RParen, item);
}

function bareItems(p: Parser): readonly WithItem[] {
  const items = [item(p)];
  while (accept(p, Token.Comma)) items.push(item(p));
  return items;
}

function item(p: Parser): WithItem {
  const { start } = p;
  const context = beginsExpression(p) ? contextExpression(p) : missingExpression(p);
  const bound = accept(p, Token.As) ? target(p) : undefined;
  return { kind: Kind.WithItem, start: Math.min(start, p.lastEnd), end: p.lastEnd, context, target: bound };
}

function contextExpression(p: Parser): Expr {
  return p.token === Token.Yield ? yieldOrStarExpressions(p) : expression(p);
}

/**
 * Does `(` open a list of items, as in `with (a as b, c):`, rather than an expression? Only if the matching bracket
 * ends the header, and nothing directly inside makes it a generator, a `yield`, a walrus or a starred tuple.
 */
function itemsInBrackets(p: Parser): boolean {
  if (p.token !== Token.LParen || p.kinds[p.index + 1] === Token.RParen) return false;
  let depth = 0;
  for (let i = p.index; i < p.last && p.kinds[i] !== Token.Newline; i++) {
    depth += DEPTH[p.kinds[i] ?? 0] ?? 0;
    if (depth === 0) return p.kinds[i + 1] === Token.Colon;
    if (depth === 1 && p.kinds[i] === Token.As) return true;
    if (depth === 1 && isNoItem(p, i)) return false;
  }
  return false;
}

const DEPTH = depths();

function depths(): Int8Array {
  const table = new Int8Array(TOKEN_COUNT);
  for (const token of [Token.LParen, Token.LBracket, Token.LBrace]) table[token] = 1;
  for (const token of [Token.RParen, Token.RBracket, Token.RBrace]) table[token] = -1;
  return table;
}

/** What cannot stand directly in an item. */
function isNoItem(p: Parser, index: number): boolean {
  switch (p.kinds[index]) {
    case Token.For:
    case Token.Yield:
    case Token.Walrus:
      return true;
    case Token.Star:
      return startsElement(p.kinds[index - 1]);
    default:
      return false;
  }
}

function startsElement(before: Token | undefined): boolean {
  return before === Token.LParen || before === Token.Comma;
}
