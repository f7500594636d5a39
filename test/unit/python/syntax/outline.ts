import type { Stmt } from '../../../../src/python/syntax/ast';
import { Kind } from '../../../../src/python/syntax/kind';
import type { ParseOptions } from '../../../../src/python/syntax/parse';
import { parse } from '../../../../src/python/syntax/parse';
import { KIND_NAMES } from '../../../../src/python/syntax/print';

/** The statements of a text, each as its kind and its source's first line, blocks indented; then its problems. */
export function outline(text: string, options: ParseOptions = {}): string[] {
  const { module, problems } = parse(text, options);
  const lines: string[] = [];
  const add = (statements: readonly Stmt[], indent: string): void => {
    for (const statement of statements) {
      const [first = ''] = text.slice(statement.start, statement.end).split('\n');
      lines.push(`${indent}${KIND_NAMES[statement.kind]} ${first}`.trimEnd());
      for (const block of blocksOf(statement)) add(block, `${indent}  `);
    }
  };
  add(module.body, '');
  return [...lines, ...problems.map(({ start, message }) => `! ${start}: ${message}`)];
}

function blocksOf(statement: Stmt): readonly (readonly Stmt[])[] {
  switch (statement.kind) {
    case Kind.If:
      return [...statement.branches.map(branch => branch.body), statement.orelse];
    case Kind.Try: {
      const { body, handlers, orelse, finalbody } = statement;
      return [body, ...handlers.map(handler => handler.body), orelse, finalbody];
    }
    case Kind.Match:
      return statement.cases.map(each => each.body);
    case Kind.For:
    case Kind.While:
      return [statement.body, statement.orelse];
    default:
      return 'body' in statement ? [statement.body] : [];
  }
}

/** As `outline`, without the offsets of problems. */
export function outlineWithMessages(text: string, options: ParseOptions = {}): string[] {
  return outline(text, options).map(line => line.replace(/^! \d+: /, '! '));
}
