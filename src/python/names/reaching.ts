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
    // What a statement reads flows into what is defined next, as in the body of a loop.
    let reads = false;
    for (const event of events) {
      if (event.kind === 'read' && carriers.has(event.name)) {
        const place = places.find(one => isWithin(one, statement) && isWithin(event, one));
        if (place) return place;
        reads = true;
      }
      if (event.kind === 'change' && reads) carriers.add(event.name);
      if (event.kind !== 'define') continue;
      if (reads) carriers.add(event.name);
      else if (event.certain) carriers.delete(event.name);
      reads = false;
    }
    if (carriers.size === 0) return undefined;
  }
  return undefined;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
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
          events: cell.events.filter(event => isWithin(event, statement)),
        })),
    );
}
