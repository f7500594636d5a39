import type { IrFunction } from '../ir/model';
import { isKnownLibrary, lookup } from '../knowledge/lookup';
import { contentOf } from './data';
import type { Machine } from './machine';
import type { Scope, Value } from './value';

export function newScope(fn: IrFunction, parent: Scope | undefined): Scope {
  return { fn, cells: new Map(), parent, stars: [] };
}

/** Reads a name by Python's rules: own scope, enclosing functions (never classes), module, builtins. */
export function readName(m: Machine, scope: Scope, name: string): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    if (at !== scope && at.fn.form === 'class') continue;
    if (at.fn.globals.has(name)) {
      at = moduleScope(at);
    }
    const cell = at.cells.get(name);
    const value = cell === undefined ? undefined : m.store.read(cell);
    if (value) return value;
  }
  return starred(moduleScope(scope), name) ?? builtin(name);
}

export function writeName(m: Machine, scope: Scope, name: string, value: Value | undefined): void {
  const owner = ownerOf(scope, name);
  let cell = owner.cells.get(name);
  if (cell === undefined) {
    cell = m.store.newCell();
    owner.cells.set(name, cell);
  }
  if (value) nameObject(m, value, name);
  m.store.write(cell, value);
}

/** An object is called by the first name that it was given. */
function nameObject(m: Machine, value: Value, name: string): void {
  const content = contentOf(m, value);
  if (value.tag !== 'ref' || (content?.tag !== 'data' && content?.tag !== 'estimator')) return;
  if (content.name === undefined) m.store.update(value.id, { ...content, name });
}

function ownerOf(scope: Scope, name: string): Scope {
  if (scope.fn.globals.has(name)) return moduleScope(scope);
  if (scope.fn.locals.has(name)) return scope;
  for (let at = scope.parent; at; at = at.parent) {
    if (at.fn.form !== 'class' && at.fn.locals.has(name)) return at;
  }
  return scope;
}

export function moduleScope(scope: Scope): Scope {
  let at = scope;
  while (at.parent) at = at.parent;
  return at;
}

function starred(module: Scope, name: string): Value | undefined {
  const from = module.stars.find(star => lookup(`${star}.${name}`));
  return from === undefined ? undefined : { tag: 'library', name: `${from}.${name}` };
}

function builtin(name: string): Value | undefined {
  if (name === '__name__') return { tag: 'const', value: '__main__' };
  return lookup(`builtins.${name}`) || name === 'super'
    ? { tag: 'library', name: `builtins.${name}` }
    : undefined;
}

export function importStar(scope: Scope, path: string): void {
  if (isKnownLibrary(path)) moduleScope(scope).stars.push(path);
}
