import type { Ledger, Look } from '../base/ledger';
import { chanceTexts } from '../evidence/ledger/chance';
import type { HistoryEntry } from '../history/entry';
import { NOBODY } from '../history/entry';
import type { History } from '../history/read';
import type { Lifecycle } from '../lifecycle/model';
import type { Manifest } from '../manifest/model';
import { detailsOf, sentenceOf } from './history-words';
import type { HistoryRow, HistoryView, LedgerView, LookRow } from './history-view';
import type { Notice } from './document';

export interface HistoryInput {
  readonly manifest: Manifest;
  readonly lifecycle: Lifecycle | undefined;
  readonly history: History;
  readonly ledger: Ledger;
}

/** The history of a project as a timeline, and its test-set ledger. */
export function historyReport({ manifest, lifecycle, history, ledger }: HistoryInput): HistoryView {
  const titles = new Map(
    [...(lifecycle?.stages ?? []), ...(lifecycle?.groups ?? [])].map(({ id, title }) => [id, title]),
  );
  const entries = history.entries.map(entry => rowOf(entry, titles)).reverse();
  const named = new Set(entries.flatMap(({ stage }) => (stage === undefined ? [] : [stage])));
  const known = [...titles.keys()].filter(id => named.has(id));
  const gone = [...named].filter(id => !titles.has(id));
  return {
    project: { name: manifest.name, file: manifest.file },
    summary: summaryOf(entries),
    stages: [...known, ...gone].map(id => ({ id, title: titles.get(id) ?? id })),
    entries,
    notices: noticesOf(manifest),
    ledger: ledgerView(manifest, ledger),
  };
}

function rowOf(entry: HistoryEntry, titles: ReadonlyMap<string, string>): HistoryRow {
  const at = new Date(entry.time).toISOString();
  return {
    id: entry.id,
    kind: entry.what,
    day: at.slice(0, 10),
    time: at.slice(11, 16),
    ...(entry.who !== NOBODY && { who: entry.who }),
    text: sentenceOf(entry, id => titles.get(id) ?? id),
    details: detailsOf(entry, id => titles.get(id) ?? id),
    ...('stage' in entry && { stage: entry.stage }),
    ...(entry.commit !== undefined && { commit: entry.commit.slice(0, 8) }),
  };
}

function summaryOf(entries: readonly HistoryRow[]): string {
  const [last] = entries;
  if (!last) return 'Nothing has been noted yet.';
  return entries.length === 1
    ? `1 entry, on ${last.day}.`
    : `${entries.length} entries, the last on ${last.day}.`;
}

const SHOWN = new Set([
  'differs-from-history',
  'edited-after-seal',
  'history-not-read',
  'broken-entry',
  'merge-conflict',
  'unknown-entry',
]);

function noticesOf({ problems }: Manifest): readonly Notice[] {
  return problems.flatMap(({ code, severity, message, place }) =>
    SHOWN.has(code) ? [{ severity, message, place }] : [],
  );
}

function ledgerView({ root }: Manifest, { looks, possible, chance, doubts, text }: Ledger): LedgerView {
  return {
    summary: `${text}.`,
    looks: looks.map(lookRow),
    possible: possible.map(({ place, metrics }) => ({
      text: `${place.file.startsWith(`${root}/`) ? place.file.slice(root.length + 1) : place.file}${place.cell === undefined ? `, line ${place.range.start.line + 1}` : `, cell ${place.cell + 1}`}: ${metrics.join(', ')}`,
      place,
    })),
    chance: chanceTexts(chance),
    doubts,
  };
}

function lookRow({ label, file, time, scores, several, recorded, place }: Look): LookRow {
  return {
    label,
    file,
    time: time ?? 'not stated',
    scores: Object.entries(scores)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
    several,
    noted: recorded,
    ...(place && { place }),
  };
}
