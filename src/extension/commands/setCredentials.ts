import * as vscode from 'vscode';
import type { Credential } from '../../base/credential';
import { isPrivate, originOf } from '../../base/origin';
import type { App } from '../app';
import { isTrusted } from './trust';

/** Keeps what a tracking server wants to know before it answers, in the editor's store of secrets; or removes it. */
export async function setCredentials({ projects, credentials }: App): Promise<void> {
  if (!(await isTrusted('Tracking servers are asked in trusted workspaces only.'))) return;
  const origin = await pickOrigin(
    projects.all.flatMap(({ servers = [] }) => servers.map(({ address }) => address)),
  );
  if (origin === undefined) return;
  if (!isPrivate(origin)) {
    void vscode.window.showWarningMessage(
      `${origin} is not encrypted, so no credentials are sent to it. Name its https:// address in the manifest.`,
    );
    return;
  }
  const kind = await pickKind(await credentials.has(origin));
  if (!kind) return;
  if (kind === 'remove') return credentials.set(origin, undefined);
  const credential = await (kind === 'token' ? askToken(origin) : askPassword(origin));
  if (credential) await credentials.set(origin, credential);
}

async function pickOrigin(addresses: readonly string[]): Promise<string | undefined> {
  const origins = [...new Set(addresses.flatMap(address => originOf(address) ?? []))];
  const [only, second] = origins;
  if (only === undefined) {
    void vscode.window.showInformationMessage(
      'No manifest names a tracking server: write its address under `runs`, as `mlflow: https://…`.',
    );
    return undefined;
  }
  return second === undefined
    ? only
    : vscode.window.showQuickPick(origins, { placeHolder: 'Credentials for which tracking server?' });
}

type Kind = Credential['kind'] | 'remove';

async function pickKind(isKept: boolean): Promise<Kind | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly kept: Kind })[] = [
    { label: 'Name and Password', kept: 'password' },
    { label: 'Token', kept: 'token' },
    ...(isKept ? [{ label: 'Remove the Credentials', kept: 'remove' } as const] : []),
  ];
  const picked = await vscode.window.showQuickPick(items, { placeHolder: 'How does it know who asks?' });
  return picked?.kept;
}

async function askToken(origin: string): Promise<Credential | undefined> {
  const token = await ask(`Token for ${origin}`, true);
  return token === undefined ? undefined : { kind: 'token', token };
}

async function askPassword(origin: string): Promise<Credential | undefined> {
  const user = await ask(`Your name at ${origin}`, false);
  const password = user === undefined ? undefined : await ask(`Password of ${user} at ${origin}`, true);
  return user === undefined || password === undefined ? undefined : { kind: 'password', user, password };
}

async function ask(prompt: string, password: boolean): Promise<string | undefined> {
  return vscode.window.showInputBox({
    prompt,
    password,
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === '' ? 'It is empty.' : undefined),
  });
}
