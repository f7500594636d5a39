import * as vscode from 'vscode';
import type { App } from '../app';
import { fraction } from '../tree/words';

/** Asks which project the status bar, the next step and the report are about. */
export async function pickProject({ projects }: App): Promise<void> {
  const { active } = projects;
  const items = projects.all.map(project => ({
    label: project.name,
    description: `${fraction(project.progress)}${project === active ? ' · picked' : ''}`,
    detail: vscode.workspace.asRelativePath(project.file),
    project,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: 'Which project do you work on?',
    matchOnDetail: true,
  });
  if (picked) await projects.pick(picked.project);
}
