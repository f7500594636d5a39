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
      /** The same metric in runs that come later. */
      readonly others: readonly MetricValue[];
    }
  /** Several values of one run fit equally well. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly MetricValue[] }
  /** The metric is there, but not on this split or slice. */
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

function lookThrough(runs: readonly Run[], table: MetricTable, query: MetricQuery): Lookup {
  const wanted = asked(query);
  const ids = new Set(runs.map(({ id }) => id));
  const all = table.values.filter(({ run }) => ids.has(run));
  // Many values, few names.
  const names = [...new Set(all.map(({ name }) => name))];
  let elsewhere: readonly MetricValue[] = [];
  for (const fits of SPELLINGS) {
    const fitting = new Set(names.filter(name => fits(name, query.name) || fits(name, wanted.name)));
    if (fitting.size === 0) continue;
    const named = all.filter(({ name }) => fitting.has(name));
    const found = narrow(named, wanted, runs);
    if (found) return found;
    if (elsewhere.length === 0) elsewhere = named;
  }
  return elsewhere.length > 0 ? { kind: 'elsewhere', candidates: elsewhere } : { kind: 'missing' };
}

/** One table of several; runs keep their order. */
export function mergeTables(tables: readonly MetricTable[]): MetricTable {
  const series = tables.flatMap(table => table.series ?? []);
  const curves = tables.flatMap(table => table.curves ?? []);
  const matrices = tables.flatMap(table => table.matrices ?? []);
  return {
    runs: tables.flatMap(({ runs }) => runs),
    values: tables.flatMap(({ values }) => values),
    ...(series.length > 0 && { series }),
    ...(matrices.length > 0 && { matrices }),
    ...(curves.length > 0 && { curves }),
  };
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

function narrow(named: readonly MetricValue[], query: MetricQuery, runs: readonly Run[]): Lookup | undefined {
  const onSplit = bySplit(named, query.split);
  const fitting = bySlice(onSplit.values, query);
  const holding = new Set(fitting.map(value => value.run));
  const run = runs.find(({ id }) => holding.has(id));
  if (!run) return undefined;
  const here = lastSteps(fitting.filter(value => value.run === run.id));
  const [value, second] = here;
  if (!value || second) return { kind: 'ambiguous', candidates: here };
  const others = fitting.filter(other => other.run !== run.id);
  return { kind: 'found', value, run, splitAssumed: onSplit.assumed, others };
}

/** Values on the split; or, where there are none, values that name no split. Without a split asked for, `test` counts. */
function bySplit(
  values: readonly MetricValue[],
  split: string | undefined,
): { readonly values: readonly MetricValue[]; readonly assumed: boolean } {
  const none = values.filter(value => value.split === undefined);
  if (split === undefined) {
    if (none.length > 0) return { values: none, assumed: false };
    const test = values.filter(value => value.split === 'test');
    return { values: test.length > 0 ? test : values, assumed: false };
  }
  const isSame = remembered(written => sameSplit(written, split));
  const own = values.filter(value => value.split !== undefined && isSame(value.split));
  return own.length > 0 ? { values: own, assumed: false } : { values: none, assumed: none.length > 0 };
}

function sameSplit(written: string, wanted: string): boolean {
  return (splitWord(written) ?? normalName(written)) === (splitWord(wanted) ?? normalName(wanted));
}

function bySlice(values: readonly MetricValue[], query: MetricQuery): readonly MetricValue[] {
  const { slice, positive } = query;
  if (slice) return values.filter(value => hasSlice(value, slice));
  const whole = values.filter(value => value.slice === undefined);
  if (whole.length > 0 || positive === undefined) return whole.length > 0 ? whole : values;
  const ofPositive = values.filter(value => hasSlice(value, { class: positive }));
  return ofPositive.length > 0 ? ofPositive : values;
}

function hasSlice(value: MetricValue, slice: Readonly<Record<string, string>>): boolean {
  return Object.entries(slice).every(([column, of]) => value.slice?.[column] === of);
}

/** Of the same metric at several steps, the last one. */
function lastSteps(values: readonly MetricValue[]): readonly MetricValue[] {
  const steps = values.map(({ step }) => step ?? -Infinity);
  const last = Math.max(...steps);
  return values.filter((_, index) => steps[index] === last);
}
