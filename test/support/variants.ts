import type { Span } from '../../src/base/place';
import { lineIndex } from '../../src/base/lines';
import type { ModuleSource } from '../../src/base/source';
import { scriptSource } from '../../src/base/source';
import { scopeOf } from '../../src/python/ir/scope';
import type { Module, Stmt } from '../../src/python/syntax/ast';
import { Kind } from '../../src/python/syntax/ast';
import { parse } from '../../src/python/syntax/parse';
import { walk } from '../../src/python/syntax/walk';
import type { Node } from '../../src/python/syntax/walk';

/** A program written down in another way, and which of its lines (from 0) each of the new ones stands for. */
export interface Variant {
  readonly source: ModuleSource;
  /** Of each line of the text; undefined for one that was put in. */
  readonly origins: readonly (number | undefined)[];
}

/** Ways to write down the same program: undefined for a program that a way does not suit. */
export type Way = (code: string) => Variant | undefined;

/** Other names for the module's own variables, functions and classes; the words in them stay, as they tell parts apart. */
export const renamed: Way = code => {
  const { module } = parse(code);
  const taken = shadowed(module);
  const own = [...scopeOf(module.body).locals].filter(
    name => !taken.has(name) && !imported(module).has(name),
  );
  return own.length === 0
    ? undefined
    : inPlace(
        code,
        renames(module, own, name => `our_${name}`),
      );
};

/** `import numpy as np` as `import numpy as np_lib`. */
export const aliased: Way = code => {
  const { module } = parse(code);
  const taken = new Set([...shadowed(module), ...assigned(module)]);
  const names = new Set([...imported(module)].filter(name => !taken.has(name)));
  const edits: Edit[] = [];
  walk(module, node => {
    if (node.kind !== Kind.Alias || node.name === '*') return true;
    const name = node.asname ?? node.name;
    if (names.has(name))
      edits.push({ start: node.start, end: node.end, text: `${node.name} as ${name}_lib` });
    return true;
  });
  const dotted = new Set(dottedImports(module));
  const renamable = [...names].filter(name => !dotted.has(name));
  if (renamable.length < names.size || edits.length === 0) return undefined;
  return inPlace(code, [...edits, ...renames(module, renamable, name => `${name}_lib`)]);
};

/** Comments and blank lines between all statements. */
export const spread: Way = code =>
  withLines(
    code,
    statements => statements.map(at => ({ ...at, text: ['', `${at.indent}# a remark`] })),
    'all',
  );

/** Statements that have nothing to do with the rest. */
export const padded: Way = code =>
  withLines(code, statements =>
    statements.map((at, i) => ({ ...at, text: [`aside_${i} = len("aside") + ${i}`, 'print("so far")'] })),
  );

/** What nobody knows is called with each variable as soon as it has a value. */
export const meddled: Way = code =>
  withLines(code, statements =>
    statements.slice(1).map((at, i) => {
      const before = statements[i]?.statement;
      const [target] = before?.kind === Kind.Assign ? before.targets : [];
      const text = target?.kind === Kind.Name ? [`from somewhere import meddle; meddle(${target.id})`] : [];
      return { ...at, text };
    }),
  );

/** The first argument of each call that is a statement, or whose value is assigned, in a variable of its own. */
export const extracted: Way = code => {
  const edits: Edit[] = [];
  const added = new Map<number, string>();
  const { positionAt } = lineIndex(code);
  for (const [i, statement] of parse(code).module.body.entries()) {
    const value =
      statement.kind === Kind.Assign || statement.kind === Kind.ExprStmt ? statement.value : undefined;
    const argument =
      value?.kind === Kind.Call && value.args[0]?.kind === Kind.Argument ? value.args[0].value : undefined;
    if (!argument || (argument.kind !== Kind.Call && argument.kind !== Kind.Subscript)) continue;
    const text = code.slice(argument.start, argument.end);
    if (text.includes('\n')) continue;
    // Names that tell a test part from a validation part are part of what a program says.
    const name = `${/^\w+/.exec(text)?.[0] ?? 'value'}_${i}`;
    edits.push({ start: argument.start, end: argument.end, text: name });
    added.set(positionAt(statement.start).line, `${name} = ${text}`);
  }
  if (edits.length === 0) return undefined;
  return fromLines(
    applied(code, edits)
      .split('\n')
      .flatMap((text, line) => {
        const before = added.get(line);
        return before === undefined
          ? [{ text, origin: line }]
          : [
              { text: before, origin: line },
              { text, origin: line },
            ];
      }),
  );
};

/** All of it in a function that is called. */
export const wrapped: Way = code => {
  const { module } = parse(code);
  if (hasLongStrings(module, code) || module.body.some(isModulesOnly)) return undefined;
  const inside = code
    .split('\n')
    .map((text, origin) => ({ text: text === '' ? text : `    ${text}`, origin }));
  return fromLines([{ text: 'def everything():' }, ...inside, { text: '' }, { text: 'everything()' }]);
};

