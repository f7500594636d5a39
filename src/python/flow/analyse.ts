import type { Declarations } from '../../base/declarations';
import { NO_DECLARATIONS } from '../../base/declarations';
import type { IrFunction } from '../ir/model';
import type { Notebook } from '../names/model';
import { callValue } from './call';
import { contentOf } from './data';
import type { Fact } from './facts';
import { newFrame } from './frame';
import { callFunction, callMember, instantiate, runModule } from './functions';
import { run } from './interpret';
import type { FlowOptions, LoadedModule, Machine } from './machine';
import { derivedSite, exhausted, newMachine, NO_ARGUMENTS } from './machine';
import type { Program } from './program';
import { programOf } from './program';
import { readByUncalled } from './uncalledReads';
import type { Site } from './site';
import type { FunctionValue, Ref, Scope } from './value';
import { newScope } from './variables';

/** Enough for any file that a person wrote; a generated one may be cut short. */
export const DEFAULT_STEPS = 200_000;

export interface AnalysisOptions {
  readonly declarations?: Declarations;
  readonly maxSteps?: number;
  /** Lowers one of the workspace's own modules. */
  readonly loadModule?: (name: string) => LoadedModule | undefined;
  /** Names places as their reader does. */
  readonly whereIs?: (site: Site) => string;
  /** Functions that nobody calls here are dead in a notebook, but not in a module that others import. */
  readonly standalone?: boolean;
  /** Of a notebook: works out what its cells do with their names. */
  readonly notebook?: () => Notebook;
}

/** Runs a module abstractly and gives what happened. Always ends; never throws. */
export function analyse(ir: IrFunction, text: string, options: AnalysisOptions = {}): Program {
  const machine = machineFor(text, options);
  const whole = runWhole(machine, ir, options);
  return programAfter(machine, outcomeOf(machine, whole), text, options);
}

/** What happened in a module. */
export interface Outcome {
  readonly facts: readonly Fact[];
  /** In functions that nobody calls, as if others called them. */
  readonly uncalled: readonly Fact[];
  /** What functions that nobody calls read of objects. */
  readonly readElsewhere: () => ReadonlySet<string>;
  readonly cutShort: boolean;
}

export function outcomeOf(machine: Machine, whole: boolean): Outcome {
  const cutShort = !whole || exhausted(machine);
  const readElsewhere = readByUncalled(machine);
  const uncalled = factsOfUncalled(machine);
  // The machine may go on to another version; what is said of this one stays.
  return { facts: [...machine.facts], uncalled, readElsewhere, cutShort };
}

/** What a machine that has run a module has to say. */
export function programAfter(
  machine: Machine,
  { facts, ...outcome }: Outcome,
  text: string,
  { whereIs, notebook }: AnalysisOptions,
): Program {
  const { declarations } = machine.options;
  const columnsSeen = (table: number): ReadonlySet<string> => machine.columns.seenIn(table);
  return programOf(facts, machine.rows, text, { ...outcome, declarations, whereIs, notebook, columnsSeen });
}

/** Everything that an analysis needs, with nothing run yet. */
export function machineFor(text: string, options: AnalysisOptions): Machine {
  const machine: Machine = newMachine(optionsFor(text, options), {
    call: (func, info) => callValue(machine, func, info),
    load: path => runModule(machine, path),
  });
  return machine;
}

export function optionsFor(text: string, options: AnalysisOptions): FlowOptions {
  const loadModule = options.loadModule ?? ((): undefined => undefined);
  return {
    declarations: options.declarations ?? NO_DECLARATIONS,
    maxSteps: options.maxSteps ?? DEFAULT_STEPS,
    loadModule,
    textOf: textReader(text, name => loadModule(name)?.text ?? ''),
  };
}

function textReader(text: string, textOfModule: (name: string) => string): FlowOptions['textOf'] {
  const modules = new Map<string, string>();
  return ({ module, start, end }) => {
    if (module === undefined) return text.slice(start, end);
    const known = modules.get(module) ?? textOfModule(module);
    modules.set(module, known);
    return known.slice(start, end);
  };
}

/** What would happen in functions that nobody calls here, each as if others called it. */
function factsOfUncalled(m: Machine): readonly Fact[] {
  const happened = m.facts.length;
  for (const func of m.functions) {
    if (exhausted(m)) break;
    if (func.module === undefined) guarded(() => enterFunction(m, func));
  }
  return m.facts.splice(happened);
}

/** Calls in calls in branches can be nested deeper than the stack: what was found so far holds. */
export function guarded(body: () => unknown): boolean {
  try {
    body();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Is all of it done? */
function runWhole(m: Machine, ir: IrFunction, options: AnalysisOptions): boolean {
  const scope = newScope(ir, undefined);
  return guarded(() => {
    run(m, newFrame(scope), ir.body);
    finishModule(m, scope, options);
  });
}

/** Below the last statement of a library, what others would call. */
export function finishModule(m: Machine, scope: Scope, options: AnalysisOptions): void {
  if (options.standalone !== true && isLibrary(m)) enterUncalled(m, scope);
}

/** A module that does nothing by itself is there to be imported: its functions are called from elsewhere. */
function isLibrary(m: Machine): boolean {
  return m.facts.every(({ kind }) => kind === 'restore');
}

function enterUncalled(m: Machine, scope: Scope): void {
  for (const cell of scope.cells.values()) {
    const value = m.store.read(cell);
    if (exhausted(m)) return;
    if (value?.tag === 'function' && value.module === undefined) enterFunction(m, value);
    else if (value?.tag === 'ref' && contentOf(m, value)?.tag === 'class') enterClass(m, value);
  }
}

/** Runs a function as others might call it: nothing is known of its arguments. */
function enterFunction(m: Machine, func: FunctionValue): void {
  if (m.entered.has(func.fn)) return;
  callFunction(m, { ...func, defaults: new Map() }, { args: NO_ARGUMENTS, ...at(m, func.fn.span) });
}

/** Makes an object and calls its methods in the order in which they are written. */
function enterClass(m: Machine, cls: Ref): void {
  const content = contentOf(m, cls);
  if (content?.tag !== 'class') return;
  const methods = [...content.fields].filter(
    (field): field is [string, FunctionValue] => field[1].tag === 'function',
  );
  const [first] = methods;
  if (!first || methods.some(([, method]) => m.entered.has(method.fn))) return;
  const self = instantiate(m, cls, { args: NO_ARGUMENTS, ...at(m, first[1].fn.span) });
  if (self.tag !== 'ref') return;
  for (const [name, method] of methods) {
    if (exhausted(m)) return;
    if (!m.entered.has(method.fn))
      callMember(m, self, name, { args: NO_ARGUMENTS, ...at(m, method.fn.span) });
  }
}

function at(m: Machine, span: Site): { readonly site: Site; readonly nameSpan: Site } {
  const site = derivedSite(m, { ...span, entered: true } as const);
  return { site, nameSpan: site };
}
