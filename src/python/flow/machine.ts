import type { Declarations } from '../../base/declarations';
import type { IrArgument, IrFunction } from '../ir/model';
import { ColumnTable } from './columns/columns';
import type { Fact, FactKind, FactOf, Happening } from './facts';
import type { Rows, Selector, Split } from './rows/rows';
import type { Holding } from './columns/holding';
import { Interning } from './interning';
import { Journal } from './incremental/journal';
import { NameUses } from './incremental/nameUses';
import { Places } from './incremental/places';
import { RowTable } from './rows/rowTable';
import type { Site } from './site';
import { StageTable } from './columns/stages';
import { Store } from './store';
import type { Reported, Taints } from './taint';
import { TaintTable } from './taint';
import type { FunctionValue, Ref, SliceValue, Value } from './value';

/** Another module of the workspace, lowered. */
export interface LoadedModule {
  readonly name: string;
  readonly ir: IrFunction;
  /** The package that it is of: its imports may be relative to that. */
  readonly within: string;
  readonly text: string;
}

export interface FlowOptions {
  readonly declarations: Declarations;
  readonly maxSteps: number;
  readonly loadModule: (name: string) => LoadedModule | undefined;
  /** Text of a span, of whatever module. */
  readonly textOf: (site: Site) => string;
}

/** Arguments of one call, as they reach the callee. */
export interface Arguments {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** Further arguments that cannot be told apart: `*args`, `**kwargs` of unknown contents. */
  readonly others: readonly Value[];
}

export interface CallInfo {
  readonly args: Arguments;
  readonly site: Site;
  readonly nameSpan: Site;
  /** The arguments as they are written, where there is a call to see. */
  readonly written?: readonly IrArgument[];
}

/** One round of a loop. */
export interface Round {
  readonly id: number;
  readonly loop: number;
  /** Objects with a smaller number were there before. */
  readonly since: number;
  /** So were rows with a smaller number. */
  readonly rowsSince: number;
  /** How many calls and conditions it began in. */
  readonly within: { readonly calls: number; readonly conditions: number };
  /** Symbols of the loop's variable. */
  readonly elements: ReadonlySet<string>;
  /** The loop is run once for each of its elements. */
  readonly each: boolean;
  /** The rows that the loop runs through, one in each round; some of them, where rounds may be left early. */
  readonly through: Rows | undefined;
  /** Of a loop that counts: from where to where. */
  readonly over: SliceValue | undefined;
}

export const NO_ARGUMENTS: Arguments = { positional: [], named: new Map(), others: [] };

/** A condition under which something is executed. */
export interface Condition {
  /** Columns whose values decide it, row by row. */
  readonly from: Taints;
  /** Of a condition on a column's name: the columns of which it holds. */
  readonly names: Holding | undefined;
  /** Loops that change it. */
  readonly varied: Taints;
  /** Where it did not hold, the rest of the block or of the function was left. */
  readonly left?: boolean;
  /** The rows for which it holds, of those that get to it. */
  readonly branch?: Pick<Extract<Selector, { by: 'mask' }>, 'symbol' | 'negated' | 'drawn'>;
}

/** Tables that stand in a file. */
export interface Written {
  readonly value: Value;
  /** Of a table: the numbers of the rows have become a column. */
  readonly numbered: boolean;
}

