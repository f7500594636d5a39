import * as vscode from 'vscode';
import { METHODS } from '../../protocol/messages';
import type { App } from '../app';
import { createText, textOf } from '../documents';
import { projectMeant } from './target';

/**
 * Writes the model card of a project, or writes again what Holdout wrote in the one that there is. It is an edit that can be
 * undone, and that the user saves.
 */
export async function createModelCard({ projects, reports, server }: App, argument: unknown): Promise<void> {
  const project = projectMeant(projects, [reports.active], argument);
  if (!project) return;
  const ask = (before?: string) =>
    server.request(METHODS.exportReport, {
      project: project.file,
      format: 'card',
      ...(before !== undefined && { before }),
    });
  const first = await ask();
  if (!first.ok) throw new Error(first.message);
  const uri = vscode.Uri.file(first.path);
  const before = await textOf(uri);
  if (before === undefined) return createText(uri, first.text);
  const renewed = await ask(before);
  if (!renewed.ok) throw new Error(renewed.message);
  await replaceText(uri, renewed.text);
}

async function replaceText(uri: vscode.Uri, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText() !== text) {
    const end = document.lineAt(document.lineCount - 1).range.end;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), end), text);
    if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${uri.fsPath} could not be edited.`);
  }
  await vscode.window.showTextDocument(document, { preview: false });
}
