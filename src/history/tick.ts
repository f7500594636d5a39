import type { Tick } from '../base/outcome';
import type { DecisionEntry, HistoryEntry } from './entry';

/** The entry of a tick that stands in the manifest, by its day and its name; of one written by hand there is none. */
export function tickEntry(
  entries: readonly HistoryEntry[],
  stage: string,
  criterion: string,
  { on, by }: Tick,
): DecisionEntry | undefined {
  return entries.findLast(
    (entry): entry is DecisionEntry =>
      entry.what === 'ticked' &&
      entry.stage === stage &&
      entry.criterion === criterion &&
      entry.on === on &&
      entry.who === by,
  );
}
