import type { Finding } from '../base/finding';
import type { Log } from '../base/ports';
import type { HistoryEntry } from '../history/entry';
import type { Workspace } from '../project/workspace';
import type { Board } from './board';
import type { Locate } from './convert';
import type { LastOnly } from './last-only';
import type { KeptCredentials } from '../protocol/credentials';
import type { Rounds } from './rounds';
import type { Settings } from './settings';
import type { Documents } from './sync/documents';
import type { Tracker } from './tracker';

/** What requests work on: the life of one connection. */
export interface Session {
  /** Absolute folders of the workspace. */
  readonly roots: string[];
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly board: Board;
  /** The open files whose findings are still to come, by the engine's name for each. */
  readonly diagnosing: LastOnly;
  readonly tracker: Tracker;
  readonly reading: Rounds;
  /** Compares the predictions of runs. */
  readonly pairing: Rounds;
  readonly asking: Rounds;
  readonly locate: Locate;
  readonly log: Log;
  /** What each open file shows, by file, unsaved text included. */
  readonly findings: Map<string, readonly Finding[]>;
  /** Somebody asked for the whole workspace: closed files show their findings from then on. */
  showsClosed: boolean;
  settings: Settings;
  /** What the user keeps for tracking servers, by origin. */
  credentials: KeptCredentials;
  /** Decisions that the editor has yet to write into a manifest, by the id of their entry. */
  readonly unrecorded: Map<string, HistoryEntry>;
  /** Why histories could not be written, as far as it was logged. */
  readonly unwritable: Set<string>;
  /** The user trusts the workspace: what is decided may be noted on disk, and Git be asked. */
  trusted: boolean;
  /** The editor asks for code lenses again when it is told to. */
  lensRefresh: boolean;
  /** Links in Markdown may run commands of the extension. */
  commandLinks: boolean;
}
