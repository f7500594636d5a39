import { alike, type Alike } from './alike';
import { canonicalName, lastPart, normalName, splitWord, takeSplit } from './names';
import type { Place } from '../base/place';
import { remembered } from '../base/remembered';
import type { MetricTable, MetricValue, Run } from './table';

/** What is looked for. `positive` names the class that a metric without a slice means. */
export interface MetricQuery {
  readonly name: string;
  readonly split?: string;
  readonly slice?: Readonly<Record<string, string>>;
  /** A run's id, name or file. */
  readonly run?: string;
  readonly positive?: string;
}

export type Lookup =
  | {
      readonly kind: 'found';
      readonly value: MetricValue;
      readonly run: Run;
      /** A split was asked for, and the source names none. */
      readonly splitAssumed: boolean;
      /** Runs that come later and have the same metric, by their ids; gathered where they are asked for. */
      readonly laterRuns: ReadonlySet<string>;
    }
  /** Several values of one run fit equally well. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly MetricValue[] }
  /** The metric is there, but not on this split or slice: one value of each that there is. */
  | { readonly kind: 'elsewhere'; readonly candidates: readonly MetricValue[] }
  /** The file of a run that comes before any other with the metric has a syntax error, so what it says is not known. */
  | { readonly kind: 'malformed'; readonly fault: Place }
  | { readonly kind: 'missing' };

/**
 * Finds the value that a metric's name means. Names may be written in any of their spellings, and an exact one comes
 * first; of several runs the first one that has the metric counts, in the order of the table.
 */
export function lookUp(table: MetricTable, query: MetricQuery): Lookup {
  const runs = query.run === undefined ? table.runs : table.runs.filter(run => isRun(run, query.run));
  const lookup = lookUpIn(runs, table, query);
  const before = lookup.kind === 'found' ? runs.slice(0, runs.indexOf(lookup.run) + 1) : runs;
  const fault = before.find(run => run.fault)?.fault;
  return fault ? { kind: 'malformed', fault } : lookup;
}

/** What was found in lists too long to be looked through each time anew; they never change. */
const known = new WeakMap<readonly MetricValue[], Map<string, Found>>();
const LONG = 500;

interface Found {
  readonly runs: readonly Run[];
  readonly lookup: Lookup;
}

function lookUpIn(runs: readonly Run[], table: MetricTable, query: MetricQuery): Lookup {
  if (table.values.length < LONG || query.run !== undefined) return lookThrough(runs, table, query);
  const answers = known.get(table.values) ?? new Map<string, Found>();
  known.set(table.values, answers);
  const { name, split, slice, positive } = query;
  const key = JSON.stringify([name, split ?? null, slice ?? null, positive ?? null]);
  const before = answers.get(key);
  if (before?.runs === runs) return before.lookup;
  const lookup = lookThrough(runs, table, query);
  answers.set(key, { runs, lookup });
  return lookup;
}

function lookThrough(runs: readonly Run[], { values }: MetricTable, query: MetricQuery): Lookup {
  const wanted = asked(query);
  const ids = idsOf(runs);
  const isThere = ({ run }: MetricValue): boolean => ids.has(run);
  // Of one run by itself: what others report says nothing of it.
  const own = query.run === undefined ? values : values.filter(isThere);
  const all = alike(own).filter(kind => kind.values.some(isThere));
  // Many values, few names.
  const names = [...new Set(all.map(({ name }) => name))];
  let elsewhere: readonly MetricValue[] = [];
  for (const fits of SPELLINGS) {
    const fitting = new Set(names.filter(name => fits(name, query.name) || fits(name, wanted.name)));
    if (fitting.size === 0) continue;
    const named = all.filter(({ name }) => fitting.has(name));
    const found = narrow(named, wanted, { runs, values });
    if (found) return found;
    if (elsewhere.length === 0) elsewhere = named.flatMap(kind => kind.values.find(isThere) ?? []);
  }
  return elsewhere.length > 0 ? { kind: 'elsewhere', candidates: elsewhere } : { kind: 'missing' };
}

/** Many names are looked up among the same runs. */
const knownIds = new WeakMap<readonly Run[], ReadonlySet<string>>();

function idsOf(runs: readonly Run[]): ReadonlySet<string> {
  const ids = knownIds.get(runs) ?? new Set(runs.map(({ id }) => id));
  knownIds.set(runs, ids);
  return ids;
}

/** One table of several; runs keep their order. */
export function mergeTables(tables: readonly MetricTable[]): MetricTable {
  const series = joined(tables, table => table.series);
  const curves = joined(tables, table => table.curves);
  const matrices = joined(tables, table => table.matrices);
  return {
    runs: joined(tables, ({ runs }) => runs),
    values: joined(tables, ({ values }) => values),
    ...(series.length > 0 && { series }),
    ...(matrices.length > 0 && { matrices }),
    ...(curves.length > 0 && { curves }),
  };
}

