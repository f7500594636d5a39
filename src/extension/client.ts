import * as vscode from 'vscode';
import type { LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';
import {
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  WorkDoneProgress,
} from 'vscode-languageclient/node';
import { CATEGORY, commandName } from '../contributes/commands';
import type { Notifications, Requests } from '../protocol/messages';
import { KEY_VARIABLE } from '../protocol/sealed';
import { stampedLines } from './log';

/** The language server, as the rest of the extension speaks to it. */
export interface Server extends vscode.Disposable {
  /** Starts it, also again after it failed. Resolves once it runs; says why in the log when it does not. */
  start(): Promise<void>;
  request<M extends keyof Requests>(
    method: M,
    params: Requests[M]['params'],
    token?: vscode.CancellationToken,
  ): Promise<Requests[M]['result']>;
  /** Sends a notification; dropped while the server does not run. */
  tell(method: string, params: unknown): void;
  on<M extends keyof Notifications>(
    method: M,
    handler: (params: Notifications[M]) => void,
  ): vscode.Disposable;
  /** Follows the progress that the server reports under a token. */
  onProgress(
    token: string,
    report: (message: string | undefined, percentage: number | undefined) => void,
  ): vscode.Disposable;
  readonly onDidChangeState: vscode.Event<'starting' | 'running' | 'stopped'>;
}

/**
 * A server that has a process of its own and is not started yet.
 *
 * @param key with which secrets are sealed for it
 */
export function createServer(extension: vscode.Uri, log: vscode.LogOutputChannel, key: string): Server {
  const client = new LanguageClient('holdout', CATEGORY, serverOptions(extension, key), clientOptions(log));
  const states = new vscode.EventEmitter<'starting' | 'running' | 'stopped'>();
  client.onDidChangeState(({ newState }) => {
    states.fire(STATE_NAMES[newState]);
  });
  const start = async (): Promise<void> => {
    if (client.isRunning()) return;
    await client.start().catch((error: unknown) => {
      log.error(`The server did not start: ${String(error)}`);
      states.fire('stopped');
    });
  };
  const notifications = new Map<keyof Notifications, vscode.EventEmitter<unknown>>();
  /** The client keeps one handler for each notification; several parts of the extension may listen. */
  const heard = (method: keyof Notifications): vscode.Event<unknown> => {
    const known = notifications.get(method);
    if (known) return known.event;
    const emitter = new vscode.EventEmitter<unknown>();
    notifications.set(method, emitter);
    client.onNotification(method, params => {
      emitter.fire(params);
    });
    return emitter.event;
  };
  return {
    start,
    request: async (method, params, token) => {
      await start();
      return client.sendRequest(method, params ?? null, token);
    },
    tell: (method, params) => {
      if (client.isRunning()) void client.sendNotification(method, params);
    },
    on: (method, handler) =>
      heard(method)(params => {
        handler(params as Notifications[typeof method]);
      }),
    onProgress: (token, report) =>
      client.onProgress(WorkDoneProgress.type, token, value => {
        if (value.kind !== 'end') report(value.message, value.percentage);
      }),
    onDidChangeState: states.event,
    dispose: () => {
      for (const emitter of [states, ...notifications.values()]) emitter.dispose();
      // Stopping fails only where nothing runs.
      void client.dispose().catch(() => undefined);
    },
  };
}

const STATE_NAMES = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
} as const;

function serverOptions(extension: vscode.Uri, key: string): ServerOptions {
  const module = vscode.Uri.joinPath(extension, 'dist', 'server.js').fsPath;
  const options = { env: { [KEY_VARIABLE]: key } };
  const run = { module, transport: TransportKind.ipc, options };
  return { run, debug: { ...run, options: { ...options, execArgv: ['--nolazy', '--inspect=6009'] } } };
}

/** Documents that the server reads from the editor while they are open; notebooks are its own to ask for. */
function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  const channel = stampedLines(log);
  return {
    documentSelector: [
      { scheme: 'file', language: 'python' },
      { scheme: 'untitled', language: 'python' },
      // A lifecycle of one's own may have any name.
      { scheme: 'file', pattern: '**/*.{yaml,yml}' },
      { scheme: 'vscode-notebook-cell', language: 'python' },
      // Model cards, whose numbers are held against their sources.
      { scheme: 'file', language: 'markdown' },
    ],
    // A function, so that a server which starts again hears how it is then.
    initializationOptions: () => ({ commandLinks: true, trusted: vscode.workspace.isTrusted }),
    synchronize: { configurationSection: 'holdout' },
    outputChannel: channel,
    traceOutputChannel: channel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: { enabledCommands: [commandName('explainRule')] } },
  };
}
