import * as vscode from 'vscode';
import { WALKTHROUGH } from '../../contributes/walkthrough';
import type { App } from '../app';

/** Opens the steps from an empty folder to the first report. */
export async function openWalkthrough({ context }: App): Promise<void> {
  const id = `${context.extension.id}#${WALKTHROUGH.id}`;
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', id, false);
}
