import type { ClassDef, Expr, FunctionDef, If, Module, Pattern, Stmt, Try, With } from '../syntax/ast';
import { Kind } from '../syntax/ast';
import type { Builder } from './builder';
import { collect, emit, finish, MAX_DEPTH, newBuilder, register, unknown } from './builder';
import { assign, lowerExpr, lowerParams, spanOf } from './expressions';
import type { Arm, Block, IrFunction, Reg } from './model';
import { Op } from './model';
import { blocksOf, boundName, innerPatterns, scopeOf } from './scope';

/** Lowers a module: a function without parameters that defines and runs what the module does. */
export function lowerModule(module: Module): IrFunction {
  const b = newBuilder(scopeOf(module.body), undefined, []);
  lowerBlock(b, module.body);
  return finish(b, {
    name: '<module>',
    form: 'module',
    span: { start: module.start, end: module.end },
    params: [],
  });
}

function lowerBlock(b: Builder, body: readonly Stmt[]): void {
  if (b.depth > MAX_DEPTH) return;
  for (const statement of body) lowerStatement(b, statement);
}

function nested(b: Builder, body: readonly Stmt[]): Block {
  return collect(b, () => lowerBlock(b, body));
}

/** Lowers one statement into the block at hand. */
export function lowerStatement(b: Builder, statement: Stmt): void {
  const span = spanOf(b, statement);
  switch (statement.kind) {
    case Kind.ExprStmt:
      lowerExpr(b, statement.value);
      return;
    case Kind.Assign: {
      const value = lowerExpr(b, statement.value);
      for (const target of statement.targets) assign(b, target, value);
      return;
    }
    case Kind.AnnAssign:
      if (statement.value) assign(b, statement.target, lowerExpr(b, statement.value));
      return;
    case Kind.AugAssign: {
      const left = lowerExpr(b, statement.target);
      const right = lowerExpr(b, statement.value);
      const dst = register(b);
      emit(b, { op: Op.Binary, dst, operator: statement.op, left, right, inPlace: true, span });
      assign(b, statement.target, dst);
      return;
    }
    case Kind.Return: {
      const src = statement.value && lowerExpr(b, statement.value);
      emit(b, { op: Op.Return, src, span });
      return;
    }
    case Kind.Break:
      emit(b, { op: Op.Break, span });
      return;
    case Kind.Continue:
      emit(b, { op: Op.Continue, span });
      return;
    case Kind.Raise:
      emit(b, { op: Op.Raise, span });
      return;
    case Kind.Import:
    case Kind.ImportFrom:
      lowerImport(b, statement);
      return;
    case Kind.FunctionDef:
      lowerFunction(b, statement);
      return;
    case Kind.ClassDef:
      lowerClass(b, statement);
      return;
    case Kind.Delete:
      statement.targets.forEach(target => lowerDelete(b, target));
      return;
    default:
      lowerCompound(b, statement);
  }
}

function lowerCompound(b: Builder, statement: Stmt): void {
  const span = spanOf(b, statement);
  switch (statement.kind) {
    case Kind.If:
      lowerIf(b, statement);
      return;
    case Kind.For:
    case Kind.While:
      lowerLoop(b, statement);
      return;
    case Kind.With:
      lowerWith(b, statement);
      return;
    case Kind.Try:
      lowerTry(b, statement);
      return;
    case Kind.Match: {
      const subject = lowerExpr(b, statement.subject);
      const cases = statement.cases.map(one =>
        collect(b, () => {
          bindPattern(b, one.pattern, subject);
          if (one.guard) lowerExpr(b, one.guard);
          lowerBlock(b, one.body);
        }),
      );
      emit(b, { op: Op.Match, subject, cases, span });
      return;
    }
    case Kind.Assert:
      lowerExpr(b, statement.test);
      return;
    case Kind.Print2:
    case Kind.Exec2:
      statement.values.forEach(value => lowerExpr(b, value));
      return;
    case Kind.BadStatement:
      statement.parts.forEach(part => lowerExpr(b, part));
      return;
    default:
      for (const block of blocksOf(statement)) lowerBlock(b, block);
  }
}

function lowerIf(b: Builder, statement: If): void {
  const arms = statement.branches.map((branch): Arm => {
    let test = 0;
    const before = collect(b, () => (test = lowerExpr(b, branch.test)));
    return { before, test, body: nested(b, branch.body), value: undefined };
  });
  const orelse = nested(b, statement.orelse);
  emit(b, { op: Op.Branch, arms, orelse, result: undefined, span: spanOf(b, statement) });
}

function lowerLoop(b: Builder, statement: Extract<Stmt, { kind: Kind.For | Kind.While }>): void {
  const span = spanOf(b, statement);
  if (statement.kind === Kind.While) {
    let test = 0;
    const before = collect(b, () => (test = lowerExpr(b, statement.test)));
    const body = nested(b, statement.body);
    const orelse = nested(b, statement.orelse);
    emit(b, { op: Op.Loop, iter: undefined, element: undefined, before, test, body, orelse, span });
    return;
  }
  const iter = lowerExpr(b, statement.iter);
  const element = register(b);
  const body = collect(b, () => {
    assign(b, statement.target, element);
    lowerBlock(b, statement.body);
  });
  const orelse = nested(b, statement.orelse);
  emit(b, { op: Op.Loop, iter, element, before: [], test: undefined, body, orelse, span });
}

