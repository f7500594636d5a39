import type { Span } from '../../base/place';
import type { MissingName } from './missing';
import type { NameEvent, Notebook } from './model';
import { isPredefined } from './predefined';

/** A statement below that can be moved up to before the one that lacks its name. */
export interface Move {
  readonly statement: Span;
  readonly before: Span;
}

/** The move that gives missing names their definition, where nothing in between would notice. */
export function moveFor(notebook: Notebook, missing: readonly MissingName[]): Move | undefined {
  const [first] = missing;
  if (!first) return undefined;
  const { span, through, later } = first;
  const names = new Set(missing.map(({ name }) => name));
  const before = statementAt(notebook, through ?? span);
  const statement = later && statementAt(notebook, later.definition);
  if (!before || !statement || before === statement) return undefined;
  const events = notebook.cells.flatMap(cell => cell.events);
  const own = events.filter(event => within(event, statement));
  if (own.some(event => event.kind === 'open' || event.kind === 'change' || event.kind === 'call'))
    return undefined;
  const above = events.filter(event => event.start < before.start);
  const between = events.filter(event => event.start >= before.start && event.start < statement.start);
  const made = new Set(namesOf(own, 'define'));
  const needed = namesOf(own, 'read').filter(one => !made.has(one) && !isPredefined(one));
  const settled = (one: string): boolean => touches(above, one, 'define') && !changes(between, one);
  const free = (one: string): boolean =>
    !changes(between, one) &&
    !touches(above, one, 'define') &&
    (names.has(one) || !touches(between, one, 'read'));
  const whole = [...names].every(name => made.has(name));
  return whole && needed.every(settled) && [...made].every(free) ? { statement, before } : undefined;
}

function statementAt({ cells }: Notebook, at: Span): Span | undefined {
  return cells.find(cell => within(at, cell))?.statements.find(statement => within(at, statement));
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function namesOf(events: readonly NameEvent[], kind: 'define' | 'read'): string[] {
  return events.flatMap(event => (event.kind === kind ? [event.name] : []));
}

function touches(events: readonly NameEvent[], name: string, kind: 'define' | 'read'): boolean {
  return events.some(event => event.kind === kind && event.name === name);
}

function changes(events: readonly NameEvent[], name: string): boolean {
  return events.some(
    event =>
      event.kind === 'open' ||
      ((event.kind === 'define' || event.kind === 'change' || event.kind === 'delete') &&
        event.name === name),
  );
}
