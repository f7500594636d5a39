import { Likeness } from './alike';
import type { Frame } from './frame';
import type { JournalEntry } from './journal';
import type { Machine } from './machine';
import type { Mark } from './marks';
import { journaledOf, redo, valuesOf, withdraw } from './marks';
import type { StoreEffects } from './store';

/** A stretch of the module that was run, and what was run below it. */
export interface Ran {
  readonly from: Mark;
  readonly to: Mark;
  /** The number of the statement that was run next: see `Interning.now`. */
  readonly next: number;
}

/**
 * Would other code in the place of a stretch leave everything below as it is? It is run where the stretch was; what it
 * leaves behind is compared, and taken back. What nobody can see any more does not count: an object that no variable
 * holds, the variables of a function that was called and left.
 *
 * @param code runs it; false where it did not come to its end
 */
export function doesTheSame(m: Machine, frame: Frame, { from, to, next }: Ran, code: () => boolean): boolean {
  const below = withdraw(m, frame, to);
  const before = effectsSince(m, frame, from);
  const needed = m.interning.askedAgain(from.interned, to.interned, next);
  const own = withdraw(m, frame, from);
  let [whole, after] = [false, before];
  const isSound = m.interning.isTriedOut(needed, () => {
    m.rows.apart(() => {
      whole = code();
      after = effectsSince(m, frame, from);
    });
  });
  withdraw(m, frame, from);
  const isAlike = whole && isSound && areAlike(before, after, lastingTables(m, frame));
  redo(m, frame, own);
  redo(m, frame, below);
  return isAlike;
}

interface Effects {
  readonly store: StoreEffects;
  readonly journal: readonly JournalEntry[];
  readonly others: unknown;
}

function effectsSince(m: Machine, frame: Frame, { store, journal, lengths }: Mark): Effects {
  return {
    store: m.store.effectsSince(store),
    journal: m.journal.since(journal),
    others: {
      facts: m.facts.slice(lengths.facts),
      functions: m.functions.slice(lengths.functions),
      conditions: m.conditions.slice(lengths.conditions),
      // How much was done does not matter, nor how many numbers it took.
      values: { ...valuesOf(m), steps: 0, counter: 0 },
      left: [frame.returns.length, frame.yields.length, frame.exits.length, frame.leaps.length],
    },
  };
}

/** The tables that outlive a statement. */
function lastingTables(m: Machine, { scope }: Frame): Set<unknown> {
  const { cells, stars, siblings } = scope;
  return new Set<unknown>([cells, stars, siblings, ...journaledOf(m), ...m.columns.lasting()]);
}

function areAlike(a: Effects, b: Effects, lasting: Set<unknown>): boolean {
  const likeness = new Likeness(a.store, b.store);
  const [x, y] = [lastingOf(a.journal, lasting), lastingOf(b.journal, lasting)];
  return (
    likeness.same(a.others, b.others) &&
    x.length === y.length &&
    x.every((entry, i) => isAlike(entry, y[i], likeness)) &&
    likeness.sameWrites(a.store.cells, b.store.cells) &&
    likeness.sameWrites(a.store.objects, b.store.objects)
  );
}

/** What was written into lasting tables, and into those that were put into one. */
function lastingOf(entries: readonly JournalEntry[], lasting: ReadonlySet<unknown>): JournalEntry[] {
  const all = new Set(lasting);
  return entries.filter(({ table, value }) => {
    if (!all.has(table)) return false;
    if (value instanceof Set) all.add(value);
    return true;
  });
}

function isAlike(x: JournalEntry, y: JournalEntry | undefined, likeness: Likeness): boolean {
  if (!y || !likeness.same(x.table, y.table) || !likeness.same(x.key, y.key)) return false;
  return typeof x.value === 'number' ? likeness.sameCells(x.value, y.value) : likeness.same(x.value, y.value);
}
