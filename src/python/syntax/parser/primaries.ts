/** Atoms followed by any number of `.name`, `(…)` and `[…]`. */
import type { Argument, Await, CallArg, Expr, Keyword, Slice } from '../ast';
import { Kind } from '../ast';
import { FIRST_KEYWORD, Token } from '../lexer/token';
import { atom, numberOrName } from './atoms';
import { link, nested } from './chains';
import { beginsComprehension, comprehension } from './comprehensions';
import { beginsExpression, close, elements, missingExpression } from './lists';
import type { Parser } from './parser';
import { accept, advance, name, nameText, peek, problem, tokenText } from './parser';
import { simpleString } from './strings';

/** A name, number, plain string or keyword constant, when one is at hand that nothing is attached to. */
export function loneAtom(p: Parser): Expr | undefined {
  switch (p.token) {
    case Token.Name:
      return name(p);
    case Token.String:
      return simpleString(p);
    case Token.Number:
    case Token.None:
    case Token.True:
    case Token.False:
      return numberOrName(p);
    default:
      return undefined;
  }
}

export function primary(p: Parser): Expr {
  if (p.token === Token.Await) return awaitExpression(p);
  const { start } = p;
  let node = atom(p);
  for (;;) {
    switch (p.token) {
      case Token.Dot:
        node = link(p, attribute(p, start, node));
        break;
      case Token.LParen:
        node = link(p, call(p, start, node));
        break;
      case Token.LBracket:
        node = link(p, subscript(p, start, node));
        break;
      default:
        return node;
    }
  }
}

function awaitExpression(p: Parser): Await {
  const { start } = p;
  advance(p);
  const value = nested(p, primary);
  return { kind: Kind.Await, start, end: p.lastEnd, value };
}

function attribute(p: Parser, start: number, value: Expr): Expr {
  advance(p);
  const attrSpan = { start: p.start, end: p.end };
  if (p.token === Token.Name) {
    const attr = nameText(p);
    return { kind: Kind.Attribute, start, end: p.lastEnd, value, attr, attrSpan };
  }
  if (p.token >= FIRST_KEYWORD) {
    problem(p, `'${tokenText(p)}' is a keyword of Python and cannot name an attribute.`);
    const attr = nameText(p);
    return { kind: Kind.Attribute, start, end: p.lastEnd, value, attr, attrSpan };
  }
  problem(p, "Expected the name of an attribute behind '.'.");
  const end = p.lastEnd;
  return { kind: Kind.Attribute, start, end, value, attr: '', attrSpan: { start: end, end } };
}

function call(p: Parser, start: number, func: Expr): Expr {
  const open = p.start;
  advance(p);
  const args = callArguments(p, open);
  return { kind: Kind.Call, start, end: p.lastEnd, func, args };
}

/** Arguments up to `)`; `open` is where the `(` before them starts. */
export function callArguments(p: Parser, open: number): readonly CallArg[] {
  return elements(p, Token.RParen, () => argument(p, open), beginsArgument);
}

function beginsArgument(p: Parser): boolean {
  return p.token === Token.DoubleStar || beginsExpression(p);
}

function argument(p: Parser, open: number): CallArg {
  if (p.token === Token.Name && peek(p) === Token.Assign) return keyword(p);
  if (p.token === Token.DoubleStar) return keywords(p);
  const { start } = p;
  const value = p.token === Token.Star ? starredArgument(p) : p.grammar.namedExpression(p);
  if (beginsComprehension(p)) return generator(p, open, value);
  return { kind: Kind.Argument, start, end: p.lastEnd, value };
}

/** Spread over any expression, unlike elsewhere: `f(*a or b)`. */
function starredArgument(p: Parser): Expr {
  const { start } = p;
  advance(p);
  const value = p.grammar.expression(p);
  return { kind: Kind.Starred, start, end: p.lastEnd, value };
}

/** `f(x for x in y)`: the brackets of the call are the generator's too, as in Python's own tree. */
function generator(p: Parser, open: number, element: Expr): Argument {
  const start = open < element.start && p.text.charCodeAt(open) === 40 ? open : element.start;
  const node = comprehension(p, start, { form: 'generator', key: undefined, element });
  const end = p.token === Token.RParen ? p.end : node.end;
  return { kind: Kind.Argument, start, end, value: { ...node, end } };
}

function keyword(p: Parser): Keyword {
  const { start } = p;
  const id = nameText(p);
  advance(p);
  const value = p.grammar.expression(p);
  return { kind: Kind.Keyword, start, end: p.lastEnd, name: id, value };
}

function keywords(p: Parser): Keyword {
  const { start } = p;
  advance(p);
  const value = p.grammar.expression(p);
  return { kind: Kind.Keyword, start, end: p.lastEnd, name: undefined, value };
}

function subscript(p: Parser, start: number, value: Expr): Expr {
  advance(p);
  const slice = slices(p);
  close(p, Token.RBracket);
  return { kind: Kind.Subscript, start, end: p.lastEnd, value, slice };
}

function slices(p: Parser): Expr {
  const { start } = p;
  if (!beginsSlice(p)) return missingExpression(p, 'Expected an index here.');
  const first = sliceOrIndex(p);
  if (p.token !== Token.Comma && first.kind !== Kind.Starred) return first;
  const found = [first];
  while (accept(p, Token.Comma)) {
    if (!beginsSlice(p)) break;
    found.push(sliceOrIndex(p));
  }
  return { kind: Kind.Tuple, start, end: p.lastEnd, elements: found };
}

function beginsSlice(p: Parser): boolean {
  return p.token === Token.Colon || beginsExpression(p);
}

function sliceOrIndex(p: Parser): Expr {
  if (p.token === Token.Star) return starredArgument(p);
  const { start } = p;
  const lower = p.token === Token.Colon ? undefined : p.grammar.namedExpression(p);
  if (lower && p.token !== Token.Colon) return lower;
  return slice(p, start, lower);
}

function slice(p: Parser, start: number, lower: Expr | undefined): Slice {
  advance(p);
  const upper = beginsExpression(p) ? p.grammar.expression(p) : undefined;
  const step = accept(p, Token.Colon) && beginsExpression(p) ? p.grammar.expression(p) : undefined;
  return { kind: Kind.Slice, start, end: p.lastEnd, lower, upper, step };
}
