import type { ProjectState } from '../base/project';
import type { ProjectsMessage } from '../protocol/messages';
import { folderOf, isInside } from '../project/paths';
import type { Change } from '../project/ports';
import type { Workspace } from '../project/workspace';

/**
 * Follows the saved files: gathers changes for a moment, evaluates once for all of them, and tells. Never two
 * evaluations at a time; what changes during one is for the next.
 */
export interface Tracker {
  /** The projects have been looked for. Until then there is nothing to tell: no evaluation begins. */
  begin(): void;
  /** Announces what happened to files. */
  note(changes: readonly Change[]): void;
  /** Evaluates again, with everything that was announced. */
  evaluate(): Promise<ProjectsMessage>;
  /** How a project, by its manifest, was last told to stand. */
  stateOf(manifest: string): ProjectState | undefined;
  /** The projects as they were last told; the first time, after an evaluation. */
  latest(): Promise<ProjectsMessage>;
  dispose(): void;
}

export interface TrackerEvents {
  /** Changes were taken in, and nothing is evaluated yet. */
  readonly onChanges: (changes: readonly Change[]) => Promise<void>;
  readonly onProjects: (projects: ProjectsMessage) => void;
  /** A project, by its manifest, does not stand as it did, or files in it have changed: its report may be another. */
  readonly onReportChanged: (project: string) => void;
  /** The projects were evaluated whole. What is written in answer is announced, and evaluated again. */
  readonly onStanding: (projects: ProjectsMessage['projects']) => Promise<readonly Change[]>;
  /** An evaluation failed: a bug, which must not end the server. */
  readonly onError: (error: unknown) => void;
}

function holdsAny({ file }: ProjectState, changes: readonly Change[]): boolean {
  const root = folderOf(file);
  return changes.some(({ path }) => isInside(root, path));
}

/** How long changes are gathered: a branch that is checked out comes as a burst. */
const GATHER_MS = 50;

export function createTracker(workspace: Workspace, events: TrackerEvents): Tracker {
  let pending: Change[] = [];
  let timer: NodeJS.Timeout | undefined;
  let told: ProjectsMessage | undefined;
  /** What an evaluation waits for: the beginning, then the evaluation before it; and the one that waits. */
  let begin = (): void => undefined;
  let running: Promise<unknown> = new Promise<void>(resolve => (begin = resolve));
  let waiting: Promise<ProjectsMessage> | undefined;

  const once = async (): Promise<ProjectsMessage> => {
    waiting = undefined;
    clearTimeout(timer);
    const changes = pending;
    pending = [];
    await workspace.touch(changes);
    await events.onChanges(changes);
    // The first answer must not wait for the linter; the second does.
    const { projects, skipped: unreadable } = await workspace.status({
      lint: told ? 'all' : 'known',
      // Data are read and servers asked beside everything else, and told of once they are.
      data: 'known',
      servers: 'known',
    });
    const whole = told !== undefined;
    if (!whole && projects.length > 0) note([]);
    const before = new Set(told?.projects);
    const gone = goneSince(told?.projects ?? [], projects);
    told = { projects, unreadable };
    events.onProjects(told);
    // The engine answers with the very same object as long as no answer has changed; a report also shows what no criterion asks for.
    for (const project of projects) {
      if (!before.has(project) || holdsAny(project, changes)) events.onReportChanged(project.file);
    }
    for (const { file } of gone) events.onReportChanged(file);
    const written = whole ? await events.onStanding(projects) : [];
    if (written.length > 0) note(written);
    return { projects, unreadable };
  };
  const evaluate = (): Promise<ProjectsMessage> => {
    waiting ??= running.then(once);
    running = waiting.catch(events.onError);
    return waiting;
  };
  const note = (changes: readonly Change[]): void => {
    pending.push(...changes);
    clearTimeout(timer);
    // Whoever waits for the answer sees its failure; `running` has told of it.
    timer = setTimeout(() => void evaluate().catch(() => undefined), GATHER_MS);
  };
  return {
    begin,
    evaluate,
    note,
    stateOf: manifest => told?.projects.find(({ file }) => file === manifest),
    latest: () => (told ? Promise.resolve(told) : evaluate()),
    dispose: () => {
      clearTimeout(timer);
    },
  };
}

/** Projects that are none any more: pages that show them have to say so. */
function goneSince(before: readonly ProjectState[], now: readonly ProjectState[]): readonly ProjectState[] {
  return before.filter(({ file }) => now.every(project => project.file !== file));
}
