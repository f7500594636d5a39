import * as vscode from 'vscode';
import type { App } from '../app';
import { projectOf } from './target';

/** Opens a project's `holdout.yaml`: that of the row, of the report in front, or of the active project. */
export async function openManifest({ projects, reports, histories }: App, argument: unknown): Promise<void> {
  const file = reports.active ?? histories.active;
  const inFront = file === undefined ? undefined : projects.find(file);
  const project = inFront ?? projectOf(projects, argument);
  if (project) await vscode.window.showTextDocument(vscode.Uri.file(project.file));
}
