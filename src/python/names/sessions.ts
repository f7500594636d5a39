import type { Dependence } from './dependence';
import type { NotebookCell } from './model';

/** Did the cells that ran do so in document order? Then none of them met what one below it had left. */
export function ranInOrder(cells: readonly NotebookCell[]): boolean {
  const counts = cells.flatMap(({ executionCount }) => executionCount ?? []);
  return counts.every((count, i) => count > (counts[i - 1] ?? 0));
}

/** So many cells, and half of those that ran, make a run from top to bottom. */
const FEWEST = 5;
/** Cells that were deleted, or ran twice, leave gaps of this size in the counts of a run. */
const STEP = 8;
/** What goes on after a run has counts that follow its own. */
const AFTER = 10;

/**
 * The cells whose counts are of another session than those of a run from top to bottom: a kernel that is started again
 * counts from 1, and what ran before keeps its higher count. Cells that ran again after such a run have counts that follow
 * its own; higher ones tell nothing about the order.
 */
export function ofEarlierSessions(cells: readonly Dependence[]): ReadonlySet<Dependence> {
  const executed = cells.filter(({ cell }) => cell.executionCount !== null);
  const run = runFromTop(executed);
  if (run.length < FEWEST || run.length * 2 < executed.length) return new Set();
  const last = Math.max(...run.map(countOf));
  const later = executed.filter(one => countOf(one) > last);
  const follows = later.some(one => countOf(one) <= last + AFTER);
  return new Set(follows ? [] : later);
}

/** The cells that ran one after the other from near the first count on, in document order. */
function runFromTop(executed: readonly Dependence[]): readonly Dependence[] {
  const run: Dependence[] = [];
  let last = 0;
  for (const one of executed) {
    const count = countOf(one);
    const reach = run.length === 0 ? AFTER : STEP;
    if (count <= last || count > last + reach) continue;
    run.push(one);
    last = count;
  }
  return run;
}

const countOf = ({ cell }: Dependence): number => cell.executionCount ?? 0;
