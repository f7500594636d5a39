import type { Frame } from './frame';
import type { Machine } from './machine';
import type { StoreMark } from './store';

/**
 * A point between two statements of the module to which an analysis can be taken back: everything that the statements
 * below did is undone, so that it goes on as if they had not been there.
 */
export interface Mark {
  readonly store: StoreMark;
  readonly journal: number;
  readonly rows: number;
  readonly columns: number;
  readonly values: Pick<Machine, FieldsOf<'value'>>;
  readonly lengths: Readonly<Record<FieldsOf<'list'>, number>>;
  readonly frame: Readonly<Record<'registers' | 'returns' | 'yields' | 'exits' | 'leaps', number>>;
}

/** How each part of a machine is taken back. A new part must say so here, or it does not compile. */
type Parts = Complete<{
  options: 'given';
  call: 'given';
  load: 'given';
  journal: 'marked';
  store: 'marked';
  rows: 'marked';
  columns: 'marked';
  taints: 'journal';
  stages: 'journal';
  entered: 'journal';
  modules: 'journal';
  loaded: 'journal';
  splits: 'journal';
  saved: 'journal';
  written: 'journal';
  /** Between statements only added to: what is longer is cut. */
  facts: 'list';
  functions: 'list';
  conditions: 'list';
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

type Complete<P extends Record<keyof Machine, 'given' | 'marked' | 'journal' | 'list' | 'none' | 'value'>> =
  P;

type FieldsOf<How extends Parts[keyof Machine]> = {
  [Field in keyof Machine]: Parts[Field] extends How ? Field : never;
}[keyof Machine];

/** Call it where no function, loop or branch is being executed. */
export function markOf(m: Machine, frame: Frame): Mark {
  const { seedings, seeds, withinGroup, module, steps, counter, forks } = m;
  return {
    store: m.store.mark(),
    journal: m.journal.length,
    rows: m.rows.upcoming,
    columns: m.columns.upcoming,
    values: { seedings, seeds, withinGroup, module, steps, counter, forks },
    lengths: {
      facts: m.facts.length,
      functions: m.functions.length,
      conditions: m.conditions.length,
    },
    frame: {
      registers: frame.registers.length,
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
  m.rows.takeBack(mark.rows);
  m.columns.takeBack(mark.columns);
  Object.assign(m, mark.values);
  cut(m, mark.lengths);
  cut(frame, mark.frame);
}

function cut<Name extends string>(
  lists: Readonly<Record<Name, unknown[]>>,
  lengths: Readonly<Record<Name, number>>,
): void {
  for (const name in lengths) lists[name].length = lengths[name];
}
