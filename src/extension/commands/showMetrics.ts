import { basename } from 'node:path';
import * as vscode from 'vscode';
import { METHODS } from '../../protocol/messages';
import type { App } from '../app';

/**
 * Opens the report of the project that reads runs from a file or folder, where its runs are listed; of one that no project reads, a
 * report of just its runs.
 */
export async function showMetrics(
  { projects, reports, fileReports, server }: App,
  argument: unknown,
): Promise<void> {
  if (!(argument instanceof vscode.Uri)) return;
  const { projects: readers } = await server.request(METHODS.projectsReading, { path: argument.fsPath });
  const known = readers.map(file => projects.find(file)).filter(project => project !== undefined);
  const [only, ...others] = known;
  if (!only) return fileReports.open(argument.fsPath, basename(argument.fsPath));
  const project =
    others.length === 0
      ? only
      : await vscode.window
          .showQuickPick(
            known.map(one => ({
              label: one.name,
              description: vscode.workspace.asRelativePath(one.file),
              one,
            })),
            { placeHolder: 'Several projects read it: whose report?' },
          )
          .then(picked => picked?.one);
  if (project) reports.open(project.file, project.name, 'provenance');
}
