import type { Span } from '../../base/place';
import type { Dependence } from './dependence';
import { reaches } from './dependence';
import { onlyLoads } from './loads';

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
  return cells.flatMap(reader =>
    ofOneSession(reader)
      ? [...reader.uses].flatMap(([name, read]) => staleReading(cells, reader, name, read))
      : [],
  );
}

function staleReading(cells: readonly Dependence[], reader: Dependence, name: string, read: Span): Stale[] {
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
  const last = lastBefore(cells, name, count);
  const below = last && last.cell.start > reader.cell.start && reaches(last, reader, name);
  return below ? written(last, 'stands-below') : [];
}

/** The cell that wrote a name last before the given count. */
function lastBefore(cells: readonly Dependence[], name: string, count: number): Dependence | undefined {
  let last: Dependence | undefined;
  for (const one of cells) {
    const own = one.cell.executionCount;
    if (own === null || own >= count || !one.writes.has(name)) continue;
    if (own > (last?.cell.executionCount ?? 0)) last = one;
  }
  return last;
}

/** Can all that the cell rests on have run before it? If not, its count is of another session than theirs. */
function ofOneSession(reader: Dependence): boolean {
  return reader.cell.executionCount !== null && restsOn(reader).size < reader.cell.executionCount;
}

function restsOn(reader: Dependence): Set<Dependence> {
  const found = new Set<Dependence>();
  const pending = [reader];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const above of [...next.from.values()].flat()) {
      if (!found.has(above)) pending.push(above);
      found.add(above);
    }
  }
  return found;
}
