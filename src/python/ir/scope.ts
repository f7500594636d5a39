import type { Expr, Pattern, Stmt } from '../syntax/ast';
import { Kind } from '../syntax/ast';

/** What a body binds in its own scope. */
export interface ScopeNames {
  readonly locals: Set<string>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
}

/** Collects the names that statements bind, without entering nested functions. Iterative: depth costs no stack. */
export function scopeOf(body: readonly Stmt[]): ScopeNames {
  const names: ScopeNames = { locals: new Set(), globals: new Set(), nonlocals: new Set() };
  const pending: Stmt[][] = [[...body]];
  for (let block = pending.pop(); block; block = pending.pop()) {
    for (const statement of block) {
      bindings(statement, names);
      for (const inner of blocksOf(statement)) pending.push([...inner]);
    }
  }
  for (const name of [...names.globals, ...names.nonlocals]) names.locals.delete(name);
  return names;
}

function bindings(statement: Stmt, names: ScopeNames): void {
  const bind = (target: Expr | undefined): void => bindTarget(target, names.locals);
  switch (statement.kind) {
    case Kind.FunctionDef:
    case Kind.ClassDef:
    case Kind.TypeAlias:
      names.locals.add(statement.name.id);
      return;
    case Kind.Assign:
      statement.targets.forEach(bind);
      return;
    case Kind.AugAssign:
    case Kind.AnnAssign:
    case Kind.For:
      bind(statement.target);
      return;
    case Kind.With:
      statement.items.forEach(item => bind(item.target));
      return;
    case Kind.Match:
      statement.cases.forEach(one => bindPattern(one.pattern, names.locals));
      return;
    case Kind.Try:
      statement.handlers.forEach(handler => handler.name && names.locals.add(handler.name));
      return;
    case Kind.Import:
    case Kind.ImportFrom:
      statement.names.forEach(alias =>
        names.locals.add(alias.asname ?? alias.name.split('.')[0] ?? alias.name),
      );
      return;
    case Kind.Global:
      statement.names.forEach(name => names.globals.add(name));
      return;
    case Kind.Nonlocal:
      statement.names.forEach(name => names.nonlocals.add(name));
      return;
    default:
  }
}

/** The blocks of a compound statement that share its scope. */
export function blocksOf(statement: Stmt): readonly (readonly Stmt[])[] {
  switch (statement.kind) {
    case Kind.If:
      return [...statement.branches.map(branch => branch.body), statement.orelse];
    case Kind.For:
    case Kind.While:
      return [statement.body, statement.orelse];
    case Kind.With:
    case Kind.Magic:
      return [statement.body];
    case Kind.Try:
      return [
        statement.body,
        ...statement.handlers.map(one => one.body),
        statement.orelse,
        statement.finalbody,
      ];
    case Kind.Match:
      return statement.cases.map(one => one.body);
    default:
      return [];
  }
}

function bindTarget(target: Expr | undefined, into: Set<string>): void {
  const pending = target ? [target] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.kind === Kind.Name) into.add(next.id);
    else if (next.kind === Kind.Tuple || next.kind === Kind.List) pending.push(...next.elements);
    else if (next.kind === Kind.Starred) pending.push(next.value);
  }
}

function bindPattern(pattern: Pattern, into: Set<string>): void {
  const pending: Pattern[] = [pattern];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const name = boundName(next);
    if (name) into.add(name);
    pending.push(...innerPatterns(next));
  }
}

/** The name that a pattern itself binds. */
export function boundName(pattern: Pattern): string | undefined {
  if (pattern.kind === Kind.MatchAs || pattern.kind === Kind.MatchStar) return pattern.name;
  return pattern.kind === Kind.MatchMapping ? pattern.rest : undefined;
}

export function innerPatterns(pattern: Pattern): readonly Pattern[] {
  switch (pattern.kind) {
    case Kind.MatchSequence:
    case Kind.MatchOr:
      return pattern.patterns;
    case Kind.MatchMapping:
      return pattern.entries.map(entry => entry.pattern);
    case Kind.MatchClass:
      return [...pattern.patterns, ...pattern.keywords.map(keyword => keyword.pattern)];
    case Kind.MatchAs:
      return pattern.pattern ? [pattern.pattern] : [];
    default:
      return [];
  }
}
