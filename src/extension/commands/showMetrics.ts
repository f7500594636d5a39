import * as vscode from 'vscode';
import { METHODS } from '../../protocol/messages';
import type { App } from '../app';

/** Opens the report of the project that reads runs from a file or folder, where its runs are listed. */
export async function showMetrics({ projects, reports, server }: App, argument: unknown): Promise<void> {
  if (!(argument instanceof vscode.Uri)) return;
  const { projects: readers } = await server.request(METHODS.projectsReading, { path: argument.fsPath });
  const known = readers.map(file => projects.find(file)).filter(project => project !== undefined);
  const [only, ...others] = known;
  if (!only) return offerManifest(projects.active?.file, argument);
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

/** A file that no project reads: which says so, and where to name it. */
async function offerManifest(manifest: string | undefined, uri: vscode.Uri): Promise<void> {
  const path = vscode.workspace.asRelativePath(uri);
  const open = 'Open Manifest';
  const choice = await vscode.window.showInformationMessage(
    `No project reads metrics from ${path}. Name it under runs in the manifest.`,
    ...(manifest === undefined ? [] : [open]),
  );
  if (choice === open && manifest !== undefined)
    await vscode.window.showTextDocument(vscode.Uri.file(manifest));
}
