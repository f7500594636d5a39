import * as vscode from 'vscode';

/** Is the workspace trusted? Where it is not, that is said, with the way to change it. */
export async function isTrusted(message: string): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = 'Manage Workspace Trust';
  const choice = await vscode.window.showWarningMessage(message, manage);
  if (choice === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}
