import * as vscode from 'vscode';
import { COLORS, ROW_SCHEME } from '../../contributes/colors';
import type { Decoration } from './node';
import { decodeDecoration, encodeDecoration } from './decoration';

/**
 * Colours and counts beside rows, the way the Explorer has them for files. A row's address says all there is to draw, so
 * that nothing has to be announced: another decoration is another address.
 */
export function registerDecorations(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: uri => {
      if (uri.scheme !== ROW_SCHEME) return undefined;
      const decoration = decodeDecoration(uri.query);
      if (!decoration) return undefined;
      const color = new vscode.ThemeColor(COLORS[decoration.kind].id);
      return new vscode.FileDecoration(decoration.badge, decoration.words, color);
    },
  });
}

/** The address of a row that is decorated. An id begins as a path does, and an address must not begin with two slashes. */
export function rowUri(id: string, decoration: Decoration): vscode.Uri {
  return vscode.Uri.from({ scheme: ROW_SCHEME, path: `/row/${id}`, query: encodeDecoration(decoration) });
}
