import * as vscode from 'vscode';
import type { Action, ActResult } from '../protocol/messages';
import { METHODS } from '../protocol/messages';
import type { Server } from './client';
import { editorRange } from './places';

/**
 * Carries out an action on a manifest: the server says which edits it takes, they are applied to the document — with
 * whatever is unsaved in it — and saved. Says why when it cannot be done. True when it was.
 */
export async function act(server: Server, action: Action): Promise<boolean> {
  const failure = await attempt(server, action);
  if (failure === undefined) return true;
  void vscode.window.showErrorMessage(failure);
  return false;
}

async function attempt(server: Server, action: Action): Promise<string | undefined> {
  const uri = vscode.Uri.file(action.project);
  const name = vscode.workspace.asRelativePath(uri);
  try {
    // Opening it makes the server work on the very text that the edits will be applied to.
    const document = await vscode.workspace.openTextDocument(uri);
    const { version } = document;
    const result = await server.request(METHODS.act, action);
    if (!result.ok) return result.message;
    if (document.version !== version) return `${name} changed meanwhile; nothing was written. Try again.`;
    if (!(await vscode.workspace.applyEdit(workspaceEdit(result)))) return `${name} could not be edited.`;
    if (!(await document.save())) return `${name} was edited but could not be saved.`;
    await record(server, action.project, result.entry);
    return undefined;
  } catch (error) {
    return `${name} was not changed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The decision stands by now: where the history cannot be written, that is said and nothing is taken back. */
async function record(server: Server, project: string, entry: string | undefined): Promise<void> {
  if (entry === undefined || !vscode.workspace.isTrusted) return;
  const { message } = await server.request(METHODS.record, { project, entry });
  if (message === undefined) return;
  void vscode.window.showWarningMessage(
    `The decision is in the manifest, and not in the history. ${message}`,
  );
}

function workspaceEdit({ file, edits }: Extract<ActResult, { ok: true }>): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const uri = vscode.Uri.file(file);
  for (const { range, newText } of edits) edit.replace(uri, editorRange(range), newText);
  return edit;
}
