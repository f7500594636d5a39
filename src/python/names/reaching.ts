import type { Span } from '../../base/place';
import type { NameEvent, Notebook } from './model';
import type { Rewrite } from './rewrites';

/**
 * The first of the places that a rewritten value comes to, in a run from top to bottom: the places are those of calls, and a
 * statement that reads the value, or what was made of it, hands it to the calls in it.
 *
 *     X = X / 255            # rewritten
 *     train = X[:1000]       # made of it
 *     model.fit(train, y)    # the place
 */
export function reached<T extends Span>(
  notebook: Notebook,
  { target, span }: Rewrite,
  places: readonly T[],
): T | undefined {
  const carriers = new Set([target.name]);
  for (const { statement, events } of statementsAfter(notebook, span)) {
    const reads = events.some(event => event.kind === 'read' && carriers.has(event.name));
    if (reads) {
      const place = places.find(({ start, end }) => start >= statement.start && end <= statement.end);
      if (place) return place;
    }
    for (const event of events) {
      if (event.kind === 'define' && (reads || event.certain)) pass(carriers, event.name, reads);
      if (event.kind === 'change' && reads) carriers.add(event.name);
    }
    if (carriers.size === 0) return undefined;
  }
  return undefined;
}

function pass(carriers: Set<string>, name: string, reads: boolean): void {
  if (reads) carriers.add(name);
  else carriers.delete(name);
}

interface Statement {
  readonly statement: Span;
  readonly events: readonly NameEvent[];
}

/** What stands below the rewriting statement, and what stands around it. */
function statementsAfter({ cells }: Notebook, { end }: Span): readonly Statement[] {
  return cells
    .filter(cell => cell.end >= end)
    .flatMap(cell =>
      cell.statements
        .filter(statement => statement.end > end)
        .map(statement => ({
          statement,
          events: cell.events.filter(event => event.start >= statement.start && event.end <= statement.end),
        })),
    );
}