/** All that one analysis needs and builds: every step of the interpreter takes it first. */
export interface Machine {
  /** Those of the run at hand: an analysis that goes on after an edit has others. */
  options: FlowOptions;
  /** Whatever outlives a statement is written through it, or counted by a mark: see `marks.ts`. */
  readonly journal: Journal;
  readonly interning: Interning;
  /** By what places are known while the text is edited. */
  readonly places: Places;
  /** Where the module's variables are read and set. */
  readonly uses: NameUses;
  readonly store: Store;
  readonly rows: RowTable;
  readonly taints: TaintTable;
  readonly columns: ColumnTable;
  readonly facts: Fact[];
  readonly stages: StageTable;
  /** Calls that led here, outermost first. */
  readonly calls: Site[];
  readonly active: Set<IrFunction>;
  /** Functions that were entered at least once. */
  readonly entered: Set<IrFunction>;
  readonly functions: FunctionValue[];
  /** Places that were made from others: they move with the text as those do. */
  readonly derived: Site[];
  readonly modules: Map<string, Value | undefined>;
  /** What the modules that were asked for are, in order; undefined for one that is not there. */
  readonly loaded: Map<string, IrFunction | undefined>;
  /** Splits that would be made again by the same call on the same rows. */
  readonly splits: Map<string, Split>;
  /** How often NumPy's generator was seeded. */
  seedings: number;
  /** Models by where a checkpoint keeps their best epoch. */
  readonly saved: Map<string, Ref>;
  /** What the program wrote to files, by the file; undefined where it cannot be told what stands there. */
  readonly written: Map<string, Written | undefined>;
  /** Opened files that something was written to. */
  readonly handles: Set<number>;
  /** What the random number generators were seeded with last, where a loop changes it. */
  seeds: Taints;
  /** Loops that are being executed, outermost first. */
  readonly loops: number[];
  /** Undecided conditions that what is executed depends on, outermost first. */
  readonly conditions: Condition[];
  /** Their present rounds. */
  readonly rounds: Round[];
  /** What the trials that are running have reported so far, outermost first. */
  readonly reports: Reported[];
  /** How many functions are running that see one group of rows at a time. */
  withinGroup: number;
  /** The module that the running function was defined in; undefined in the analysed one. */
  module: string | undefined;
  steps: number;
  counter: number;
  /** Calls of which it is not known which of several callees they reach. */
  forks: number;
  /** Calls any callable value. The interpreter sets it: effects call back through it. */
  call: (func: Value, info: CallInfo) => Value;
  /** Runs one of the workspace's modules, once, and gives its namespace. */
  load: (path: string) => Value | undefined;
}

export function newMachine(options: FlowOptions, doors: Pick<Machine, 'call' | 'load'>): Machine {
  const [journal, interning] = [new Journal(), new Interning()];
  return {
    options,
    journal,
    interning,
    places: new Places(),
    uses: new NameUses(),
    store: new Store(),
    rows: new RowTable(interning),
    taints: new TaintTable(interning),
    columns: new ColumnTable(interning, journal),
    facts: [],
    stages: new StageTable(interning),
    forks: 0,
    calls: [],
    active: new Set(),
    entered: new Set(),
    functions: [],
    derived: [],
    modules: new Map(),
    loaded: new Map(),
    splits: new Map(),
    seedings: 0,
    saved: new Map(),
    written: new Map(),
    handles: new Set(),
    seeds: [],
    loops: [],
    conditions: [],
    rounds: [],
    reports: [],
    withinGroup: 0,
    module: undefined,
    steps: 0,
    counter: 1,
    ...doors,
  };
}

export function fresh(m: Machine): number {
  return m.counter++;
}

/** A symbol equal to no other. */
export function freshSymbol(m: Machine): string {
  return `#${fresh(m)}`;
}

export function exhausted(m: Machine): boolean {
  return m.steps > m.options.maxSteps;
}

/** A place of the analysed module that nothing was written for: a copy of one, or what lies between two. */
export function derivedSite<S extends Site>(m: Machine, site: S): S {
  if (site.module === undefined) m.derived.push(site);
  return site;
}

/** Notes that something happened; gives the fact with its number and the calls that led to it. */
export function record<K extends FactKind>(
  m: Machine,
  fact: Omit<FactOf<K>, keyof Happening> & { kind: K; site: Site },
): FactOf<K> {
  const full = { ...fact, order: m.facts.length, calls: [...m.calls] } as unknown as FactOf<K>;
  m.facts.push(full);
  return full;
}

/** Distinguishes what happens at one place in different calls. */
export function contextKey(m: Machine, site: Site): string {
  const path = m.calls.map(call => startKey(m, call)).join('>');
  return `${path}|${placeKey(m, site)}`;
}

/** A place, however the text above it is edited: two places of one analysis have two keys. */
export function placeKey(m: Machine, { module, start, end }: Site): string {
  if (module !== undefined) return `${module}@${start}-${end}`;
  return `@${m.places.keyOf(start)}-${m.places.keyOf(end)}`;
}

/** As `placeKey`, of where it begins alone. */
export function startKey(m: Machine, { module, start }: Site): string {
  return `${module === undefined ? m.places.keyOf(start) : start}`;
}
