import { PassThrough } from 'node:stream';
import type {
  Diagnostic,
  NotebookCell,
  ProtocolConnection,
  FileChangeType,
} from 'vscode-languageserver-protocol/node';
import {
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseNotebookDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenNotebookDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  NotebookCellKind,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import type { Files } from '../../../src/base/ports';
import type { Notifications, ProjectsMessage, Requests } from '../../../src/protocol/messages';
import { METHODS } from '../../../src/protocol/messages';
import type { ServerHost } from '../../../src/server/server';
import { startServer } from '../../../src/server/server';

export const ROOT = '/w';

/** The address of a file of the workspace. */
export const uri = (path: string): string => `file://${ROOT}/${path}`;

/** An editor at the other end of the wire: a real connection of the protocol over streams. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  /** What each document shows now. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly projects: readonly ProjectsMessage[];
  readonly reportChanges: Notifications[typeof METHODS.reportChanged][];
  request<M extends keyof Requests>(method: M, params: Requests[M]['params']): Promise<Requests[M]['result']>;
  open(path: string, text: string, languageId?: string): Promise<void>;
  change(path: string, text: string): Promise<void>;
  close(path: string): Promise<void>;
  openNotebook(path: string, cells: readonly TestCell[]): Promise<void>;
  closeNotebook(path: string, cells: readonly TestCell[]): Promise<void>;
  configure(settings: unknown): Promise<void>;
  tellChanged(...changes: readonly [path: string, type: FileChangeType][]): Promise<void>;
  /** Resolves as soon as `seen` gives something, looking again after every message of the server. */
  until<T>(seen: () => T | undefined | false): Promise<T>;
  /** Resolves once the server has handled all that was sent before. */
  settled(): Promise<void>;
  dispose(): void;
}

export interface TestCell {
  readonly uri: string;
  readonly text: string;
  readonly executionOrder?: number;
}

export async function startClient(
  files: Files,
  settings: unknown = {},
  initializationOptions: unknown = { commandLinks: true },
  host: Partial<ServerHost> = {},
): Promise<TestClient> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(up, down), {
    files: () => files,
    clock: { now: () => Date.UTC(2026, 9, 2, 12) },
    ...host,
  });
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const seen = listen(connection, () => settings);
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    initializationOptions,
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      window: { workDoneProgress: true },
    },
    workspaceFolders: [{ uri: `file://${ROOT}`, name: 'w' }],
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return { ...seen, ...actions(connection, next => (settings = next)), connection };
}

function listen(connection: ProtocolConnection, settings: () => unknown) {
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const projects: ProjectsMessage[] = [];
  const reportChanges: Notifications[typeof METHODS.reportChanged][] = [];
  const waiting = new Set<() => void>();
  const look = (): void => {
    for (const waiter of [...waiting]) waiter();
  };
  connection.onNotification(PublishDiagnosticsNotification.type, params => {
    diagnostics.set(params.uri, params.diagnostics);
    look();
  });
  connection.onNotification(METHODS.projects, (message: ProjectsMessage) => {
    projects.push(message);
    look();
  });
  connection.onNotification(METHODS.reportChanged, (message: Notifications[typeof METHODS.reportChanged]) => {
    reportChanges.push(message);
    look();
  });
  connection.onRequest('workspace/configuration', () => [settings()]);
  connection.onRequest('client/registerCapability', () => null);
  const until = <T>(find: () => T | undefined | false): Promise<T> =>
    new Promise<T>(resolve => {
      const waiter = (): void => {
        const found = find();
        if (found === undefined || found === false) return;
        waiting.delete(waiter);
        resolve(found);
      };
      waiting.add(waiter);
      waiter();
    });
  return { diagnostics, projects, reportChanges, until };
}

function actions(connection: ProtocolConnection, setSettings: (settings: unknown) => void) {
  let version = 1;
  const notify = (type: { readonly method: string }, params: object): Promise<void> =>
    connection.sendNotification(type.method, params);
  const request: TestClient['request'] = (method, params) => connection.sendRequest(method, params ?? null);
  return {
    request,
    open: (path: string, text: string, languageId = 'python') =>
      notify(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uri(path), languageId, version, text },
      }),
    change: (path: string, text: string) =>
      notify(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: uri(path), version: ++version },
        contentChanges: [{ text }],
      }),
    close: (path: string) =>
      notify(DidCloseTextDocumentNotification.type, { textDocument: { uri: uri(path) } }),
    openNotebook: (path: string, cells: readonly TestCell[]) =>
      notify(DidOpenNotebookDocumentNotification.type, {
        notebookDocument: {
          uri: uri(path),
          notebookType: 'jupyter-notebook',
          version: 1,
          cells: cells.map(toCell),
        },
        cellTextDocuments: cells.map(({ uri: cell, text }) => ({
          uri: cell,
          languageId: 'python',
          version: 1,
          text,
        })),
      }),
    closeNotebook: (path: string, cells: readonly TestCell[]) =>
      notify(DidCloseNotebookDocumentNotification.type, {
        notebookDocument: { uri: uri(path) },
        cellTextDocuments: cells.map(cell => ({ uri: cell.uri })),
      }),
    configure: (settings: unknown) => {
      setSettings(settings);
      return notify(DidChangeConfigurationNotification.type, { settings: null });
    },
    tellChanged: (...changes: readonly [string, FileChangeType][]) =>
      notify(DidChangeWatchedFilesNotification.type, {
        changes: changes.map(([path, type]) => ({ uri: uri(path), type })),
      }),
    settled: async () => {
      // Requests are answered in the order in which messages came.
      await request(METHODS.explain, { rule: '' });
    },
    dispose: () => {
      connection.dispose();
    },
  };
}

export function toCell({ uri: document, executionOrder }: TestCell): NotebookCell {
  return {
    kind: NotebookCellKind.Code,
    document,
    ...(executionOrder === undefined ? {} : { executionSummary: { executionOrder } }),
  };
}
