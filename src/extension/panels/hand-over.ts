import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { Picture } from '../../protocol/webview';

const KINDS: Readonly<Record<Picture['format'], string>> = { svg: 'SVG picture', png: 'PNG picture' };

/** Asks where to save a picture, and writes it. Gives what came of it, a sentence; nothing where the user thought better of it. */
export async function savePicture(project: string, picture: Picture): Promise<string | undefined> {
  const { name, format, data } = picture;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(dirname(project)), `${name}.${format}`),
    filters: { [KINDS[format]]: [format] },
    saveLabel: 'Save Picture',
  });
  if (!target) return undefined;
  const bytes = Buffer.from(data, format === 'png' ? 'base64' : 'utf8');
  const path = vscode.workspace.asRelativePath(target);
  return vscode.workspace.fs.writeFile(target, bytes).then(
    () => `Saved as ${path}.`,
    (error: unknown) =>
      `${path} could not be written: ${error instanceof Error ? error.message : String(error)}`,
  );
}

/** Puts a text on the clipboard, and says so. */
export async function copyText(text: string): Promise<string> {
  await vscode.env.clipboard.writeText(text);
  return 'The table is on the clipboard.';
}