/** What `flatMap` gives, in a fraction of its time for ten thousand tables. */
function joined<T>(
  tables: readonly MetricTable[],
  partOf: (table: MetricTable) => readonly T[] | undefined,
): readonly T[] {
  const all: T[] = [];
  for (const table of tables) for (const one of partOf(table) ?? []) all.push(one);
  return all;
}

/** A name that carries its split asks for that split. */
function asked(query: MetricQuery): MetricQuery {
  const split = query.split ?? takeSplit(query.name).split;
  return { ...query, name: takeSplit(query.name).name, ...(split !== undefined && { split }) };
}

function isRun(run: Run, wanted: string | undefined): boolean {
  return run.id === wanted || run.name === wanted || run.file === wanted;
}

/** From strict to loose. */
const SPELLINGS: readonly ((written: string, wanted: string) => boolean)[] = [
  (written, wanted) => written === wanted,
  (written, wanted) => normalName(written) === normalName(wanted),
  (written, wanted) => canonicalName(written) === canonicalName(wanted),
  (written, wanted) => canonicalName(lastPart(written)) === canonicalName(wanted),
];

function narrow(
  named: readonly Alike[],
  query: MetricQuery,
  { runs, values }: MetricTable,
): Lookup | undefined {
  const onSplit = bySplit(named, query.split);
  const fitting = bySlice(onSplit.kinds, query);
  const run = runs.find(({ id }) => fitting.some(kind => kind.runs().has(id)));
  if (!run) return undefined;
  const here = lastSteps(ofRun(run.id, fitting, values));
  const [value] = here;
  if (!value || here.length > 1) return { kind: 'ambiguous', candidates: here };
  let later: ReadonlySet<string> | undefined;
  return {
    kind: 'found',
    value,
    run,
    splitAssumed: onSplit.assumed,
    get laterRuns() {
      return (later ??= laterThan(run.id, fitting, idsOf(runs)));
    },
  };
}

function laterThan(first: string, kinds: readonly Alike[], ids: ReadonlySet<string>): ReadonlySet<string> {
  const later = new Set<string>();
  for (const kind of kinds) for (const id of kind.runs()) if (id !== first && ids.has(id)) later.add(id);
  return later;
}

/** The values that a run has of some kinds, in the order of the list that they are from. */
function ofRun(run: string, kinds: readonly Alike[], values: readonly MetricValue[]): readonly MetricValue[] {
  const own = kinds.flatMap(kind => kind.values.filter(value => value.run === run));
  if (own.length < 2) return own;
  const all = new Set(own);
  return values.filter(value => all.has(value));
}

/** Values on the split; or, where there are none, values that name no split. Without a split asked for, `test` counts. */
function bySplit(
  kinds: readonly Alike[],
  split: string | undefined,
): { readonly kinds: readonly Alike[]; readonly assumed: boolean } {
  const none = kinds.filter(kind => kind.split === undefined);
  if (split === undefined) {
    if (none.length > 0) return { kinds: none, assumed: false };
    const test = kinds.filter(kind => kind.split === 'test');
    return { kinds: test.length > 0 ? test : kinds, assumed: false };
  }
  const isSame = remembered(written => sameSplit(written, split));
  const own = kinds.filter(kind => kind.split !== undefined && isSame(kind.split));
  return own.length > 0 ? { kinds: own, assumed: false } : { kinds: none, assumed: none.length > 0 };
}

function sameSplit(written: string, wanted: string): boolean {
  return (splitWord(written) ?? normalName(written)) === (splitWord(wanted) ?? normalName(wanted));
}

function bySlice(kinds: readonly Alike[], query: MetricQuery): readonly Alike[] {
  const { slice, positive } = query;
  if (slice) return kinds.filter(kind => hasSlice(kind, slice));
  const whole = kinds.filter(kind => kind.slice === undefined);
  if (whole.length > 0 || positive === undefined) return whole.length > 0 ? whole : kinds;
  const ofPositive = kinds.filter(kind => hasSlice(kind, { class: positive }));
  return ofPositive.length > 0 ? ofPositive : kinds;
}

function hasSlice(kind: Alike, slice: Readonly<Record<string, string>>): boolean {
  return Object.entries(slice).every(([column, of]) => kind.slice?.[column] === of);
}

/** Of the same metric at several steps, the last one. */
function lastSteps(values: readonly MetricValue[]): readonly MetricValue[] {
  const steps = values.map(({ step }) => step ?? -Infinity);
  const last = Math.max(...steps);
  return values.filter((_, index) => steps[index] === last);
}
