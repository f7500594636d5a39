import * as vscode from 'vscode';
import { originOf } from '../../base/origin';
import type { ProjectState } from '../../base/project';
import type { App } from '../app';
import { projectOf } from './target';
import { isTrusted } from './trust';

const SETTING = 'allowedHosts';

/**
 * Lets a server that the manifest names be asked. The answer is kept in the user's own settings: a workspace can neither give it
 * nor take it.
 */
export async function allowHost({ projects }: App, argument: unknown): Promise<void> {
  const project = projectOf(projects, argument);
  if (!project || !(await isTrusted('Tracking servers are asked in trusted workspaces only.'))) return;
  const address = await pickAddress(project);
  const origin = address === undefined ? undefined : originOf(address);
  if (address === undefined || origin === undefined || !(await isAgreed(project, address, origin))) return;
  const settings = vscode.workspace.getConfiguration('holdout');
  const before = settings.get<readonly string[]>(SETTING, []);
  await settings.update(SETTING, [...new Set([...before, origin])], vscode.ConfigurationTarget.Global);
}

async function pickAddress({ name, servers = [] }: ProjectState): Promise<string | undefined> {
  const waiting = servers.filter(({ notAllowed }) => notAllowed).map(({ address }) => address);
  const [only, second] = waiting;
  if (only === undefined) {
    void vscode.window.showInformationMessage(`No tracking server of ${name} waits to be allowed.`);
    return undefined;
  }
  return second === undefined
    ? only
    : vscode.window.showQuickPick(waiting, { placeHolder: 'Which tracking server may be asked?' });
}

async function isAgreed({ name }: ProjectState, address: string, origin: string): Promise<boolean> {
  const allow = 'Allow';
  const detail = [
    `The manifest of ${name} names ${address}.`,
    'Holdout will ask it for runs and registered models, and send it the credentials that you set for it, or those of MLflow in your environment. Any manifest may then name this host.',
  ].join('\n\n');
  return (
    (await vscode.window.showWarningMessage(`May Holdout ask ${origin}?`, { modal: true, detail }, allow)) ===
    allow
  );
}
