import type { Span } from '../../base/place';
import type { Dependence } from './dependence';
import { reaches, surelyReaches } from './dependence';
import { schemaOnly } from './aspects';
import { onlyLoads } from './loads';
import { onlyRearranges } from './rearranging';
import { ofEarlierSessions } from './sessions';
import type { NameEvent, NotebookCell } from './model';

/** A cell whose stored output was computed with another value of a name than a run from top to bottom gives it. */
export interface Stale {
  readonly reader: Dependence;
  readonly name: string;
  readonly read: Span;
  readonly writer: Dependence;
  readonly write: Span;
  /**
   * `not-yet`: the writer stands above and cannot have run when the reader did. `redrawn`: the writer stands above, draws at
   * random, and drew again after the reader. `stands-below`: the writer stands below and ran last before the reader.
   *
   * A cell above that merely ran again is none of these: it may have given the same, and mostly does.
   */
  readonly how: 'not-yet' | 'redrawn' | 'stands-below';
  /** Of `not-yet`: the cell that made what the reader had. */
  readonly instead: Dependence | undefined;
}

/** What each cell draws at random. */
export type Drawn = ReadonlyMap<NotebookCell, ReadonlySet<string>>;

/**
 * By the counts of one session.
 *
 * @param drawn works it out: most notebooks ran in order, and nothing more is asked of them
 */
export function staleReadings(cells: readonly Dependence[], drawn: () => Drawn): readonly Stale[] {
  const writers = writersOf(cells);
  const taken = new Set(cells.flatMap(({ cell }) => cell.executionCount ?? []));
  const stale = cells.flatMap(reader =>
    [...reader.uses].flatMap(([name, read]) =>
      staleReading({ writers: writers.get(name) ?? [], reader, name, read, drawn, taken }),
    ),
  );
  if (stale.length === 0) return [];
  const earlier = ofEarlierSessions(cells);
  const imported = new Set(cells.flatMap(({ cell }) => cell.events).flatMap(importedName));
  return stale.filter(
    one =>
      !imported.has(one.name) && !earlier.has(one.reader) && !earlier.has(one.writer) && ofOneSession(one),
  );
}

/** A module is the same whatever was done with it. */
function importedName(event: NameEvent): readonly string[] {
  return event.kind === 'define' && event.form === 'import' ? [event.name] : [];
}

/** By name, in document order. */
function writersOf(cells: readonly Dependence[]): ReadonlyMap<string, readonly Dependence[]> {
  const writers = new Map<string, Dependence[]>();
  for (const cell of cells) {
    for (const name of cell.writes.keys()) {
      const others = writers.get(name);
      if (others) others.push(cell);
      else writers.set(name, [cell]);
    }
  }
  return writers;
}

/** A cell reads a name. */
interface Reading {
  readonly reader: Dependence;
  readonly name: string;
  readonly read: Span;
  readonly writers: readonly Dependence[];
  readonly drawn: () => Drawn;
  /** All counts that cells have. */
  readonly taken: ReadonlySet<number>;
}

function staleReading(reading: Reading): Stale[] {
  const { writers, reader, name, read } = reading;
  const count = reader.cell.executionCount;
  if (count === null) return [];
  const written = (writer: Dependence, how: Stale['how'], instead?: Dependence): Stale[] => {
    const write = writer.writes.get(name);
    return write ? [{ reader, name, read, writer, write, how, instead }] : [];
  };
  const above = (reader.from.get(name) ?? []).filter(writer => countOf(writer) > count);
  if (above.length > 0) {
    return above.flatMap(writer => {
      const how = reaches(writer, reader, name) && provenLater(reading, writer, count);
      return how ? written(writer, how, madeBefore(reading, writer, count)) : [];
    });
  }
  const last = lastBefore(writers, count);
  if (!last || last.cell.start < reader.cell.start || !isProvenBelow(reading, last, count)) return [];
  return written(last, 'stands-below');
}

/** How it is known that the reader did not see what the writer, which ran later, has made. */
function provenLater(
  { writers, reader, name, drawn, taken }: Reading,
  writer: Dependence,
  count: number,
): Stale['how'] | undefined {
  if (drawn().get(writer.cell)?.has(name)) {
    return schemaOnly(reader.cell, name) ? undefined : 'redrawn';
  }
  const since = countOf(madeBefore({ writers, name }, writer, count));
  // Where no other cell made the name, the writer has run before, whatever the counts say.
  const isProven = since > 0 && !onlyLoads(writer.cell, name) && leavesNoRoom(taken, since, count);
  return isProven ? 'not-yet' : undefined;
}

/** The cell that made the name anew last, before the reader ran. */
function madeBefore(
  { writers, name }: Pick<Reading, 'writers' | 'name'>,
  writer: Dependence,
  count: number,
): Dependence | undefined {
  return lastBefore(
    writers.filter(one => one !== writer && one.anew.has(name)),
    count,
  );
}

/** The writer below ran, and nothing that made the name anew can have run between it and the reader. */
function isProvenBelow({ reader, name, taken }: Reading, writer: Dependence, count: number): boolean {
  return (
    surelyReaches(writer, reader, name) &&
    !onlyRearranges(writer.cell, name) &&
    !onlyLoads(writer.cell, name) &&
    leavesNoRoom(taken, countOf(writer), count)
  );
}

/** Each count between the two is that of a cell's last run: no other run, and no cell that is gone, can have had it. */
function leavesNoRoom(taken: ReadonlySet<number>, from: number, to: number): boolean {
  for (let between = from + 1; between < to; between++) if (!taken.has(between)) return false;
  return true;
}

const countOf = (one: Dependence | undefined): number => one?.cell.executionCount ?? 0;

/** The one of the cells that ran last before the given count. */
function lastBefore(cells: readonly Dependence[], count: number): Dependence | undefined {
  let last: Dependence | undefined;
  for (const one of cells) {
    const own = one.cell.executionCount;
    if (own === null || own >= count) continue;
    if (own > (last?.cell.executionCount ?? 0)) last = one;
  }
  return last;
}

/** Can all that the cell rests on have run before it? If not, its count is of another session than theirs. */
function ofOneSession({ reader, how }: Stale): boolean {
  // What has not run yet needs no count.
  return restsOn(reader).size - (how === 'not-yet' ? 1 : 0) < countOf(reader);
}

/** All cells that a cell rests on, through others too. */
function restsOn(reader: Dependence): ReadonlySet<Dependence> {
  const found = new Set<Dependence>();
  const pending = [reader];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const above of [...next.from.values()].flat()) {
      if (found.has(above)) continue;
      found.add(above);
      pending.push(above);
    }
  }
  return found;
}
