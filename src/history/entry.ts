import type { Outcome } from '../base/outcome';

/**
 * The history log: one line of JSON for each thing that people decided or that was noticed of a project, oldest first,
 * only ever added to. The manifest says how things stand; the log says how they came to stand so.
 *
 *     {"id":"5b0c…","time":"2026-10-03T14:02:11.000Z","who":"r.ahn","what":"signed-off","stage":"exploration",…}
 */
export type HistoryEntry = DecisionEntry | FailingEntry | LookEntry | SealedEntry | EditedEntry;

/** Where the log lies, relative to the manifest. */
export const HISTORY_PATH = '.holdout/history.jsonl';

interface Head {
  /** Two entries with the same id are the same entry, merged twice. */
  readonly id: string;
  /** ISO 8601, in UTC. */
  readonly time: string;
  /** A name, or {@link NOBODY}. */
  readonly who: string;
  /** The commit that was checked out, where that is known. */
  readonly commit?: string;
}

/** Who stands at what nobody decided: it was noticed. */
export const NOBODY = 'holdout';

export const DECISIONS = [
  'signed-off',
  'reopened',
  'ticked',
  'unticked',
  'waived',
  'waiver-withdrawn',
] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** A person decided something about a stage or one of its criteria. */
export interface DecisionEntry extends Head {
  readonly what: DecisionKind;
  readonly stage: string;
  /** Absent where it is about the whole stage. */
  readonly criterion?: string;
  /** The day that the manifest says, of a tick or a sign-off: `2026-10-03`. */
  readonly on?: string;
  /** The reason of a waiver, the note of a tick. */
  readonly note?: string;
  /** How the criteria stood just before, by id. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** What these outcomes rested on. */
  readonly rests: readonly Rest[];
}

/** A file that an outcome rests on, as it was then. */
export interface Rest {
  /** Relative to the manifest; of a run of a tracking server, the address of its page. */
  readonly path: string;
  /** SHA-256 in hexadecimal; `undefined` where the file could not be read, or was not there. */
  readonly sha256?: string;
  /** The runs that were read from it: names, and on a server ids. */
  readonly runs?: readonly string[];
}

/** A stage that is signed off no longer meets its criteria. */
export interface FailingEntry extends Head {
  readonly what: 'failing';
  readonly stage: string;
  /** Criteria that are unmet, by id, with the reason. */
  readonly failed: Readonly<Record<string, string>>;
  /** The stages that work goes back to. */
  readonly returnsTo: readonly string[];
}

/** Somebody saw scores on the test set. */
export interface LookEntry extends Head {
  readonly what: 'look';
  readonly by: LookKind;
  /** The run's or the notebook's file, relative to the manifest. */
  readonly file: string;
  /** What to call it: a run's name, a cell. */
  readonly label: string;
  /** When the run says that it ran; `time` is when it was noticed. */
  readonly ran?: string;
  /** Scores as written, by metric. */
  readonly scores: Readonly<Record<string, string>>;
  /** It stands for more than one look, of which nobody knows the number: scores in a loop. */
  readonly several?: true;
}

export const LOOK_KINDS = ['run', 'notebook'] as const;
export type LookKind = (typeof LOOK_KINDS)[number];

/** Targets, splits and slices were frozen. */
export interface SealedEntry extends Head {
  readonly what: 'sealed';
  readonly on: string;
  readonly digest: string;
  /** What was frozen: the text of each field, by its dotted path. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A field that was frozen is another. */
export interface EditedEntry extends Head {
  readonly what: 'edited';
  readonly field: string;
  /** `undefined`: it was not there. */
  readonly from?: string;
  /** `undefined`: it is not there any more. */
  readonly to?: string;
}

/** One line, with its line feed. */
export function lineOf(entry: HistoryEntry): string {
  return `${JSON.stringify(entry)}\n`;
}
