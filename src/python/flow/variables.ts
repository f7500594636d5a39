import type { IrFunction } from '../ir/model';
import { isKnownLibrary, lookup } from '../knowledge/lookup';
import { contentOf, stringsIn, unknownValue } from './data';
import type { Machine } from './machine';
import { attributeOfLibrary } from './libraries';
import { nameObject } from './naming';
import type { Site } from './site';
import type { Library, Scope, Value } from './value';
import { NONE } from './value';

export function newScope(fn: IrFunction, parent: Scope | undefined): Scope {
  return { fn, cells: new Map(), parent, stars: new Set(), siblings: new Set() };
}

/** Reads a name by Python's rules: own scope, enclosing functions (never classes), module, builtins. */
export function readName(m: Machine, scope: Scope, name: string): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    if (at !== scope && at.fn.form === 'class') continue;
    if (at.fn.globals.has(name)) {
      at = moduleScope(at);
    }
    m.uses.read(at, name);
    const cell = at.cells.get(name);
    const value = cell === undefined ? undefined : m.store.read(cell);
    if (value) return value;
  }
  return starred(moduleScope(scope), name) ?? builtin(name) ?? forgotten(moduleScope(scope), name);
}

export function writeName(m: Machine, scope: Scope, name: string, value: Value | undefined): void {
  const owner = ownerOf(scope, name);
  m.uses.set(owner, name, m.store.isSure && owner === scope);
  let cell = owner.cells.get(name);
  if (cell === undefined) {
    cell = m.store.newCell();
    m.journal.set(owner.cells, name, cell);
  }
  if (value) nameObject(m, value, name);
  m.store.write(cell, value);
}

/**
 * A name that has no value here. Where nothing in the module ever binds it, as in a notebook that goes on from another one,
 * it stands for the same thing wherever it is read.
 */
export function unbound(m: Machine, scope: Scope, name: string, site: Site): Value {
  const value = unknownValue(m, site, name);
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.fn.locals.has(name)) return value;
  const module = moduleScope(scope);
  if (!module.cells.has(name)) writeName(m, module, name, value);
  return value;
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
  if (module.stars.size === 0) return undefined;
  const from = [...module.stars].find(star => lookup(`${star}.${name}`));
  return from === undefined ? undefined : { tag: 'library', name: `${from}.${name}` };
}

/**
 * A name that nothing in the module binds, while other names are imported from a library's module that has it: an import
 * that was forgotten, or run in a cell that is gone.
 */
function forgotten(module: Scope, name: string): Value | undefined {
  if (module.fn.locals.has(name)) return undefined;
  const from = [...module.siblings].find(path => lookup(`${path}.${name}`));
  return from === undefined ? undefined : { tag: 'library', name: `${from}.${name}` };
}

/** `from sklearn.model_selection import KFold`: its module may hold other names that are used. */
export function noteImport(m: Machine, scope: Scope, path: string): void {
  const module = path.slice(0, path.lastIndexOf('.'));
  if (module.includes('.') && isKnownLibrary(path)) m.journal.add(moduleScope(scope).siblings, module);
}

function builtin(name: string): Value | undefined {
  if (name === '__name__') return { tag: 'const', value: '__main__' };
  const library = attributeOfLibrary(BUILTINS, name);
  return lookup(library.name) || name === 'super' ? library : undefined;
}

const BUILTINS: Library = { tag: 'library', name: 'builtins' };

/** `from helpers import *`: of a module of the workspace all names, or those that it lists in `__all__`. */
export function importStar(m: Machine, scope: Scope, path: string): void {
  if (isKnownLibrary(path)) {
    m.journal.add(moduleScope(scope).stars, path);
    return;
  }
  const module = contentOf(m, m.load(path));
  if (module?.tag !== 'instance') return;
  const listed = stringsIn(m, module.fields.get('__all__') ?? NONE);
  for (const [name, value] of module.fields)
    if (listed ? listed.includes(name) : !name.startsWith('_')) writeName(m, moduleScope(scope), name, value);
}
