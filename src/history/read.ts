import type { Problem } from '../base/result';
import { decodeEntry } from './decode';
import type { HistoryEntry } from './entry';

/** The log as it was read. */
export interface History {
  /** By time; the same whatever order the lines stand in, and however often. */
  readonly entries: readonly HistoryEntry[];
  readonly problems: readonly Problem[];
  /** Lines that could not be understood, so that an entry may be missing. */
  readonly lost: number;
}

export const NO_HISTORY: History = { entries: [], problems: [], lost: 0 };

/**
 * Reads a log that several machines append to and Git merges by union: lines may come twice, in any order, between marks
 * of a conflict, and the last one may be cut short. What is an entry counts; every other line is a problem with its place.
 *
 * @param file absolute path, for the places
 */
export function readHistory(file: string, text: string): History {
  const entries = new Map<string, HistoryEntry>();
  const problems: Problem[] = [];
  let lost = 0;
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .forEach((raw, index) => {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (line.trim() === '') return;
      const read = readLine(line);
      if ('entry' in read) entries.set(keyOf(read.entry, entries), read.entry);
      else problems.push({ ...read.problem, place: placeOf(file, index, line) });
      if ('problem' in read && read.lost) lost++;
    });
  return { entries: [...entries.values()].sort(byTime), problems, lost };
}

type LineRead =
  { readonly entry: HistoryEntry } | { readonly problem: Omit<Problem, 'place'>; readonly lost: boolean };

function readLine(line: string): LineRead {
  if (/^(<{7}|={7}|>{7}|\|{7})(\s|$)/.test(line)) return { problem: CONFLICT, lost: false };
  const value = parsed(line);
  const decoded = value === undefined ? undefined : decodeEntry(value.json);
  if (decoded?.ok) return { entry: decoded.value };
  if (decoded?.failure.kind === 'unknown') {
    const message = `This entry is left alone: ${decoded.failure.message}.`;
    return { problem: { code: 'unknown-entry', severity: 'information', message }, lost: false };
  }
  const why = decoded?.failure.message ?? 'it is not JSON, or was cut short';
  const message = `This line of the history is no entry: ${why}. The others count; mend it or delete it.`;
  return { problem: { code: 'broken-entry', severity: 'warning', message }, lost: true };
}

const CONFLICT = {
  code: 'merge-conflict',
  severity: 'warning',
  message:
    'This is the mark of a merge conflict. The entries on both sides count; delete the line, and add `.holdout/history.jsonl merge=union` to .gitattributes.',
} as const;

function parsed(line: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(line) as unknown };
  } catch {
    return undefined;
  }
}

/** Its id; where another entry has taken that, the two are kept apart by what they say. */
function keyOf(entry: HistoryEntry, entries: ReadonlyMap<string, HistoryEntry>): string {
  const known = entries.get(entry.id);
  const said = JSON.stringify(entry);
  return !known || JSON.stringify(known) === said ? entry.id : `${entry.id} ${said}`;
}

function byTime(a: HistoryEntry, b: HistoryEntry): number {
  return Date.parse(a.time) - Date.parse(b.time) || compare(a.id, b.id) || compare(said(a), said(b));
}

const said = (entry: HistoryEntry): string => JSON.stringify(entry);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function placeOf(file: string, line: number, text: string): Problem['place'] {
  return { file, range: { start: { line, column: 0 }, end: { line, column: text.length } } };
}
