import type { ProjectState } from '../base/project';
import type { Result } from '../base/result';
import type { HistoryEntry } from '../history/entry';
import type { HistoryView } from '../reports/history-view';
import type { Acted, PersonalDecision } from './act';
import type { Engine } from './engine';
import type { Noticed } from './notice';
import { folderOf } from './paths';

export type { HistoryRow, HistoryView } from '../reports/history-view';

/** The part of the engine's door by which people decide, and by which what was decided is remembered. */
export interface Decisions {
  /** The edits that write a decision into a manifest: into `unsaved`, or what is on disk. */
  act(manifest: string, decision: PersonalDecision, unsaved?: string): Promise<Result<Acted, string>>;
  /**
   * Notes in the histories what the projects show and is not in there yet: looks at the test set, stages that fail again.
   * Gives the logs that were written, and why others were not.
   */
  notice(projects: readonly ProjectState[]): Promise<Noticed>;
  /** Adds entries to a project's history. */
  record(manifest: string, entries: readonly HistoryEntry[]): Promise<Result<void, string>>;
  /** The user's name as Git has it, as far as it may be asked. */
  userName(manifest: string): Promise<string | undefined>;
  /** The timeline of a project, and its test-set ledger. */
  history(manifest: string): Promise<HistoryView | undefined>;
}

export function decisionsOn(engine: Engine): Decisions {
  return {
    act: async (manifest, decision, unsaved) =>
      (await import('./act')).act(engine, manifest, decision, unsaved),
    record: async (manifest, entries) => (await import('./act')).record(engine, manifest, entries),
    notice: async projects => (await import('./notice')).notice(engine, projects),
    userName: async manifest => engine.ports.trail?.userName(folderOf(manifest)),
    history: async manifest => (await import('./report')).history(engine, manifest),
  };
}
