import { Likeness } from './alike';
import type { Frame } from '../frame';
import type { JournalEntry } from './journal';
import type { Machine } from '../machine';
import type { Mark } from './marks';
import { journaledOf, redo, valuesOf, withdraw } from './marks';
import type { Written } from './staleVariables';
import { staleVariables } from './staleVariables';

/** A stretch of the module that was run, and what was run below it. */
export interface Ran {
  readonly from: Mark;
  readonly to: Mark;
  /** The number of the statement that was run next: see `Interning.now`. */
  readonly next: number;
}

/** Code that does the same as other code. */
export interface Tried {
  /** The variables that it uses, and whether it reads them first. */
  readonly uses: ReadonlyMap<string, boolean>;
  /** Variables that it leaves otherwise: nobody reads them below. */
  readonly stale: ReadonlySet<string>;
}

/**
 * Would other code in the place of a stretch leave everything below as it is? It is run where the stretch was; what it
 * leaves behind is compared, and taken back. What nobody can see any more does not count: an object that no variable
 * holds, the variables of a function that was called and left, a variable that is not read again before it is set.
 *
 * @param code runs it; false where it did not come to its end
 */
export function doesTheSame(
  m: Machine,
  frame: Frame,
  { from, to, next }: Ran,
  code: () => boolean,
): Tried | undefined {
  const below = withdraw(m, frame, to);
  const before = effectsSince(m, frame, from);
  const needed = m.interning.askedAgain(from.interned, to.interned, next);
  const own = withdraw(m, frame, from);
  let [whole, isSound, after] = [false, false, before];
  const uses = m.uses.trial(() => {
    isSound = m.interning.isTriedOut(needed, () => {
      m.rows.apart(() => {
        whole = code();
        after = effectsSince(m, frame, from);
      });
    });
  });
  withdraw(m, frame, from);
  const isRead = (name: string): boolean => m.uses.isRead(name, next);
  const stale = whole && isSound ? staleAmong(m, frame, { before, after }, isRead) : undefined;
  redo(m, frame, own);
  redo(m, frame, below);
  return stale && { uses, stale };
}

interface Effects extends Written {
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

/** Variables that are other after the one than after the other; undefined where anything is that matters. */
function staleAmong(
  m: Machine,
  { scope }: Frame,
  { before, after }: { readonly before: Effects; readonly after: Effects },
  isRead: (name: string) => boolean,
): ReadonlySet<string> | undefined {
  const likeness = new Likeness(before.store, after.store);
  const lasting = new Set([scope.stars, scope.siblings, ...journaledOf(m), ...m.columns.lasting()]);
  const [x, y] = [lastingOf(before.journal, lasting), lastingOf(after.journal, lasting)];
  const isAlikeBeside =
    likeness.same(before.others, after.others) &&
    x.length === y.length &&
    x.every((entry, i) => isAlike(entry, y[i], likeness)) &&
    likeness.sameWrites(before.store.objects, after.store.objects);
  if (!isAlikeBeside) return undefined;
  const stale = staleVariables(m, scope, before, after, likeness);
  return stale && [...stale].some(isRead) ? undefined : stale;
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
  return (
    y !== undefined &&
    likeness.same(x.table, y.table) &&
    likeness.same(x.key, y.key) &&
    likeness.same(x.value, y.value)
  );
}
