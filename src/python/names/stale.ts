import type { Span } from '../../base/place';
import type { Dependence } from './dependence';
import { reaches } from './dependence';
import { onlyLoads } from './loads';
import { ofEarlierSessions } from './sessions';

/** A cell whose stored output was computed with another value of a name than a run from top to bottom gives it. */
export interface Stale {
  readonly reader: Dependence;
  readonly name: string;
  readonly read: Span;
  readonly writer: Dependence;
  readonly write: Span;
  /**
   * `ran-after`: the writer stands above and ran after the reader, whose output is older. `stands-below`: the writer
   * stands below and ran last before the reader.
   */
  readonly how: 'ran-after' | 'stands-below';
}

/** By the counts of one session. */
export function staleReadings(cells: readonly Dependence[]): readonly Stale[] {
  const writers = writersOf(cells);
  const rests = new Map<Dependence, ReadonlySet<Dependence>>();
  const earlier = ofEarlierSessions(cells);
  return cells.flatMap(reader =>
    ofOneSession(reader, restsOn(reader, rests))
      ? [...reader.uses]
          .flatMap(([name, read]) => staleReading(writers.get(name) ?? [], reader, name, read))
          .filter(({ writer }) => !earlier.has(reader) && !earlier.has(writer))
      : [],
  );
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

function staleReading(writers: readonly Dependence[], reader: Dependence, name: string, read: Span): Stale[] {
  const count = reader.cell.executionCount;
  if (count === null) return [];
  const written = (writer: Dependence, how: Stale['how']): Stale[] => {
    const write = writer.writes.get(name);
    return write ? [{ reader, name, read, writer, write, how }] : [];
  };
  const above = (reader.from.get(name) ?? []).filter(
    writer =>
      (writer.cell.executionCount ?? 0) > count &&
      reaches(writer, reader, name) &&
      !onlyLoads(writer.cell, name),
  );
  if (above.length > 0) return above.flatMap(writer => written(writer, 'ran-after'));
  const last = lastBefore(writers, count);
  const below = last && last.cell.start > reader.cell.start && reaches(last, reader, name);
  return below ? written(last, 'stands-below') : [];
}

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
function ofOneSession(reader: Dependence, rests: ReadonlySet<Dependence>): boolean {
  return reader.cell.executionCount !== null && rests.size < reader.cell.executionCount;
}

/** All cells that a cell rests on, through others too. Those come above it, so that they were asked for before. */
function restsOn(
  reader: Dependence,
  known: Map<Dependence, ReadonlySet<Dependence>>,
): ReadonlySet<Dependence> {
  const found = new Set<Dependence>();
  for (const above of new Set([...reader.from.values()].flat())) {
    if (found.has(above)) continue;
    found.add(above);
    for (const one of known.get(above) ?? []) found.add(one);
  }
  known.set(reader, found);
  return found;
}
