import * as vscode from 'vscode';

/** The text of a file as the editor has it, unsaved changes included; `undefined` where there is none. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  if (!(await isThere(uri))) return undefined;
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

export async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Appends to a file, or makes it, and leaves the user at its end; what is there stays. It is not saved yet. */
export async function appendText(uri: vscode.Uri, text: string): Promise<void> {
  if (!(await isThere(uri))) {
    await createText(uri, text);
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, document.lineAt(document.lineCount - 1).range.end, text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${uri.fsPath} could not be edited.`);
  await showEnd(uri);
}

/** As an edit, which never writes over a file that has come into being meanwhile. */
export async function createText(uri: vscode.Uri, text: string, overwrite = false): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${uri.fsPath} could not be written.`);
  await showEnd(uri);
}

async function showEnd(uri: vscode.Uri): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(new vscode.Range(end, end));
}
