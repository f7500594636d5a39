import * as vscode from 'vscode';
import type { ProjectState } from '../base/project';
import type { ProjectsMessage } from '../protocol/messages';
import { CONTEXTS } from '../contributes/views';

/** `loading` until the server has answered once; `failed` when it cannot run. */
export type Phase = 'loading' | 'ready' | 'failed';

const ACTIVE_KEY = 'activeProject';

/** What the server said last, and which project the user works on. Everything that is drawn follows `onDidChange`. */
export class Projects implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private message: ProjectsMessage = { projects: [], unreadable: [] };
  private currentPhase: Phase = 'loading';

  constructor(private readonly memory: vscode.Memento) {
    this.tellContexts();
  }

  get all(): readonly ProjectState[] {
    return this.message.projects;
  }

  /** All there is to draw: the projects, and the manifests that could not be read. */
  get shown(): ProjectsMessage {
    return this.message;
  }

  get phase(): Phase {
    return this.currentPhase;
  }

  /** The picked project, else the first. */
  get active(): ProjectState | undefined {
    return this.find(this.memory.get<string>(ACTIVE_KEY)) ?? this.all[0];
  }

  /** The project of a manifest. */
  find(file: string | undefined): ProjectState | undefined {
    return this.all.find(project => project.file === file);
  }

  async pick(project: ProjectState): Promise<void> {
    await this.memory.update(ACTIVE_KEY, project.file);
    this.changed.fire();
  }

  show(message: ProjectsMessage): void {
    this.message = message;
    this.enter('ready');
  }

  /** What was shown stays: it is the last that is known. */
  enter(phase: Phase): void {
    this.currentPhase = phase;
    this.tellContexts();
    this.changed.fire();
  }

  /** The manifest of the active project, as soon as that is known. */
  async activeFile(): Promise<string | undefined> {
    await this.settled();
    return this.active?.file;
  }

  /** Resolves as soon as the server has answered or failed. */
  async settled(): Promise<void> {
    if (this.currentPhase !== 'loading') return;
    await new Promise<void>(resolve => {
      const listener = this.onDidChange(() => {
        if (this.currentPhase === 'loading') return;
        listener.dispose();
        resolve();
      });
    });
  }

  dispose(): void {
    this.changed.dispose();
  }

  private tellContexts(): void {
    setContext(CONTEXTS.state, this.currentPhase);
    setContext(CONTEXTS.hasProject, this.all.length > 0);
    setContext(CONTEXTS.projectCount, this.all.length);
  }
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
