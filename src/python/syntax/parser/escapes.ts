/** IPython's lines as statements. */
import type { Help, Magic, Shell, Stmt } from '../ast';
import { Kind } from '../ast';
import { Token } from '../lexer/token';
import type { Parser } from './parser';
import { accept, advance, problem, tokenText } from './parser';

const HEAD = /^%{0,2}[ \t]*([^\s]*)[ \t]*([^\r\n]*)/;

export function isEscape(token: Token): boolean {
  return token >= Token.LineMagic && token <= Token.HelpLine;
}

/** `cellBody` parses the statements up to the end of the cell. */
export function escapeStatement(p: Parser, cellBody: (p: Parser) => readonly Stmt[]): Stmt {
  if (!p.notebook) problem(p, 'This line is for notebooks: plain Python cannot run it.');
  const node = escapeNode(p, cellBody);
  accept(p, Token.Newline);
  return node;
}

function escapeNode(p: Parser, cellBody: (p: Parser) => readonly Stmt[]): Stmt {
  if (p.token === Token.ShellLine) return shell(p);
  if (p.token === Token.HelpLine) return help(p);
  if (p.token === Token.PythonMagic) return pythonMagic(p);
  return magic(p, cellBody);
}

function shell(p: Parser): Shell {
  const { start, end } = p;
  const command = tokenText(p).replace(/^!!?\s*/, '');
  advance(p);
  return { kind: Kind.Shell, start, end, command };
}

function help(p: Parser): Help {
  const { start, end } = p;
  const subject = tokenText(p).replace(/^[\s?]+|[\s?;]+$/g, '');
  advance(p);
  return { kind: Kind.Help, start, end, subject };
}

function magic(p: Parser, cellBody: (p: Parser) => readonly Stmt[]): Magic {
  const { start, end, token } = p;
  const [, name = '', args = ''] = HEAD.exec(tokenText(p)) ?? [];
  advance(p);
  const python = token === Token.PythonCellMagic;
  if (python) accept(p, Token.Newline);
  const body = python ? cellBody(p) : [];
  const cell = token !== Token.LineMagic;
  return { kind: Kind.Magic, start, end: Math.max(end, p.lastEnd), cell, name, args: args.trim(), body };
}

/** `%time statement` */
function pythonMagic(p: Parser): Magic {
  const { start } = p;
  const [, name = '', options = ''] = HEAD.exec(tokenText(p)) ?? [];
  const argsStart = p.end - options.length;
  advance(p);
  const body: Stmt[] = [];
  if (p.token !== Token.Newline) p.grammar.statement(p, body);
  const end = p.lastEnd;
  return { kind: Kind.Magic, start, end, cell: false, name, args: p.text.slice(argsStart, end).trim(), body };
}
