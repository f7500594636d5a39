import type { Module, Stmt } from '../syntax/ast';
import { newBuilder } from './builder';
import { lowerModule, lowerStatement } from './lower';
import type { IrFunction, Node } from './model';
import { scopeOf } from './scope';
import { spanOf } from './expressions';

/** A module that was lowered statement by statement, so that after an edit only those from the edit on are lowered again. */
export interface LoweredModule {
  readonly ir: IrFunction;
  /** Empty where statements cannot be told apart: names that are declared `global` change what all others mean. */
  readonly statements: readonly LoweredStatement[];
}

interface LoweredStatement {
  readonly statement: Stmt;
  /** Its first node in the module's body, and its first register. */
  readonly node: number;
  readonly register: number;
  /** Where those of the next statement begin. */
  readonly nextNode: number;
  readonly nextRegister: number;
  /** Names that it binds. */
  readonly names: ReadonlySet<string>;
  readonly generator: boolean;
}

/** Statements that are the same objects as in the version before, from the first one on, keep their nodes. */
export function lowerAgain(module: Module, before?: LoweredModule): LoweredModule {
  const statements: LoweredStatement[] = [];
  for (const one of before?.statements ?? []) {
    if (one.statement !== module.body[statements.length]) break;
    statements.push(one);
  }
  const body: Node[] = before?.ir.body.slice(0, statements.at(-1)?.nextNode ?? 0) ?? [];
  for (const statement of module.body.slice(statements.length)) {
    const lowered = lowerOne(statement, statements.at(-1)?.nextRegister ?? 0, body);
    if (!lowered) return { ir: lowerModule(module), statements: [] };
    statements.push(lowered);
  }
  return { ir: moduleOf(module, body, statements), statements };
}

function lowerOne(statement: Stmt, register: number, body: Node[]): LoweredStatement | undefined {
  const scope = scopeOf([statement]);
  if (scope.globals.size > 0 || scope.nonlocals.size > 0) return undefined;
  const b = newBuilder(scope, undefined, []);
  const node = body.length;
  b.registers = register;
  b.block = body;
  lowerStatement(b, statement);
  return {
    statement,
    node,
    register,
    nextNode: body.length,
    nextRegister: b.registers,
    names: b.locals,
    generator: b.generator,
  };
}

function moduleOf(
  module: Module,
  body: readonly Node[],
  statements: readonly LoweredStatement[],
): IrFunction {
  const locals = new Set<string>();
  for (const { names } of statements) for (const name of names) locals.add(name);
  return {
    name: '<module>',
    form: 'module',
    span: spanOf(module),
    params: [],
    body,
    registers: statements.at(-1)?.nextRegister ?? 0,
    locals,
    globals: new Set(),
    generator: statements.some(one => one.generator),
  };
}
