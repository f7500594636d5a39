import type * as vscode from 'vscode';
import type { Credential } from '../base/credential';
import type { KeptCredentials } from '../protocol/credentials';
import { readKept, toRecord } from '../protocol/credentials';
import { METHODS } from '../protocol/messages';
import { seal } from '../protocol/sealed';
import type { Server } from './client';

/** What tracking servers want to know before they answer. It is kept in the editor's store of secrets, and nowhere else. */
export interface Credentials extends vscode.Disposable {
  has(origin: string): Promise<boolean>;
  /** Keeps them for the server at an origin; without them, forgets them. */
  set(origin: string, credential: Credential | undefined): Promise<void>;
  /** Hands them to a server that has just started. */
  tell(): Promise<void>;
}

const SECRET = 'mlflowCredentials';

/** @param key of the server's process: what is handed to it cannot be read in a log of messages */
export function createCredentials(secrets: vscode.SecretStorage, server: Server, key: string): Credentials {
  const kept = async (): Promise<KeptCredentials> => readKept(parsed(await secrets.get(SECRET)));
  const tell = async (): Promise<void> => {
    server.tell(METHODS.credentials, { sealed: await seal(key, toRecord(await kept())) });
  };
  // Another window may have changed them.
  const listener = secrets.onDidChange(({ key: changed }) => {
    if (changed === SECRET) void tell();
  });
  return {
    has: async origin => (await kept()).has(origin),
    set: async (origin, credential) => {
      const all = new Map(await kept());
      if (credential) all.set(origin, credential);
      else all.delete(origin);
      await secrets.store(SECRET, JSON.stringify(toRecord(all)));
    },
    tell: async () => {
      if ((await kept()).size > 0) await tell();
    },
    dispose: () => {
      listener.dispose();
    },
  };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
