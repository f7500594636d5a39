import type { IrParam } from '../ir/model';
import { member } from './members';
import { contentOf, unknownValue } from './data';
import { networkKind } from './effects/networks/networkKinds';
import { asOwnModel } from './effects/models/ownModels';
import { newNetwork } from './effects/networks/networks';
import { noteUse } from './effects/scores/using';
import { newFrame, resultOf } from './frame';
import { run } from './interpret';
import { joiner } from './join';
import type { Arguments, CallInfo, Machine } from './machine';
import { exhausted } from './machine';
import type { FunctionValue, Instance, Ref, Scope, Value } from './value';
import { newScope, writeName } from './variables';

/** Calls nested deeper than this are not followed. */
const MAX_CALLS = 7;

/** Calls a function of the program with the actual arguments of one call. */
export function callFunction(m: Machine, func: FunctionValue, info: CallInfo): Value {
  return func.self ? asOwnModel(m, func, info, () => runFunction(m, func, info)) : runFunction(m, func, info);
}

function runFunction(m: Machine, func: FunctionValue, info: CallInfo): Value {
  if (m.calls.length >= MAX_CALLS || m.active.has(func.fn) || exhausted(m)) {
    noteUse(m, [...info.args.positional, ...info.args.named.values()], info.site);
    return unknownValue(m, info.site, func.fn.name);
  }
  const scope = newScope(func.fn, func.scope);
  const outer = { module: m.module, loops: m.loops.length };
  bindParameters(m, scope, func, info);
  m.module = func.module;
  m.calls.push(info.site);
  m.active.add(func.fn);
  m.journal.add(m.entered, func.fn);
  const frame = newFrame(scope);
  const conditions = m.conditions.splice(0);
  run(m, frame, func.fn.body);
  m.conditions.splice(0, Infinity, ...conditions);
  m.active.delete(func.fn);
  m.calls.pop();
  m.module = outer.module;
  m.loops.length = outer.loops;
  for (const changes of frame.exits) m.store.absorb(changes, joiner(m));
  return resultOf(m, frame);
}

function bindParameters(m: Machine, scope: Scope, func: FunctionValue, info: CallInfo): void {
  const { args } = info;
  const positional = func.self ? [func.self, ...args.positional] : [...args.positional];
  const named = new Map(args.named);
  for (const param of func.fn.params) {
    writeName(m, scope, param.name, argumentFor(m, param, func, { positional, named, args, info }));
  }
}

interface Binding {
  readonly positional: Value[];
  readonly named: Map<string, Value>;
  readonly args: Arguments;
  readonly info: CallInfo;
}

function argumentFor(m: Machine, param: IrParam, func: FunctionValue, binding: Binding): Value {
  const { positional, named, args, info } = binding;
  if (param.form === 'var-positional') {
    const items = positional.splice(0);
    return m.store.allocate({ tag: 'sequence', form: 'tuple', items, rest: args.others[0] });
  }
  if (param.form === 'var-keyword') {
    return m.store.allocate({ tag: 'dictionary', entries: new Map(named), rest: args.others[0] });
  }
  if (param.form !== 'keyword-only' && positional.length > 0)
    return positional.shift() ?? unknownValue(m, info.site);
  const own = named.get(param.name);
  if (own) {
    named.delete(param.name);
    return own;
  }
  const fallback = args.others.length > 0 ? undefined : func.defaults.get(param.name);
  return fallback ?? unknownValue(m, info.site, param.name);
}

/** Makes an object of a class of the program. */
export function instantiate(m: Machine, cls: Ref, info: CallInfo): Value {
  const content = contentOf(m, cls);
  const network =
    content?.tag === 'class' && networkKind(m, cls) === 'network'
      ? newNetwork(m, content.name, info)
      : undefined;
  const self = m.store.allocate({ tag: 'instance', cls, fields: new Map(), ...(network ? { network } : {}) });
  const init = member(m, cls, '__init__');
  if (init?.tag === 'function') callFunction(m, { ...init, self }, info);
  return self;
}

/** Calls a method that an object of the program has or inherits; `undefined` when it has none. */
export function callMember(m: Machine, self: Ref, name: string, info: CallInfo): Value | undefined {
  const content = contentOf(m, self);
  const found = content?.tag === 'instance' ? member(m, content.cls, name) : undefined;
  return found?.tag === 'function' ? callFunction(m, { ...found, self }, info) : undefined;
}

/** `.misc` in a module of the package `utils` is `utils.misc`. */
function fromPackage(m: Machine, path: string): string {
  const [dots = ''] = /^\.*/.exec(path) ?? [];
  const within = m.module !== undefined && dots ? m.options.loadModule(m.module)?.within : undefined;
  if (!within || /^\.+$/.test(within)) return path;
  const segments = within.split('.');
  const kept = segments.slice(0, segments.length - dots.length + 1);
  return kept.length > 0 ? [...kept, path.slice(dots.length)].filter(Boolean).join('.') : path;
}

/** Runs one of the workspace's modules and gives its namespace. */
export function runModule(m: Machine, given: string): Value | undefined {
  const path = fromPackage(m, given);
  if (m.modules.has(path)) return m.modules.get(path);
  m.journal.set(m.modules, path, undefined);
  const loaded = m.options.loadModule(path);
  m.journal.set(m.loaded, path, loaded?.ir);
  if (!loaded || m.modules.size > 32) return undefined;
  const outer = m.module;
  m.module = loaded.name;
  const scope = newScope(loaded.ir, undefined);
  writeName(m, scope, '__name__', { tag: 'const', value: loaded.name });
  run(m, newFrame(scope), loaded.ir.body);
  m.module = outer;
  const cls = m.store.allocate({ tag: 'class', name: loaded.name, bases: [], fields: new Map() });
  const fields = new Map<string, Value>();
  for (const [name, cell] of scope.cells) {
    const value = m.store.read(cell);
    if (value) fields.set(name, value);
  }
  const namespace: Instance = { tag: 'instance', cls, fields };
  const value = m.store.allocate(namespace);
  m.journal.set(m.modules, path, value);
  return value;
}