function lowerWith(b: Builder, statement: With): void {
  const contexts: Reg[] = [];
  for (const item of statement.items) {
    const context = lowerExpr(b, item.context);
    const dst = register(b);
    emit(b, { op: Op.Enter, dst, context, span: spanOf(b, item) });
    if (item.target) assign(b, item.target, dst);
    contexts.push(context);
  }
  emit(b, { op: Op.With, contexts, body: nested(b, statement.body), span: spanOf(b, statement) });
}

function lowerTry(b: Builder, statement: Try): void {
  const body = nested(b, statement.body);
  const handlers = statement.handlers.map(handler =>
    collect(b, () => {
      if (handler.name)
        emit(b, {
          op: Op.Store,
          name: handler.name,
          src: unknown(b, spanOf(b, handler)),
          span: spanOf(b, handler),
        });
      lowerBlock(b, handler.body);
    }),
  );
  const orelse = nested(b, statement.orelse);
  const final = nested(b, statement.finalbody);
  emit(b, { op: Op.Try, body, handlers, orelse, final, span: spanOf(b, statement) });
}

function bindPattern(b: Builder, pattern: Pattern, subject: Reg): void {
  const pending: { readonly pattern: Pattern; readonly value: Reg }[] = [{ pattern, value: subject }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const span = spanOf(b, next.pattern);
    const name = boundName(next.pattern);
    if (name) emit(b, { op: Op.Store, name, src: next.value, span });
    const same = next.pattern.kind === Kind.MatchAs || next.pattern.kind === Kind.MatchOr;
    for (const inner of innerPatterns(next.pattern)) {
      pending.push({ pattern: inner, value: same ? next.value : unknown(b, span) });
    }
  }
}

function lowerImport(b: Builder, statement: Extract<Stmt, { kind: Kind.Import | Kind.ImportFrom }>): void {
  const span = spanOf(b, statement);
  if (statement.kind === Kind.Import) {
    for (const alias of statement.names) {
      const first = alias.name.split('.')[0] ?? alias.name;
      emit(b, { op: Op.Import, name: alias.asname ?? first, path: alias.asname ? alias.name : first, span });
    }
    return;
  }
  const prefix = '.'.repeat(statement.level) + (statement.module ?? '');
  for (const alias of statement.names) {
    const separator = prefix === '' || prefix.endsWith('.') ? '' : '.';
    if (alias.name === '*') emit(b, { op: Op.ImportStar, path: prefix, span });
    else {
      const name = alias.asname ?? alias.name;
      emit(b, { op: Op.Import, name, path: `${prefix}${separator}${alias.name}`, span });
    }
  }
}

function lowerFunction(b: Builder, statement: FunctionDef): void {
  const span = spanOf(b, statement);
  const decorators = statement.decorators.map(decorator => lowerExpr(b, decorator));
  const params = lowerParams(b, statement.params);
  const scope = scopeOf(statement.body);
  const names = params.map(param => param.name);
  for (const name of names) scope.locals.add(name);
  const inner = newBuilder(scope, b, names);
  lowerBlock(inner, statement.body);
  const fn = finish(inner, { name: statement.name.id, form: 'function', span, params });
  let value = register(b);
  emit(b, { op: Op.Function, dst: value, fn, span });
  value = decorate(b, decorators, value, statement);
  emit(b, { op: Op.Store, name: statement.name.id, src: value, span: spanOf(b, statement.name) });
}

function decorate(
  b: Builder,
  decorators: readonly Reg[],
  plain: Reg,
  statement: FunctionDef | ClassDef,
): Reg {
  const span = spanOf(b, statement.name);
  let value = plain;
  for (const func of [...decorators].reverse()) {
    const dst = register(b);
    const args = [{ reg: value, span, name: undefined, spread: 'none' as const }];
    emit(b, { op: Op.Call, dst, func, args, nameSpan: span, span });
    value = dst;
  }
  return value;
}

function lowerClass(b: Builder, statement: ClassDef): void {
  const span = spanOf(b, statement);
  const decorators = statement.decorators.map(decorator => lowerExpr(b, decorator));
  const bases = statement.args.filter(isPositional).map(arg => lowerExpr(b, arg.value));
  const inner = newBuilder(scopeOf(statement.body), b, []);
  lowerBlock(inner, statement.body);
  const body = finish(inner, { name: statement.name.id, form: 'class', span, params: [] });
  const dst = register(b);
  emit(b, { op: Op.Class, dst, bases, body, span });
  const value = decorate(b, decorators, dst, statement);
  emit(b, { op: Op.Store, name: statement.name.id, src: value, span: spanOf(b, statement.name) });
}

function isPositional(arg: { readonly kind: Kind }): boolean {
  return arg.kind === Kind.Argument;
}

function lowerDelete(b: Builder, target: Expr): void {
  const span = spanOf(b, target);
  if (target.kind === Kind.Name) emit(b, { op: Op.DeleteName, name: target.id, span });
  else if (target.kind === Kind.Subscript) {
    const obj = lowerExpr(b, target.value);
    emit(b, { op: Op.DeleteItem, obj, index: lowerExpr(b, target.slice), span });
  } else if (target.kind === Kind.Tuple || target.kind === Kind.List) {
    if (b.depth > MAX_DEPTH) return;
    collect(b, () => target.elements.forEach(element => lowerDelete(b, element))).forEach(node =>
      emit(b, node),
    );
  }
}
