import * as vscode from 'vscode';
import type { App } from '../app';

const LAST_NAME = 'lastName';

/** The name for a tick: the setting, else the last one given; asks only where there is neither. */
export async function whoTicks(app: App): Promise<string | undefined> {
  return knownName(app) ?? askName(app, 'Who ticks this?');
}

/** The name for a decision that is signed: always shown, so that nobody signs with another's. */
export async function whoSigns(app: App, title: string): Promise<string | undefined> {
  return askName(app, title);
}

function knownName({ context }: App): string | undefined {
  const setting = vscode.workspace.getConfiguration('holdout').get<string>('name', '').trim();
  return setting || context.globalState.get<string>(LAST_NAME);
}

async function askName(app: App, title: string): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt: 'Your name, as it will stand in the manifest',
    value: knownName(app) ?? '',
    validateInput: text => (text.trim() === '' ? 'A decision needs a name.' : undefined),
  });
  const name = answer?.trim();
  if (name) await app.context.globalState.update(LAST_NAME, name);
  return name;
}
