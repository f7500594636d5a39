import type { Alias, Import, ImportFrom } from '../ast';
import { Kind } from '../ast';
import { Token } from '../lexer/token';
import { elements } from './lists';
import type { Parser } from './parser';
import { accept, advance, expect, expectName, nameText, problem } from './parser';

/** `import a.b as c, d` */
export function importStatement(p: Parser, start = p.start): Import {
  advance(p);
  const names = [moduleAlias(p)];
  while (accept(p, Token.Comma)) names.push(moduleAlias(p));
  return { kind: Kind.Import, start, end: p.lastEnd, names };
}

function moduleAlias(p: Parser): Alias {
  const { start } = p;
  const name = dottedName(p);
  return alias(p, start, name);
}

function alias(p: Parser, start: number, name: string): Alias {
  const asname = accept(p, Token.As) ? expectName(p, "a name behind 'as'").id : undefined;
  return { kind: Kind.Alias, start: Math.min(start, p.lastEnd), end: p.lastEnd, name, asname };
}

function dottedName(p: Parser): string {
  let name = expectName(p, 'the name of a module').id;
  while (accept(p, Token.Dot)) name += `.${expectName(p, 'the name of a module').id}`;
  return name;
}

/** `from ..a.b import c as d, e`, `from a import *` */
export function fromStatement(p: Parser, start = p.start): ImportFrom {
  advance(p);
  const level = dots(p);
  const module = level === 0 || p.token === Token.Name ? dottedName(p) : undefined;
  const names = expect(p, Token.Import, "Expected 'import' here.") ? importedNames(p) : [];
  return { kind: Kind.ImportFrom, start, end: p.lastEnd, module, level, names };
}

function dots(p: Parser): number {
  let level = 0;
  for (; p.token === Token.Dot || p.token === Token.Ellipsis; advance(p))
    level += p.token === Token.Dot ? 1 : 3;
  return level;
}

function importedNames(p: Parser): readonly Alias[] {
  const { start } = p;
  if (accept(p, Token.Star))
    return [{ kind: Kind.Alias, start, end: p.lastEnd, name: '*', asname: undefined }];
  if (accept(p, Token.LParen)) return elements(p, Token.RParen, importedName, atName);
  if (!atName(p)) {
    problem(p, "Expected a name behind 'import'.");
    return [];
  }
  const names = [importedName(p)];
  while (accept(p, Token.Comma)) {
    if (!atName(p)) {
      problem(p, 'Expected a name here.');
      break;
    }
    names.push(importedName(p));
  }
  return names;
}

function atName({ token }: Parser): boolean {
  return token === Token.Name;
}

function importedName(p: Parser): Alias {
  const { start } = p;
  return alias(p, start, nameText(p));
}
