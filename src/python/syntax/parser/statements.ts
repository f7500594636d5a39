/** Lines of statements, blocks, and how to go on behind an error: at the next line of the same block. */
import type { Expr, Stmt } from '../ast';
import { Kind } from '../ast';
import { FIRST_KEYWORD, Token } from '../lexer/token';
import type { Block } from './compound';
import { asyncStatement, forStatement, ifStatement, whileStatement } from './compound';
import { classDef, decorated, functionDef } from './definitions';
import { escapeStatement, isEscape } from './escapes';
import { starNamedExpression } from './expressions';
import { beginsExpression } from './lists';
import { isMatch, matchStatement } from './match';
import type { Parser } from './parser';
import { accept, advance, beginLine, problem, tokenText } from './parser';
import { simpleStatement } from './simple';
import { tryStatement } from './try';
import { withStatement } from './with';

/** Python's own limit on nested indentation; on one line there can be no more either. */
const MAX_BLOCKS = 100;

export function moduleBody(p: Parser): Block {
  const body: Stmt[] = [];
  while (p.token !== Token.End) {
    statements(p, body);
    advance(p);
  }
  return body;
}

function cellBody(p: Parser): Block {
  const body: Stmt[] = [];
  statements(p, body);
  return body;
}

/** Statements up to the Dedent that ends their block, or the end of the cell; either is left to the caller. */
function statements(p: Parser, into: Stmt[]): void {
  for (let unexpected = 0; ;) {
    switch (p.token) {
      case Token.End:
      case Token.CellEnd:
        return;
      case Token.Dedent:
        if (unexpected === 0) return;
        unexpected--;
        advance(p);
        break;
      case Token.Indent:
        unexpected++;
        unexpectedIndent(p, into.at(-1));
        break;
      case Token.Newline:
        advance(p);
        break;
      default:
        statement(p, into);
    }
  }
}

/** The lines are taken as if they were not indented. Below a line that was reported already, that goes without saying. */
function unexpectedIndent(p: Parser, before: Stmt | undefined): void {
  beginLine(p);
  p.quiet = before?.kind === Kind.BadStatement;
  advance(p);
  problem(p, 'This line is indented deeper than the block that it belongs to: align it.');
}

export function statement(p: Parser, into: Stmt[]): void {
  beginLine(p);
  const compound = compoundStatement(p);
  if (compound) into.push(compound);
  else simpleStatements(p, into);
}

function compoundStatement(p: Parser): Stmt | undefined {
  switch (p.token) {
    case Token.Name:
      return isMatch(p) ? matchStatement(p) : undefined;
    case Token.If:
      return ifStatement(p);
    case Token.For:
      return forStatement(p);
    case Token.Def:
      return functionDef(p);
    case Token.Class:
      return classDef(p);
    case Token.With:
      return withStatement(p);
    case Token.While:
      return whileStatement(p);
    case Token.Try:
      return tryStatement(p);
    case Token.At:
      return decorated(p);
    case Token.Async:
      return asyncStatement(p, functionDef, withStatement);
    default:
      return isEscape(p.token) ? escapeStatement(p, cellBody) : undefined;
  }
}

/** Simple statements that `;` joins, up to the end of the line. */
function simpleStatements(p: Parser, into: Stmt[]): void {
  do {
    if (p.token === Token.Newline) break;
    const found = simpleStatement(p);
    if (found) into.push(found);
    if (!atStatementEnd(p)) into.push(remainder(p));
    else if (!found) problem(p, "Expected a statement before ';'.");
  } while (accept(p, Token.Semicolon));
  accept(p, Token.Newline);
}

function atStatementEnd({ token }: Parser): boolean {
  return (
    token === Token.Newline || token === Token.Semicolon || token === Token.End || token === Token.CellEnd
  );
}

/** What no statement could use: to the end of the statement, with the expressions that can be made out. */
function remainder(p: Parser): Stmt {
  const { start } = p;
  problem(p, remainderMessage(p));
  const parts: Expr[] = [];
  while (!atStatementEnd(p)) {
    const { index } = p;
    if (beginsExpression(p)) parts.push(starNamedExpression(p));
    if (p.index === index) advance(p);
  }
  return { kind: Kind.BadStatement, start, end: p.lastEnd, parts };
}

function remainderMessage(p: Parser): string {
  const text = tokenText(p);
  switch (p.token) {
    case Token.Elif:
    case Token.Else:
    case Token.Except:
    case Token.Finally:
      return `'${text}' belongs to no statement before it: check the indentation.`;
    case Token.RParen:
    case Token.RBracket:
    case Token.RBrace:
      return `'${text}' closes no bracket: delete it, or open one before it.`;
    default:
      return p.token >= FIRST_KEYWORD
        ? `'${text}' cannot stand here.`
        : `Python does not expect '${text}' here.`;
  }
}

/** The `:` of a compound statement and its block; recovers from a missing `:` and from a missing block. */
export function block(p: Parser): Block {
  if (!accept(p, Token.Colon)) skipToBlock(p);
  if (p.token === Token.Newline) return indentedBlock(p);
  const body: Stmt[] = [];
  if (p.token === Token.End || p.token === Token.CellEnd) problem(p, 'Expected a statement here.');
  else sameLine(p, body);
  return body;
}

function sameLine(p: Parser, body: Stmt[]): void {
  if (p.blocks < MAX_BLOCKS) {
    p.blocks++;
    statement(p, body);
    p.blocks--;
    return;
  }
  body.push(remainder(p));
}

function indentedBlock(p: Parser): Block {
  advance(p);
  const body: Stmt[] = [];
  if (!accept(p, Token.Indent)) {
    problem(p, 'Expected an indented block here.');
    return body;
  }
  p.blocks++;
  statements(p, body);
  p.blocks--;
  accept(p, Token.Dedent);
  return body;
}

/** The header is not as it should be: goes to the `:` that ends it, or to its end. */
function skipToBlock(p: Parser): void {
  problem(p, p.token === Token.Assign ? "Expected ':' here; to compare, write '=='." : "Expected ':' here.");
  while (p.token !== Token.Newline && p.token !== Token.End && p.token !== Token.CellEnd) {
    const colon = p.token === Token.Colon;
    advance(p);
    if (colon && p.kinds[p.index] === Token.Newline) return;
  }
}
