import * as vscode from 'vscode';
import { withMergeLine } from './mergeLine';

/**
 * Asks whether Git may merge the history of decisions line by line, where the folder is one of Git's and does not say so
 * yet. Writes `.gitattributes`; Git itself is not called.
 */
export async function offerMergeDriver(folder: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  const isThere = async (name: string): Promise<boolean> =>
    fs.stat(vscode.Uri.joinPath(folder, name)).then(
      () => true,
      () => false,
    );
  if (!(await isThere('.git'))) return;
  const uri = vscode.Uri.joinPath(folder, '.gitattributes');
  const before = (await isThere('.gitattributes')) ? new TextDecoder().decode(await fs.readFile(uri)) : '';
  const after = withMergeLine(before);
  if (after === undefined) return;
  const add = 'Add Line';
  const answer = await vscode.window.showInformationMessage(
    'Decisions are kept in .holdout/history.jsonl. Add a line to .gitattributes, so that those of two branches merge without a conflict?',
    add,
    'Not Now',
  );
  if (answer === add) await fs.writeFile(uri, new TextEncoder().encode(after));
}
