import * as vscode from 'vscode';
import { isThere } from '../documents';
import { withMergeLine } from './mergeLine';

/**
 * Asks whether Git may merge the history of decisions line by line, where the folder is one of Git's and does not say so
 * yet. Writes `.gitattributes`; Git itself is not called. Says why when it cannot be done.
 */
export async function offerMergeDriver(folder: vscode.Uri): Promise<void> {
  try {
    await offer(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`.gitattributes was not changed: ${reason}`);
  }
}

async function offer(folder: vscode.Uri): Promise<void> {
  if (!(await isThere(vscode.Uri.joinPath(folder, '.git')))) return;
  const uri = vscode.Uri.joinPath(folder, '.gitattributes');
  if (withMergeLine(await textIn(uri)) === undefined) return;
  const add = 'Add Line';
  const answer = await vscode.window.showInformationMessage(
    'Decisions are kept in .holdout/history.jsonl. Add a line to .gitattributes, so that those of two branches merge without a conflict?',
    add,
    'Not Now',
  );
  if (answer !== add) return;
  // The question may have stood for long: what was written meanwhile stays.
  const after = withMergeLine(await textIn(uri));
  if (after !== undefined) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(after));
}

/** As it is, or not at all: what would be lost on the way is not written back. */
async function textIn(uri: vscode.Uri): Promise<string> {
  if (!(await isThere(uri))) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return decoder.decode(await vscode.workspace.fs.readFile(uri));
}
