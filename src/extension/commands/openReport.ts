import * as vscode from 'vscode';
import type { App } from '../app';
import { projectOf } from './target';

/** Opens the metric report of the row's project, of the manifest in the editor, or of the active project. */
export async function openReport({ projects, reports }: App, argument: unknown): Promise<void> {
  const uri = argument instanceof vscode.Uri ? argument : undefined;
  const project = projects.find(uri?.fsPath) ?? projectOf(projects, uri ? undefined : argument);
  if (project) reports.open(project.file, project.name);
}
