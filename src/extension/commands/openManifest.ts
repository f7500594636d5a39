import * as vscode from 'vscode';
import type { App } from '../app';
import { projectMeant } from './target';

/** Opens a project's `holdout.yaml`: that of the row, of the page in front, or of the active project. */
export async function openManifest(app: App, argument: unknown): Promise<void> {
  const { projects, reports, histories, comparisons } = app;
  const project = projectMeant(projects, [reports.active, histories.active, comparisons.active], argument);
  if (project) await vscode.window.showTextDocument(vscode.Uri.file(project.file));
}
