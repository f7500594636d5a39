import * as vscode from 'vscode';
import { isWebAddress } from '../base/origin';
import type { Place, Range } from '../base/place';

/** Our ranges and VS Code's count alike. */
export function editorRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.column, end.line, end.column);
}

/** Shows a place: a range of a text, a cell of a notebook, a folder in the Explorer, or a page of a server in the browser. Says so when it is not there. */
export async function openPlace({ file, cell, range }: Place): Promise<void> {
  if (isWebAddress(file)) {
    await vscode.env.openExternal(vscode.Uri.parse(file, true));
    return;
  }
  const uri = vscode.Uri.file(file);
  const kind = await kindOf(uri);
  if (kind === undefined) {
    void vscode.window.showWarningMessage(`There is no ${vscode.workspace.asRelativePath(uri)} (any more).`);
  } else if (kind & vscode.FileType.Directory) {
    await vscode.commands.executeCommand('revealInExplorer', uri);
  } else if (file.endsWith('.ipynb')) {
    await openCell(uri, cell, editorRange(range));
  } else {
    await vscode.commands.executeCommand('vscode.open', uri, { selection: editorRange(range) });
  }
}

async function kindOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => undefined,
  );
}

/** Opens a notebook at a cell; a cell's text is a document of its own, which can be asked to show a range. */
async function openCell(uri: vscode.Uri, cell: number | undefined, range: vscode.Range): Promise<void> {
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  if (cell === undefined || cell >= notebook.cellCount) {
    await vscode.window.showNotebookDocument(notebook);
    return;
  }
  const selections = [new vscode.NotebookRange(cell, cell + 1)];
  const editor = await vscode.window.showNotebookDocument(notebook, { selections });
  editor.revealRange(new vscode.NotebookRange(cell, cell + 1), vscode.NotebookEditorRevealType.InCenter);
  await vscode.window.showTextDocument(notebook.cellAt(cell).document, { selection: range });
}
