import type { Span } from '../../../base/place';
import type { ExceptHandler, Expr, Name, Stmt, SyntaxProblem } from '../ast';
import { Kind } from '../ast';
import type { Tokens } from '../lexer/token';
import { Token } from '../lexer/token';

/** Where the parser stands in its tokens. Productions are functions of it that consume tokens and return a node. */
export interface Parser {
  readonly text: string;
  readonly notebook: boolean;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly last: number;
  readonly grammar: Grammar;
  readonly problems: SyntaxProblem[];
  /** What the lexer has reported, in order, and the first of it that is not before the statement at hand. */
  readonly lexical: readonly SyntaxProblem[];
  nextLexical: number;
  statementStart: number;
  readonly comments: readonly Span[];
  index: number;
  /** The token at hand and its span. */
  token: Token;
  start: number;
  end: number;
  /** End of the last token before it that is more than layout: where a node that is complete ends. */
  lastEnd: number;
  /** How many expressions, and how many blocks, enclose the token at hand. */
  nesting: number;
  blocks: number;
  /** Height of the highest tree built at this level: see `chains.ts`. */
  height: number;
  /** A problem of this line has been reported: what follows from it stays unsaid. */
  quiet: boolean;
  /** Something that only Python 2 has was met. */
  python2: boolean;
  /** Handlers in which one may have the form `except E, e:`. */
  readonly ambiguous: ExceptHandler[][];
}

/** Productions that recur across files: bound once in `parse.ts`, so that those files need not import each other. */
export interface Grammar {
  readonly expression: (p: Parser) => Expr;
  readonly namedExpression: (p: Parser) => Expr;
  readonly starNamedExpression: (p: Parser) => Expr;
  readonly yieldOrStarExpressions: (p: Parser) => Expr;
  readonly disjunction: (p: Parser) => Expr;
  readonly bitwiseOr: (p: Parser) => Expr;
  readonly targets: (p: Parser) => Expr;
  /** One statement, or several that `;` joins; consumes the line end. */
  readonly statement: (p: Parser, into: Stmt[]) => void;
  /** The `:` of a compound statement and what belongs to it. */
  readonly block: (p: Parser) => readonly Stmt[];
}

export function newParser(
  text: string,
  tokens: Tokens,
  options: Pick<Parser, 'notebook' | 'grammar' | 'lexical' | 'comments'>,
): Parser {
  const { kinds, starts, ends, count } = tokens;
  const parser: Parser = {
    ...options,
    text,
    problems: [],
    nextLexical: 0,
    statementStart: 0,
    kinds,
    starts,
    ends,
    last: count - 1,
    index: 0,
    token: Token.End,
    start: 0,
    end: 0,
    lastEnd: 0,
    nesting: 0,
    blocks: 0,
    height: 0,
    quiet: false,
    python2: false,
    ambiguous: [],
  };
  moveTo(parser, 0);
  return parser;
}

function moveTo(p: Parser, index: number): void {
  p.index = index;
  p.token = p.kinds[index] ?? Token.End;
  p.start = p.starts[index] ?? 0;
  p.end = p.ends[index] ?? 0;
}

export function advance(p: Parser): void {
  if (p.token > Token.Dedent) p.lastEnd = p.end;
  if (p.index < p.last) moveTo(p, p.index + 1);
}

/** The token `distance` further on. */
export function peek(p: Parser, distance = 1): Token {
  return p.kinds[p.index + distance] ?? Token.End;
}

/** Consumes `token` if it is at hand. */
export function accept(p: Parser, token: Token): boolean {
  if (p.token !== token) return false;
  advance(p);
  return true;
}

/** Consumes `token`, or reports `message` and stays. */
export function expect(p: Parser, token: Token, message: string): boolean {
  if (accept(p, token)) return true;
  problem(p, message);
  return false;
}

/** A line begins: its first problem is to be reported. */
export function beginLine(p: Parser): void {
  p.quiet = false;
  p.statementStart = p.start;
}

/**
 * Reports at the token at hand: the first problem of a line only, and only if the lexer has not reported one there,
 * because the others follow from it.
 */
export function problem(p: Parser, message: string, start = p.start, end = p.end): void {
  if (p.quiet) return;
  p.quiet = true;
  if (lexerReported(p)) return;
  const atLineEnd = p.token === Token.Newline && start === p.start;
  p.problems.push(atLineEnd ? { start: p.lastEnd, end: p.lastEnd, message } : { start, end, message });
}

function lexerReported(p: Parser): boolean {
  const { lexical, statementStart } = p;
  while ((lexical[p.nextLexical]?.start ?? Infinity) < statementStart) p.nextLexical++;
  return (lexical[p.nextLexical]?.start ?? Infinity) <= p.start;
}

export function tokenText(p: Parser): string {
  return p.text.slice(p.start, p.end);
}

/** Is the token at hand the name `word`? */
export function atWord(p: Parser, word: string): boolean {
  return p.token === Token.Name && p.end - p.start === word.length && p.text.startsWith(word, p.start);
}

/** Consumes a name and returns its id; Python compares names by their NFKC form. */
export function nameText(p: Parser): string {
  const id = tokenText(p);
  advance(p);
  return isAscii(id) ? id : id.normalize('NFKC');
}

function isAscii(id: string): boolean {
  for (let i = 0; i < id.length; i++) if (id.charCodeAt(i) > 127) return false;
  return true;
}

export function name(p: Parser): Name {
  const { start, end } = p;
  return { kind: Kind.Name, start, end, id: nameText(p) };
}

/**
 * Where to put an empty node for what is missing: before the token at hand, which may become the operator of a node
 * that begins with the empty one; at the end of a line, behind what was written.
 */
export function missingAt(p: Parser): number {
  if (p.token > Token.Dedent) p.lastEnd = p.start;
  return p.lastEnd;
}

/** A name, or an empty one with a problem. */
export function expectName(p: Parser, what: string): Name {
  if (p.token === Token.Name) return name(p);
  problem(p, `Expected ${what} here.`);
  const at = missingAt(p);
  return { kind: Kind.Name, start: at, end: at, id: '' };
}
