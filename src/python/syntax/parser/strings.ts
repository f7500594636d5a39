/** String literals, plain and formatted, and their concatenation by juxtaposition. */
import type { Constant, Expr, FormattedValue } from '../ast';
import { Kind } from '../ast';
import { Token } from '../lexer/token';
import { nested } from './chains';
import { missingExpression, beginsExpression } from './lists';
import type { Parser } from './parser';
import { accept, advance, expect, problem, tokenText } from './parser';
import { literal, unescapeText } from './unescape';

type Piece = Constant | FormattedValue;

/** One string token that is known to stand alone. */
export function simpleString(p: Parser): Constant {
  const { start, end } = p;
  const { bytes, value } = literal(tokenText(p));
  advance(p);
  return { kind: Kind.Constant, start, end, type: bytes ? 'bytes' : 'str', value };
}

/** All the string literals that follow each other. */
export function strings(p: Parser): Expr {
  const { start } = p;
  const pieces: Piece[] = [];
  let form: 'plain' | 'f' | 't' = 'plain';
  while (p.token === Token.String || p.token === Token.FStart) {
    if (p.token === Token.String) pieces.push(simpleString(p));
    else {
      form = /t/i.test(tokenText(p)) ? 't' : 'f';
      formatted(p, pieces);
    }
  }
  const end = p.lastEnd;
  const [first] = pieces;
  if (form === 'plain' && first?.kind === Kind.Constant)
    return pieces.length === 1 ? first : joined(p, pieces, start);
  return { kind: form === 't' ? Kind.TemplateStr : Kind.JoinedStr, start, end, values: folded(pieces) };
}

function joined(p: Parser, pieces: readonly Piece[], start: number): Constant {
  const constants = pieces.filter(piece => piece.kind === Kind.Constant);
  const bytes = constants[0]?.type === 'bytes';
  if (constants.some(constant => (constant.type === 'bytes') !== bytes))
    problem(
      p,
      'Bytes and text cannot be joined: write the prefix b on all of these strings or on none.',
      start,
      p.lastEnd,
    );
  const value = constants.map(constant => constant.value).join('');
  return { kind: Kind.Constant, start, end: p.lastEnd, type: bytes ? 'bytes' : 'str', value };
}

/** Joins neighbouring constants and drops empty ones. */
function folded(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.kind === Kind.Constant && last?.kind === Kind.Constant)
      result[result.length - 1] = { ...last, end: piece.end, value: `${last.value}${piece.value}` };
    else result.push(piece);
  }
  return result.filter(piece => piece.kind !== Kind.Constant || piece.value !== '');
}

/** From FStart to FEnd. */
function formatted(p: Parser, into: Piece[]): void {
  const raw = /r/i.test(tokenText(p));
  advance(p);
  textAndFields(p, raw, into);
  if (p.token === Token.FEnd) advance(p);
  else problem(p, 'This string is never closed: add the closing quote where it belongs.');
}

function textAndFields(p: Parser, raw: boolean, into: Piece[]): void {
  while (p.token === Token.FMiddle || p.token === Token.LBrace) {
    if (p.token === Token.FMiddle) into.push(text(p, raw));
    else field(p, raw, into);
  }
}

function text(p: Parser, raw: boolean): Constant {
  const { start, end } = p;
  const value = unescapeText(tokenText(p), raw);
  advance(p);
  return { kind: Kind.Constant, start, end, type: 'str', value };
}

/** `{value=!conversion:format}`; the text of a debugging `=` becomes a constant before it. */
function field(p: Parser, raw: boolean, into: Piece[]): void {
  const node = nested(p, () => replacement(p, raw, into));
  if (node.kind === Kind.FormattedValue) into.push(node);
  else
    into.push({ ...node, kind: Kind.FormattedValue, value: node, conversion: undefined, format: undefined });
}

function replacement(p: Parser, raw: boolean, into: Piece[]): FormattedValue {
  const { start, end: open } = p;
  advance(p);
  const value = beginsExpression(p) ? p.grammar.yieldOrStarExpressions(p) : missingExpression(p);
  const debug = accept(p, Token.Assign);
  if (debug) into.push(debugText(p, open));
  const conversion = accept(p, Token.Exclamation) ? conversionName(p) : undefined;
  const format = accept(p, Token.Colon) ? formatSpec(p, raw) : undefined;
  skipToBrace(p);
  return {
    kind: Kind.FormattedValue,
    start,
    end: p.lastEnd,
    value,
    conversion: conversion ?? (debug && !format ? 'r' : undefined),
    format,
  };
}

/** Python repeats the source of `{x = }`, blanks included and comments left out. */
function debugText(p: Parser, open: number): Constant {
  let value = '';
  let from = open;
  for (const comment of p.comments) {
    if (comment.start < from || comment.start >= p.start) continue;
    value += p.text.slice(from, comment.start);
    from = comment.end;
  }
  value += p.text.slice(from, p.start);
  return { kind: Kind.Constant, start: open, end: p.start, type: 'str', value };
}

function conversionName(p: Parser): string | undefined {
  const conversion = tokenText(p);
  return expect(p, Token.Name, "Expected 's', 'r' or 'a' behind '!'.") ? conversion : undefined;
}

function formatSpec(p: Parser, raw: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  textAndFields(p, raw, pieces);
  return folded(pieces);
}

/** Consumes the `}`. */
function skipToBrace(p: Parser): void {
  if (accept(p, Token.RBrace)) return;
  problem(p, "Expected '}' here.");
  let depth = 0;
  while (p.token !== Token.Newline && p.token !== Token.End && p.token !== Token.FEnd) {
    const { token } = p;
    advance(p);
    if (token === Token.LBrace) depth++;
    else if (token === Token.RBrace && depth-- === 0) return;
  }
}
