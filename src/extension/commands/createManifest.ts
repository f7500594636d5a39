import * as vscode from 'vscode';
import { LIFECYCLES } from '../../contributes/generated/lifecycles';
import { METHODS } from '../../protocol/messages';
import type { App } from '../app';

/** Asks for the folder, the lifecycle and the name, and writes a manifest; opens the one that is there already. */
export async function createManifest({ server }: App): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const uri = vscode.Uri.joinPath(folder.uri, 'holdout.yaml');
  if (await exists(uri)) {
    await vscode.window.showTextDocument(uri);
    void vscode.window.showInformationMessage('This folder has a manifest already; here it is.');
    return;
  }
  const lifecycle = await pickLifecycle();
  const name = lifecycle && (await askName(folder.name));
  if (!lifecycle || !name) return;
  const { text } = await server.request(METHODS.newManifest, { name, lifecycle });
  await write(uri, text);
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    return vscode.window.showWorkspaceFolderPick({ placeHolder: 'Which folder holds the project?' });
  }
  if (!folders[0]) void vscode.window.showInformationMessage('Open the folder of the project first.');
  return folders[0];
}

async function pickLifecycle(): Promise<string | undefined> {
  const items = LIFECYCLES.map(({ id, title, summary }) => ({
    label: title,
    description: id,
    detail: summary,
    id,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Create Manifest (1/2)',
    placeHolder: 'Which lifecycle does the project follow?',
  });
  return picked?.id;
}

async function askName(folder: string): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: 'Create Manifest (2/2)',
    prompt: 'What is the project called?',
    value: folder,
    validateInput: text => (text.trim() === '' ? 'A project needs a name.' : undefined),
  });
  return answer?.trim();
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** As an edit, which never writes over a file that has come into being meanwhile. */
async function write(uri: vscode.Uri, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${uri.fsPath} could not be written.`);
  await vscode.window.showTextDocument(uri, { preview: false });
}
