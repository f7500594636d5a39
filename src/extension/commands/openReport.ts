import * as vscode from 'vscode';
import type { App } from '../app';
import { projectOf } from './target';

/** Opens the metric report, at the part that is meant, of the row's project, of the manifest in the editor, or of the active project. */
export async function openReport({ projects, reports }: App, argument: unknown): Promise<void> {
  const uri = argument instanceof vscode.Uri ? argument : undefined;
  const project = projects.find(uri?.fsPath) ?? projectOf(projects, uri ? undefined : argument);
  if (project) reports.open(project.file, project.name, partOf(argument));
}

/** The part of the report that a code lens or a criterion's row means. */
function partOf(argument: unknown): string | undefined {
  const { metric, target } = Object(argument) as { metric?: unknown; target?: { report?: unknown } };
  if (typeof metric === 'string') return `metric/${metric}`;
  return typeof target?.report === 'string' ? target.report : undefined;
}
