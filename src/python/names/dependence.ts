import type { Span } from '../../base/place';
import type { IrFunction } from '../ir/model';
import { aspectsRead, aspectsWritten, looksAtAll, meet } from './aspects';
import { eventsOfCall } from './events';
import type { NameEvent, Notebook, NotebookCell, Read } from './model';
import { showsSomething } from './shown';

/** How the cells of a notebook rest on each other, in document order. */
export interface Dependence {
  readonly cell: NotebookCell;
  /** Names that it reads before it defines them itself, at their first reading. */
  readonly uses: ReadonlyMap<string, Span>;
  /** Of these, what it reads through functions that it calls. */
  readonly inside: ReadonlySet<string>;
  /** Names that it defines or changes, at the first such place; imports aside, which give the same each time. */
  readonly writes: ReadonlyMap<string, Span>;
  /** Of these, what it makes anew, whatever there was. */
  readonly anew: ReadonlySet<string>;
  /** By name: the cells above that made or changed what it reads. */
  readonly from: ReadonlyMap<string, readonly Dependence[]>;
}

/** Past this many cells a machine wrote the notebook, and nobody ran its cells by hand. */
const MAX_CELLS = 1000;

/** In document order. A cell that cannot be parsed neither uses nor writes anything for certain. */
export function dependences({ cells }: Notebook): readonly Dependence[] {
  if (cells.length > MAX_CELLS) return [];
  const writers = new Map<string, readonly Dependence[]>();
  const functions = new Map<string, IrFunction>();
  return cells.map(cell => {
    const events = cell.broken ? [] : cell.events;
    const inside = new Set<string>();
    const uses = usesOf(events, functions, inside);
    const writes = writesOf(events);
    const from = new Map([...uses.keys()].map(name => [name, writers.get(name) ?? []] as const));
    const defined = redefined(events);
    const anew = new Set([...defined].filter(name => !uses.has(name)));
    const dependence: Dependence = { cell, uses, inside, writes, anew, from };
    for (const name of writes.keys()) {
      const before = defined.has(name) ? [] : (writers.get(name) ?? []);
      writers.set(name, [...before, dependence]);
    }
    return dependence;
  });
}

function redefined(events: readonly NameEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap(event => (event.kind === 'define' && event.certain ? event.name : [])));
}

function writesOf(events: readonly NameEvent[]): Map<string, Span> {
  const writes = new Map<string, Span>();
  for (const event of events) {
    const isWrite =
      event.kind === 'change' ||
      (event.kind === 'define' && event.form !== 'import' && event.form !== 'perhaps');
    if (isWrite && !writes.has(event.name)) writes.set(event.name, event);
  }
  return writes;
}

/** Learns on the way which functions there are. */
function usesOf(
  events: readonly NameEvent[],
  functions: Map<string, IrFunction>,
  inside: Set<string>,
): Map<string, Span> {
  const uses = new Map<string, Span>();
  const own = new Set<string>();
  const use = (name: string, span: Span): void => {
    if (!own.has(name) && !uses.has(name)) uses.set(name, span);
  };
  const refills = events.filter(event => event.kind === 'change' && event.whole === true && event.certain);
  for (const event of events) {
    if (event.kind === 'read' && !isRefilled(refills, event)) use(event.name, event);
    if (event.kind === 'change' && event.whole && event.certain) own.add(event.name);
    if (event.kind === 'call') {
      for (const name of readInside(functions, event.name, new Set())) {
        use(name, event);
        inside.add(name);
      }
    }
    if (event.kind !== 'define') continue;
    if (event.form !== 'perhaps') own.add(event.name);
    if (event.fn) functions.set(event.name, event.fn);
    else functions.delete(event.name);
  }
  return uses;
}

/** `net` of `net.load_state_dict(…)`: what it held is not looked at. */
function isRefilled(refills: readonly NameEvent[], { name, start }: Read): boolean {
  return refills.some(event => event.kind === 'change' && event.name === name && event.start === start);
}

/** What a function reads of the notebook's names when it is called, and the functions that it calls. */
function readInside(
  functions: ReadonlyMap<string, IrFunction>,
  name: string,
  entered: Set<string>,
): readonly string[] {
  const fn = functions.get(name);
  if (!fn || entered.has(name)) return [];
  entered.add(name);
  return eventsOfCall(fn).flatMap(event => {
    if (event.kind === 'read') return [event.name];
    return event.kind === 'call' ? readInside(functions, event.name, entered) : [];
  });
}

/** Does what the one wrote of a name reach what the other reads of it? */
export function reaches(writer: Dependence, reader: Dependence, name: string): boolean {
  const read = reader.inside.has(name) ? 'whole' : aspectsRead(reader.cell, name);
  return meet(read, aspectsWritten(writer.cell, name));
}

/** As `reaches`, and where a few columns were set, it is known that the reader looks at one of them, or at all. */
export function surelyReaches(writer: Dependence, reader: Dependence, name: string): boolean {
  if (!reaches(writer, reader, name)) return false;
  if (aspectsWritten(writer.cell, name) === 'whole' || reader.inside.has(name)) return true;
  return aspectsRead(reader.cell, name) !== 'whole' || looksAtAll(reader.cell, name);
}

/**
 * The cells whose outputs rest on what a cell has read as `name`: itself, or, where it shows nothing, those that ran after it
 * and read what it made of that.
 */
export function shownBy(
  cells: readonly Dependence[],
  reader: Dependence,
  name: string,
): readonly Dependence[] {
  const found = new Set<Dependence>();
  const pending = [{ at: reader, names: new Set([name]) }];
  const entered = new Set([reader]);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { at, names } = next;
    if (showsSomething(at.cell)) {
      found.add(at);
      continue;
    }
    const made = madeFrom(at.cell, names);
    for (const one of cells) {
      const read = entered.has(one) || !isAfter(one, at) ? [] : readsFrom(one, at, made);
      if (read.length === 0) continue;
      entered.add(one);
      pending.push({ at: one, names: new Set(read) });
    }
  }
  return cells.filter(one => found.has(one));
}

function isAfter(later: Dependence, { cell }: Dependence): boolean {
  return (later.cell.executionCount ?? 0) > (cell.executionCount ?? 0);
}

function readsFrom(reader: Dependence, writer: Dependence, made: ReadonlySet<string>): readonly string[] {
  return [...reader.from].flatMap(([name, from]) =>
    made.has(name) && from.includes(writer) && reaches(writer, reader, name) ? [name] : [],
  );
}

/** What a cell makes of these names, statement by statement. */
function madeFrom({ events, statements }: NotebookCell, names: ReadonlySet<string>): ReadonlySet<string> {
  const from = new Set(names);
  for (const { start, end } of statements) {
    const own = events.filter(event => start <= event.start && event.end <= end);
    const isMade = own.some(
      event => (event.kind === 'read' || event.kind === 'call') && from.has(event.name),
    );
    for (const event of own) {
      if (event.kind === 'change' && isMade) from.add(event.name);
      if (event.kind === 'define' && isMade) from.add(event.name);
      if (event.kind === 'define' && !isMade && event.certain) from.delete(event.name);
    }
  }
  return from;
}
