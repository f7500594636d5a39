import * as vscode from 'vscode';
import { METHODS } from '../../protocol/messages';
import type { App } from '../app';

const LAST_NAME = 'lastName';

/** The name for a tick, where one is known; else it is asked for. `project`: the manifest. */
export async function whoTicks(app: App, project: string): Promise<string | undefined> {
  return (await knownName(app, project)) ?? askName(app, project, 'Who ticks this?');
}

/** The name for a decision that is signed: always shown, so that nobody signs with another's. */
export async function whoSigns(app: App, project: string, title: string): Promise<string | undefined> {
  return askName(app, project, title);
}

/** The setting, else Git's `user.name`, else the last one given. */
async function knownName({ context, server }: App, project: string): Promise<string | undefined> {
  const setting = vscode.workspace.getConfiguration('holdout').get<string>('name', '').trim();
  if (setting) return setting;
  const { name } = await server.request(METHODS.who, { project });
  return name ?? context.globalState.get<string>(LAST_NAME);
}

/** Whom the history names for a decision that nobody signs: as for a tick, without asking. */
export async function whoActs(app: App, project: string): Promise<{ readonly who?: string }> {
  const who = await knownName(app, project);
  return who === undefined ? {} : { who };
}

async function askName(app: App, project: string, title: string): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt: 'Your name, as it will stand in the manifest',
    value: (await knownName(app, project)) ?? '',
    validateInput: text => (text.trim() === '' ? 'A decision needs a name.' : undefined),
  });
  const name = answer?.trim();
  if (name) await app.context.globalState.update(LAST_NAME, name);
  return name;
}
