import type { Match, MatchCase } from '../ast';
import { Kind } from '../ast';
import { Token, tokenSet } from '../lexer/token';
import { namedExpression, starNamedExpression } from './expressions';
import { tupleOrOne } from './lists';
import type { Parser } from './parser';
import { accept, advance, atWord, beginLine, expect, peek, problem } from './parser';
import { topPattern } from './patterns';

/** Behind a name these begin a new expression: `match x` can be nothing but the statement. */
const CERTAIN = tokenSet(
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
  Token.Await,
  Token.Ellipsis,
);

/** These begin an expression or continue one: `match (x)` depends on what follows. */
const POSSIBLE = tokenSet(Token.LParen, Token.LBracket, Token.Minus, Token.Plus, Token.Star, Token.Not);

/** Does the name at hand begin a match statement? */
export function isMatch(p: Parser): boolean {
  const next = peek(p);
  if (CERTAIN[next] !== 1 && POSSIBLE[next] !== 1) return false;
  return atWord(p, 'match') && (CERTAIN[next] === 1 || caseFollows(p));
}

/** Does the line end in `:`, and the next one begin a block with `case`? */
function caseFollows(p: Parser): boolean {
  let line = p.index;
  while (line < p.last && p.kinds[line] !== Token.Newline) line++;
  const first = p.starts[line + 2] ?? 0;
  return (
    p.kinds[line - 1] === Token.Colon &&
    p.kinds[line + 1] === Token.Indent &&
    p.kinds[line + 2] === Token.Name &&
    p.text.slice(first, p.ends[line + 2]) === 'case'
  );
}

export function matchStatement(p: Parser): Match {
  const { start } = p;
  advance(p);
  const subjectStart = p.start;
  const subject = tupleOrOne(p, subjectStart, starNamedExpression(p), starNamedExpression);
  expect(p, Token.Colon, "Expected ':' here.");
  while (p.token !== Token.Newline && p.token !== Token.End && p.token !== Token.CellEnd) advance(p);
  accept(p, Token.Newline);
  const cases = accept(p, Token.Indent) ? caseBlocks(p) : noCases(p);
  return { kind: Kind.Match, start, end: p.lastEnd, subject, cases };
}

function noCases(p: Parser): readonly MatchCase[] {
  problem(p, "Expected an indented 'case' here.");
  return [];
}

function caseBlocks(p: Parser): readonly MatchCase[] {
  const cases: MatchCase[] = [];
  while (p.token !== Token.Dedent && p.token !== Token.End && p.token !== Token.CellEnd) {
    beginLine(p);
    if (atWord(p, 'case')) cases.push(caseBlock(p));
    else skipStatement(p);
  }
  accept(p, Token.Dedent);
  return cases;
}

function caseBlock(p: Parser): MatchCase {
  const { start } = p;
  advance(p);
  const pattern = topPattern(p);
  const guard = accept(p, Token.If) ? namedExpression(p) : undefined;
  const body = p.grammar.block(p);
  return { kind: Kind.MatchCase, start, end: p.lastEnd, pattern, guard, body };
}

/** Only cases may stand here; what else does is read and reported. */
function skipStatement(p: Parser): void {
  problem(p, "Only 'case' may stand directly inside 'match'.");
  if (p.token === Token.Indent || p.token === Token.Newline) advance(p);
  else p.grammar.statement(p, []);
}
