import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';

/** A file of the fixture. */
export function fileUri(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(fileUri(path));
}

/** As a user does: a notebook that is asked for as a document stays open for minutes after its editor has gone. */
export async function openNotebook(path: string): Promise<vscode.NotebookDocument> {
  // Not awaited: when it opens again what was just closed, the command answers half a minute after the editor is there.
  void vscode.commands.executeCommand('vscode.open', fileUri(path));
  return until(`${path} to be shown`, vscode.window.onDidChangeActiveNotebookEditor, () => {
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    return notebook?.uri.path === fileUri(path).path && notebook;
  });
}

/** What is on disk, not what an editor holds. */
export async function textOnDisk(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(path)));
}

/** Writes as another program does. */
export async function writeToDisk(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
}

/** Leaves the editors as the next test wants them: none open, nothing unsaved. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  // An editor is gone before its document: until then the server has to take the notebook for open.
  await until('notebooks to be closed', vscode.workspace.onDidCloseNotebookDocument, () => {
    return vscode.workspace.notebookDocuments.length === 0;
  });
}

/** Replaces a document's only occurrence of a text. */
export async function replace(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const at = document.getText().indexOf(before);
  assert.notEqual(at, -1, `${before} is not in ${document.uri.path}`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + before.length));
  edit.replace(document.uri, range, after);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
