import { fingerprint } from '../base/fingerprint';
import type { Look } from '../base/ledger';
import type { StageState } from '../base/outcome';
import type { ProjectState } from '../base/project';
import type { EditedEntry, FailingEntry, HistoryEntry, LookEntry } from '../history/entry';
import { decodeEntry } from '../history/decode';
import { lineOf, NOBODY } from '../history/entry';
import type { SealEdit } from '../history/seal';
import { sealEdits } from '../history/seal';
import { BUDGET_FIELD } from '../evidence/ledger/ledger';
import { returnsOf } from '../lifecycle/status';
import { record } from './act';
import type { Engine } from './engine';
import type { ManifestContent } from './loaded-manifest';
import { folderOf } from './paths';
import { HISTORY_NOT_READ, historyFile } from './read-history';

/** What came of noting things down, by log. */
export interface Noticed {
  readonly written: readonly string[];
  /** Sentences. */
  readonly failures: readonly string[];
}

/** Notes what projects show, in each project's own history. Does nothing in a host that only reads. */
export async function notice(engine: Engine, projects: readonly ProjectState[]): Promise<Noticed> {
  const written: string[] = [];
  const failures: string[] = [];
  const { trail, clock } = engine.ports;
  for (const state of projects) {
    const content = engine.manifests.get(state.file)?.content;
    const entries = trail && content?.ok ? await noticed(content, state, clock.now()) : [];
    if (entries.length === 0) continue;
    const recorded = await record(engine, state.file, entries);
    if (recorded.ok) written.push(historyFile(folderOf(state.file)));
    else failures.push(recorded.failure);
  }
  return { written, failures };
}

/**
 * What is to be seen of a project and not noted yet: looks at the test set, edits of what is sealed, and signed-off stages
 * that fail. Their ids say what they are, so that two machines which see the same note the same.
 *
 * @param now milliseconds since 1970-01-01 UTC
 */
export async function noticed(
  content: ManifestContent,
  state: ProjectState,
  now: number,
): Promise<readonly HistoryEntry[]> {
  if (!keepsHistory(content) || isUnread(content)) return [];
  const head = { time: new Date(now).toISOString(), who: NOBODY };
  const known = new Set(content.history.entries.map(({ id }) => id));
  const looks = (state.ledger?.looks ?? []).filter(({ recorded }) => !recorded);
  const edits = (await sealEdits(content.manifest, content.history.entries)) ?? [];
  return [
    ...edits.map(edit => editedEntry(content, edit, head)),
    ...looks.map(look => lookEntry(look, head)),
    ...state.stages.flatMap(stage => failingEntry(content, stage, head)),
  ].filter(entry => !known.has(entry.id) && isReadable(entry));
}

/** What is in a log that cannot be read would be noted again, each time that somebody looks. */
function isUnread({ history }: ManifestContent): boolean {
  return history.problems.some(({ code }) => code === HISTORY_NOT_READ);
}

/** The same goes for an entry that would not be taken for one when it is read. */
function isReadable(entry: HistoryEntry): boolean {
  return decodeEntry(JSON.parse(lineOf(entry))).ok;
}

/** A log is not begun for a project that has not asked for one: by a decision that was noted, or by a budget of looks. */
function keepsHistory({ history, manifest }: ManifestContent): boolean {
  return history.entries.length > 0 || manifest.fields.has(BUDGET_FIELD);
}

interface Head {
  readonly time: string;
  readonly who: string;
}

function lookEntry({ id, by, file, label, time, scores, several }: Look, head: Head): LookEntry {
  return {
    id,
    ...head,
    what: 'look',
    by,
    file,
    label,
    ...(time !== undefined && { ran: time }),
    scores,
    ...(several && { several }),
  };
}

function editedEntry({ manifest }: ManifestContent, { field, from, to }: SealEdit, head: Head): EditedEntry {
  const identity = [manifest.sealed?.digest, field, from, to].join('\n');
  return {
    id: `edited-${fingerprint(identity)}`,
    ...head,
    what: 'edited',
    field,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

function failingEntry(
  { manifest, lifecycle }: ManifestContent,
  stage: StageState,
  head: Head,
): FailingEntry[] {
  const signed = manifest.stages.get(stage.id)?.signedOff;
  if (stage.status !== 'reopened' || !signed || !lifecycle) return [];
  const failed = stage.criteria.filter(({ outcome }) => outcome === 'unmet');
  const ids = failed.map(({ id }) => id);
  return [
    {
      id: `failing-${fingerprint([stage.id, signed.on, signed.by, ...ids].join('\n'))}`,
      ...head,
      what: 'failing',
      stage: stage.id,
      failed: Object.fromEntries(failed.map(({ id, reason }) => [id, reason])),
      returnsTo: [...new Set(ids.map(id => returnsOf(lifecycle, stage.id, id)))],
    },
  ];
}