/** Each statement of the module's own level in a cell of its own. */
export const cells: Way = code => {
  const { positionAt, offsetAt } = lineIndex(code);
  const starts = parse(code).module.body.map(statement => positionAt(wholeStart(statement)).line);
  const lines = [0, ...new Set(starts.slice(1))];
  const offsets = lines.map(line => offsetAt({ line, column: 0 }));
  const segments = offsets.map((start, cell) => ({
    start,
    end: (offsets[cell + 1] ?? code.length + 1) - 1,
    cell,
    executionCount: null,
  }));
  return {
    source: { file: '/a.ipynb', kind: 'notebook', text: code, segments },
    origins: code.split('\n').map((_, line) => line),
  };
};

interface Edit extends Span {
  readonly text: string;
}

function applied(code: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
}

function inPlace(code: string, edits: readonly Edit[]): Variant {
  return fromLines(
    applied(code, edits)
      .split('\n')
      .map((text, origin) => ({ text, origin })),
  );
}

function fromLines(lines: readonly { readonly text: string; readonly origin?: number }[]): Variant {
  return {
    source: scriptSource('/a.py', lines.map(({ text }) => text).join('\n')),
    origins: lines.map(({ origin }) => origin),
  };
}

interface Place {
  readonly statement: Stmt;
  readonly line: number;
  readonly indent: string;
}

/** Puts lines before statements that begin their line. */
function withLines(
  code: string,
  added: (statements: readonly Place[]) => readonly (Place & { readonly text: readonly string[] })[],
  depth: 'module' | 'all' = 'module',
): Variant {
  const lines = code.split('\n');
  const { positionAt } = lineIndex(code);
  const places: Place[] = [];
  const visit = (statement: Stmt): void => {
    const { line, column } = positionAt(wholeStart(statement));
    const indent = (lines[line] ?? '').slice(0, column);
    if (indent.trim() === '') places.push({ statement, line, indent });
  };
  const { module } = parse(code);
  if (depth === 'module') module.body.forEach(visit);
  else walk(module, node => (isStatement(node) && visit(node), true));
  const before = new Map(added(places).map(({ line, text }) => [line, text] as const));
  return fromLines(
    lines.flatMap((text, origin) => [
      ...(before.get(origin) ?? []).map(one => ({ text: one })),
      { text, origin },
    ]),
  );
}

function isStatement(node: Node): node is Stmt {
  return node.kind > Kind.Module && node.kind <= Kind.BadStatement;
}

function wholeStart(statement: Stmt): number {
  const decorator = 'decorators' in statement ? statement.decorators[0] : undefined;
  return decorator ? decorator.start - 1 : statement.start;
}

function renames(module: Module, names: readonly string[], to: (name: string) => string): Edit[] {
  const known = new Set(names);
  const edits: Edit[] = [];
  walk(module, node => {
    if (node.kind === Kind.Name && known.has(node.id))
      edits.push({ start: node.start, end: node.end, text: to(node.id) });
    return true;
  });
  return edits;
}

/** Names that mean something else in places: parameters, names of other scopes, and what strings may mention. */
function shadowed(module: Module): Set<string> {
  const names = new Set<string>();
  walk(module, node => {
    if (node.kind === Kind.Parameter) names.add(node.name);
    if (node.kind === Kind.ExceptHandler && node.name) names.add(node.name);
    if (node.kind === Kind.Global || node.kind === Kind.Nonlocal) node.names.forEach(name => names.add(name));
    if (node.kind === Kind.MatchAs || node.kind === Kind.MatchStar) names.add(node.name ?? '');
    if (node.kind === Kind.FunctionDef || node.kind === Kind.ClassDef)
      scopeOf(node.body).locals.forEach(name => names.add(name));
    return true;
  });
  return names;
}

function assigned(module: Module): Set<string> {
  const plain = module.body.filter(({ kind }) => kind !== Kind.Import && kind !== Kind.ImportFrom);
  return scopeOf(plain).locals;
}

function imported(module: Module): Set<string> {
  const names = new Set<string>();
  walk(module, node => {
    if (node.kind === Kind.Alias) names.add(node.asname ?? node.name.split('.')[0] ?? node.name);
    return true;
  });
  return names;
}

/** `import os.path` binds `os`, which no alias can give. */
function dottedImports(module: Module): string[] {
  const names: string[] = [];
  walk(module, node => {
    if (node.kind === Kind.Alias && node.asname === undefined && node.name.includes('.'))
      names.push(node.name.split('.')[0] ?? node.name);
    return true;
  });
  return names;
}

function hasLongStrings(module: Module, code: string): boolean {
  let found = false;
  walk(module, node => {
    if (node.kind === Kind.Constant || node.kind === Kind.JoinedStr)
      found ||= code.slice(node.start, node.end).includes('\n');
    return !found;
  });
  return found;
}

/** What Python allows at the module's own level only. */
function isModulesOnly(statement: Stmt): boolean {
  return (
    (statement.kind === Kind.ImportFrom &&
      (statement.module === '__future__' || statement.names[0]?.name === '*')) ||
    statement.kind === Kind.Global
  );
}
