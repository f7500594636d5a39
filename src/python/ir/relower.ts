import type { Span } from '../../base/place';
import type { Module, Stmt } from '../syntax/ast';
import type { Edit } from '../syntax/edit';
import { startOf } from '../syntax/edit';
import { settled } from '../syntax/moved';
import { newBuilder } from './builder';
import { lowerStatement } from './lower';
import type { IrFunction, Node } from './model';
import { scopeOf } from './scope';

/** A module that was lowered statement by statement, so that after an edit only what was edited is lowered again. */
export interface LoweredModule {
  readonly ir: IrFunction;
  readonly statements: readonly LoweredStatement[];
  /** The first that no statement uses: each has registers of its own, also where it came with an edit. */
  readonly register: number;
}

interface LoweredStatement {
  readonly statement: Stmt;
  readonly code: Code;
}

/** What one statement of the module's level was lowered to. */
export interface Code {
  readonly nodes: readonly Node[];
  /** Its registers are from this one to before the next. */
  readonly register: number;
  readonly nextRegister: number;
  /** Names that it binds. */
  readonly names: ReadonlySet<string>;
  readonly generator: boolean;
  /** All spans of the nodes: they move with the text. */
  readonly spans: readonly Span[];
}

/** Those of statements that were edited away are lost: past this many, all begin anew. */
const MOST_REGISTERS = 200_000;

/**
 * Lowers a module. Statements above the edit that are the same objects as in the version before, and those below it that
 * only moved, keep their code, of which the spans are yet to be moved. Undefined where statements cannot be told apart:
 * names that are declared `global` change what all others mean.
 */
export function lowerAgain(module: Module, before?: LoweredModule, edit?: Edit): LoweredModule | undefined {
  const last = before && before.register < MOST_REGISTERS ? before : undefined;
  const old = last?.statements ?? [];
  let register = last?.register ?? 0;
  const above = commonAbove(old, module.body);
  const below = edit ? commonBelow(old.slice(above), module.body.slice(above), edit) : 0;
  const statements: LoweredStatement[] = old.slice(0, above);
  const end = module.body.length - below;
  const replaced = old.slice(above, old.length - below);
  const isOneForOne = replaced.length === end - above;
  for (const [i, statement] of module.body.slice(above, end).entries()) {
    const code = lowerInRoom(statement, isOneForOne ? replaced[i]?.code : undefined, register);
    if (!code) return undefined;
    statements.push({ statement, code });
    register = Math.max(register, code.nextRegister);
  }
  module.body.slice(end).forEach((statement, i) => {
    const same = old[old.length - below + i];
    if (same) statements.push({ statement, code: same.code });
  });
  return { ir: moduleOf(module, statements, register), statements, register };
}

/** With the registers of what stood there, where they suffice: code that is the same is the same to the letter. */
function lowerInRoom(statement: Stmt, replaced: Code | undefined, register: number): Code | undefined {
  const code = replaced && lowerOne(statement, replaced.register);
  return code && replaced && code.nextRegister <= replaced.nextRegister
    ? { ...code, nextRegister: replaced.nextRegister }
    : lowerOne(statement, register);
}

function commonAbove(old: readonly LoweredStatement[], body: readonly Stmt[]): number {
  let same = 0;
  while (same < old.length && old[same]?.statement === body[same]) same++;
  return same;
}

function commonBelow(old: readonly LoweredStatement[], body: readonly Stmt[], edit: Edit): number {
  let same = 0;
  for (; same < Math.min(old.length, body.length); same++) {
    const [before, now] = [old[old.length - 1 - same]?.statement, body[body.length - 1 - same]];
    if (!before || !now || !isMoved(before, now, edit)) break;
  }
  return same;
}

/** Is it the same text, further down or up? Where the statements begin and end the same, they are. */
function isMoved(before: Stmt, now: Stmt, { oldEnd, by }: Edit): boolean {
  if (before === now) return true;
  const start = startOf(before);
  return (
    start >= oldEnd && before.kind === now.kind && start + by === startOf(now) && before.end + by === now.end
  );
}

function lowerOne(statement: Stmt, register: number): Code | undefined {
  const scope = scopeOf([settled(statement)]);
  if (scope.globals.size > 0 || scope.nonlocals.size > 0) return undefined;
  const b = newBuilder(scope, undefined, []);
  b.registers = register;
  lowerStatement(b, statement);
  return {
    nodes: b.block,
    register,
    nextRegister: b.registers,
    names: b.locals,
    generator: b.generator,
    spans: b.spans,
  };
}

function moduleOf(module: Module, statements: readonly LoweredStatement[], registers: number): IrFunction {
  const locals = new Set<string>();
  const body: Node[] = [];
  for (const { code } of statements) {
    for (const name of code.names) locals.add(name);
    for (const node of code.nodes) body.push(node);
  }
  return {
    name: '<module>',
    form: 'module',
    span: { start: module.start, end: module.end },
    params: [],
    body,
    registers,
    locals,
    globals: new Set(),
    generator: statements.some(({ code }) => code.generator),
  };
}
