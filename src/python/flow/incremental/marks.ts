import type { Frame } from '../frame';
import type { JournalEntry } from './journal';
import type { Machine } from '../machine';
import type { StoreMark, Withdrawn as WithdrawnStore } from '../store';

/**
 * A point between two statements of the module to which an analysis can be taken back: everything that the statements
 * below did is undone, so that it goes on as if they had not been there.
 */
export interface Mark {
  readonly store: StoreMark;
  readonly journal: number;
  readonly interned: number;
  readonly numbers: Readonly<Record<Numbered, number>>;
  readonly values: Values;
  readonly lengths: Readonly<Record<Lists, number>>;
  readonly frame: Readonly<Record<FrameLists, number>>;
}

/** How each part of a machine is taken back. A new part must say so here, or it does not compile. */
type Parts = Complete<{
  options: 'given';
  call: 'given';
  load: 'given';
  places: 'given';
  uses: 'given';
  journal: 'marked';
  interning: 'marked';
  store: 'marked';
  rows: 'numbered';
  columns: 'numbered';
  taints: 'numbered';
  stages: 'numbered';
  entered: 'journal';
  modules: 'journal';
  loaded: 'journal';
  splits: 'journal';
  saved: 'journal';
  written: 'journal';
  handles: 'journal';
  /** Between statements only added to: what is longer is cut. */
  facts: 'list';
  functions: 'list';
  conditions: 'list';
  derived: 'list';
  /** Between statements, empty. */
  calls: 'none';
  active: 'none';
  loops: 'none';
  rounds: 'none';
  reports: 'none';
  seedings: 'value';
  seeds: 'value';
  withinGroup: 'value';
  module: 'value';
  steps: 'value';
  counter: 'value';
  forks: 'value';
}>;

type Complete<
  P extends Record<keyof Machine, 'given' | 'marked' | 'numbered' | 'journal' | 'list' | 'none' | 'value'>,
> = P;

type FieldsOf<How extends Parts[keyof Machine]> = {
  [Field in keyof Machine]: Parts[Field] extends How ? Field : never;
}[keyof Machine];

type Numbered = FieldsOf<'numbered'>;
type Values = Pick<Machine, FieldsOf<'value'>>;
type Lists = FieldsOf<'list'>;
type Journaled = FieldsOf<'journal'>;
type FrameLists = 'returns' | 'yields' | 'exits' | 'leaps';

const NUMBERED: readonly Numbered[] = ['rows', 'columns', 'taints', 'stages'];
const LISTS: readonly Lists[] = ['facts', 'functions', 'conditions', 'derived'];
/** By name, so that one that is missing does not compile. */
const JOURNALED = {
  entered: true,
  modules: true,
  loaded: true,
  splits: true,
  saved: true,
  written: true,
  handles: true,
} satisfies Record<Journaled, true>;
const FRAME_LISTS: readonly FrameLists[] = ['returns', 'yields', 'exits', 'leaps'];

/** Call it where no function, loop or branch is being executed. */
export function markOf(m: Machine, frame: Frame): Mark {
  return {
    store: m.store.mark(),
    journal: m.journal.length,
    interned: m.interning.length,
    numbers: numbersOf(m),
    values: valuesOf(m),
    lengths: {
      facts: m.facts.length,
      functions: m.functions.length,
      conditions: m.conditions.length,
      derived: m.derived.length,
    },
    frame: {
      returns: frame.returns.length,
      yields: frame.yields.length,
      exits: frame.exits.length,
      leaps: frame.leaps.length,
    },
  };
}

export function takeBackTo(m: Machine, frame: Frame, mark: Mark): void {
  m.store.takeBackTo(mark.store);
  m.journal.takeBack(mark.journal);
  m.interning.takeBack(mark.interned);
  for (const part of NUMBERED) m[part].numbers.next = mark.numbers[part];
  m.rows.forgetFrom(mark.numbers.rows);
  Object.assign(m, mark.values);
  for (const list of LISTS) m[list].length = mark.lengths[list];
  for (const list of FRAME_LISTS) frame[list].length = mark.frame[list];
}

/** What it takes to do again what was taken back. */
export interface Withdrawn {
  readonly store: WithdrawnStore;
  readonly journal: readonly JournalEntry[];
  readonly numbers: Mark['numbers'];
  readonly values: Values;
  readonly lists: Readonly<Record<Lists, readonly unknown[]>>;
  readonly frame: Readonly<Record<FrameLists, readonly unknown[]>>;
}

/** As `takeBackTo`, to be done again: what is found by keys stays. */
export function withdraw(m: Machine, frame: Frame, mark: Mark): Withdrawn {
  const [numbers, values] = [numbersOf(m), valuesOf(m)];
  const { lengths } = mark;
  const lists = {
    facts: m.facts.splice(lengths.facts),
    functions: m.functions.splice(lengths.functions),
    conditions: m.conditions.splice(lengths.conditions),
    derived: m.derived.splice(lengths.derived),
  };
  const ofFrame = {
    returns: frame.returns.splice(mark.frame.returns),
    yields: frame.yields.splice(mark.frame.yields),
    exits: frame.exits.splice(mark.frame.exits),
    leaps: frame.leaps.splice(mark.frame.leaps),
  };
  const store = m.store.withdraw(mark.store);
  const journal = m.journal.takeBack(mark.journal);
  for (const part of NUMBERED) m[part].numbers.next = mark.numbers[part];
  Object.assign(m, mark.values);
  return { store, journal, numbers, values, lists, frame: ofFrame };
}

/** Does again what was withdrawn, at the mark that it was withdrawn to. */
export function redo(m: Machine, frame: Frame, withdrawn: Withdrawn): void {
  m.store.redo(withdrawn.store);
  m.journal.redo(withdrawn.journal);
  for (const part of NUMBERED) m[part].numbers.next = withdrawn.numbers[part];
  Object.assign(m, withdrawn.values);
  for (const list of LISTS) append(m[list], withdrawn.lists[list]);
  for (const list of FRAME_LISTS) append(frame[list], withdrawn.frame[list]);
}

function append(list: unknown[], more: readonly unknown[]): void {
  for (const one of more) list.push(one);
}

function numbersOf(m: Machine): Mark['numbers'] {
  return {
    rows: m.rows.numbers.next,
    columns: m.columns.numbers.next,
    taints: m.taints.numbers.next,
    stages: m.stages.numbers.next,
  };
}

/** The tables of a machine that are written through its journal. */
export function journaledOf(m: Machine): readonly unknown[] {
  return (Object.keys(JOURNALED) as Journaled[]).map(name => m[name]);
}

export function valuesOf({ seedings, seeds, withinGroup, module, steps, counter, forks }: Machine): Values {
  return { seedings, seeds, withinGroup, module, steps, counter, forks };
}
