import * as vscode from 'vscode';
import type { App } from '../app';
import { projectOf } from './target';

/** Opens a project's `holdout.yaml`: that of the row, of the report in front, or of the active project. */
export async function openManifest({ projects, reports }: App, argument: unknown): Promise<void> {
  const inFront = reports.active === undefined ? undefined : projects.find(reports.active);
  const project = inFront ?? projectOf(projects, argument);
  if (project) await vscode.window.showTextDocument(vscode.Uri.file(project.file));
}
