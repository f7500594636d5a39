import * as vscode from 'vscode';
import type { ProjectState } from '../base/project';
import { CONTEXTS } from '../contributes/views';

/** `loading` until the server has answered once; `failed` when it cannot run. */
export type Phase = 'loading' | 'ready' | 'failed';

const ACTIVE_KEY = 'activeProject';

/** What the server said last, and which project the user works on. Everything that is drawn follows `onDidChange`. */
export class Projects implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private current: readonly ProjectState[] = [];
  private currentPhase: Phase = 'loading';

  constructor(private readonly memory: vscode.Memento) {
    this.tellContexts();
  }

  get all(): readonly ProjectState[] {
    return this.current;
  }

  get phase(): Phase {
    return this.currentPhase;
  }

  /** The picked project, else the first. */
  get active(): ProjectState | undefined {
    return this.find(this.memory.get<string>(ACTIVE_KEY)) ?? this.current[0];
  }

  /** The project of a manifest. */
  find(file: string | undefined): ProjectState | undefined {
    return this.current.find(project => project.file === file);
  }

  async pick(project: ProjectState): Promise<void> {
    await this.memory.update(ACTIVE_KEY, project.file);
    this.changed.fire();
  }

  show(projects: readonly ProjectState[]): void {
    this.current = projects;
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
    setContext(CONTEXTS.hasProject, this.current.length > 0);
    setContext(CONTEXTS.projectCount, this.current.length);
  }
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
