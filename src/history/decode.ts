import type { Outcome } from '../base/outcome';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type {
  DecisionEntry,
  EditedEntry,
  FailingEntry,
  HistoryEntry,
  LookEntry,
  Rest,
  SealedEntry,
} from './entry';
import { DECISIONS, LOOK_KINDS } from './entry';

/** Why a line of JSON is no entry: it is broken, or of a kind that this version does not know. */
export interface NoEntry {
  readonly kind: 'broken' | 'unknown';
  /** A clause: `it has no \`time\``. */
  readonly message: string;
}

/** A value of JSON as an entry of the log. What the entry has beside that is let be. */
export function decodeEntry(value: unknown): Result<HistoryEntry, NoEntry> {
  if (!isRecord(value)) return broken('it is not an object');
  const { id, time, who, what, commit } = value;
  if (!isName(id)) return broken('it has no `id`');
  if (!isName(time) || !ISO_TIME.test(time) || Number.isNaN(Date.parse(time)))
    return broken('its `time` is none; expected one such as 2026-10-03T14:02:11Z');
  if (!isName(who)) return broken('it does not say `who`');
  if (!isName(what)) return broken('it does not say `what`');
  const head = { id, time, who, ...(isName(commit) && { commit }) };
  const read = READERS[what];
  if (!Object.hasOwn(READERS, what) || !read)
    return fail({ kind: 'unknown', message: `this version does not know what \`${what}\` is` });
  const entry = read(head, value, what);
  return entry ? ok(entry) : broken(`something that belongs to \`${what}\` is missing`);
}

type Fields = Readonly<Record<string, unknown>>;
type EntryHead = Pick<HistoryEntry, 'id' | 'time' | 'who' | 'commit'>;
type Reader = (head: EntryHead, value: Fields, what: string) => HistoryEntry | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(DECISIONS.map(what => [what, readDecision])),
  failing: readFailing,
  look: readLook,
  sealed: readSealed,
  edited: readEdited,
} satisfies Record<string, Reader>;

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

function readDecision(head: EntryHead, value: Fields, word: string): DecisionEntry | undefined {
  const what = DECISIONS.find(known => known === word);
  const { stage, criterion, on, note } = value;
  const ofStage = what === 'signed-off' || what === 'reopened';
  if (!what || !isName(stage) || (!ofStage && !isName(criterion))) return undefined;
  return {
    ...head,
    what,
    stage,
    ...(isName(criterion) && !ofStage && { criterion }),
    ...(isName(on) && { on }),
    ...(isName(note) && { note }),
    outcomes: entriesOf(value['outcomes'], isOutcome),
    rests: (Array.isArray(value['rests']) ? value['rests'] : []).flatMap(readRest),
  };
}

function readRest(value: unknown): Rest[] {
  if (!isRecord(value) || !isName(value['path'])) return [];
  const { path, sha256, runs } = value;
  const names = Array.isArray(runs) ? runs.filter(isName) : [];
  return [{ path, ...(isName(sha256) && { sha256 }), ...(names.length > 0 && { runs: names }) }];
}

function readFailing(head: EntryHead, value: Fields): FailingEntry | undefined {
  const { stage, returnsTo } = value;
  if (!isName(stage)) return undefined;
  return {
    ...head,
    what: 'failing',
    stage,
    failed: entriesOf(value['failed'], isText),
    returnsTo: Array.isArray(returnsTo) ? returnsTo.filter(isName) : [],
  };
}

function readLook(head: EntryHead, value: Fields): LookEntry | undefined {
  const { file, label, ran } = value;
  const by = LOOK_KINDS.find(known => known === value['by']);
  if (!by || !isName(file) || !isName(label)) return undefined;
  return {
    ...head,
    what: 'look',
    by,
    file,
    label,
    ...(isName(ran) && { ran }),
    scores: entriesOf(value['scores'], isText),
    ...(value['several'] === true && { several: true as const }),
  };
}

function readSealed(head: EntryHead, value: Fields): SealedEntry | undefined {
  const { on, digest } = value;
  if (!isName(on) || !isName(digest) || !isRecord(value['fields'])) return undefined;
  return { ...head, what: 'sealed', on, digest, fields: entriesOf(value['fields'], isText) };
}

function readEdited(head: EntryHead, value: Fields): EditedEntry | undefined {
  const { field, from, to } = value;
  if (!isName(field)) return undefined;
  return { ...head, what: 'edited', field, ...(isText(from) && { from }), ...(isText(to) && { to }) };
}

function entriesOf<T>(value: unknown, guard: (value: unknown) => value is T): Readonly<Record<string, T>> {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).filter((entry): entry is [string, T] => guard(entry[1]));
  return Object.fromEntries(entries);
}

const broken = (message: string) => fail({ kind: 'broken', message } as const);
const isText = (value: unknown): value is string => typeof value === 'string';
const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOutcome(value: unknown): value is Outcome {
  return value === 'met' || value === 'unmet' || value === 'unknown' || value === 'waived';
}
