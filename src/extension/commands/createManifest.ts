import * as vscode from 'vscode';
import { LIFECYCLES } from '../../contributes/generated/lifecycles';
import { METHODS } from '../../protocol/messages';
import type { ProposeResult } from '../../protocol/messages';
import type { App } from '../app';
import { count } from '../tree/words';
import { offerMergeDriver } from './mergeDriver';

/**
 * Asks for the folder and the lifecycle, and shows a manifest with what was found in the folder: an unsaved document,
 * which becomes the file when it is saved. Opens the manifest that is there already.
 */
export async function createManifest(app: App): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const uri = vscode.Uri.joinPath(folder.uri, 'holdout.yaml');
  if (await exists(uri)) {
    await vscode.window.showTextDocument(uri);
    void vscode.window.showInformationMessage('This folder has a manifest already; here it is.');
    return;
  }
  const lifecycle = await pickLifecycle();
  if (lifecycle === undefined) return;
  const proposed = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: 'Looking at the folder' },
    () => app.server.request(METHODS.propose, { folder: folder.uri.fsPath, lifecycle }),
  );
  const document = await preview(uri, proposed.text);
  if (!document) return;
  followWriting(app, uri);
  await askToSave(document, uri, proposed);
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
    title: 'Create Manifest',
    placeHolder: 'Which lifecycle does the project follow?',
  });
  return picked?.id;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** An unsaved document that knows where it belongs; a preview from before keeps what was written into it. */
async function preview(uri: vscode.Uri, text: string): Promise<vscode.TextDocument | undefined> {
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  if (document.getText() === '') {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), text);
    if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The preview could not be shown.');
  }
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

async function askToSave(
  document: vscode.TextDocument,
  uri: vscode.Uri,
  { found }: ProposeResult,
): Promise<void> {
  const what =
    found === 0
      ? 'Nothing was found that a manifest could name'
      : `${count(found, 'value was', 'values were')} found in the folder`;
  const save = 'Save Manifest';
  const answer = await vscode.window.showInformationMessage(
    `${what}. Look it over; saved, it becomes ${vscode.workspace.asRelativePath(uri)}.`,
    save,
  );
  if (answer !== save) return;
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.save');
}

/** Manifests that are waited for: who asks for a preview twice is asked once. */
const awaited = new Set<string>();

/** As soon as the manifest is followed as a project, it was written. */
function followWriting({ projects, context }: App, uri: vscode.Uri): void {
  if (awaited.has(uri.fsPath)) return;
  awaited.add(uri.fsPath);
  const listener = projects.onDidChange(() => {
    if (!projects.find(uri.fsPath)) return;
    listener.dispose();
    awaited.delete(uri.fsPath);
    void offerMergeDriver(vscode.Uri.joinPath(uri, '..'));
  });
  context.subscriptions.push(listener);
}
