import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import {
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';
import { entries } from '../../../scripts/entries';
import type { ProjectsMessage } from '../../../src/protocol/messages';
import { METHODS } from '../../../src/protocol/messages';
import { ROOT } from '../../support/sources';

let folder = '';
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'holdout-server-data-')));
  for (const name of ['server', 'data-worker']) {
    const entry = entries(ROOT).find(({ entryPoints }) => name in Object(entryPoints));
    await build({ ...entry, absWorkingDir: ROOT, bundle: true, outdir: folder, logLevel: 'error' });
  }
  mkdirSync(join(folder, 'project'));
  mkdirSync(join(folder, 'beside'));
  const own = 'id: own\ntitle: Own\nstages: [{ id: s, title: S, criteria: [{ id: c, ask: C? }] }]\n';
  writeFileSync(join(folder, 'project/own.yaml'), own);
  const rows = Array.from(
    { length: 300_000 },
    (_, row) => `${row},${row * 7919},${row % 2},some more words\n`,
  );
  writeFileSync(join(folder, 'project/train.csv'), `id,x,y,words\n${rows.join('')}`);
  writeFileSync(join(folder, 'beside/train.csv'), 'id,x,y\n1,2,0\n2,3,1\n');
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Editor {
  readonly connection: ProtocolConnection;
  /** Why the one criterion stands as it does, each time that it is told. */
  readonly reasons: string[];
  /** What is told of the reading, in the order in which it comes. */
  readonly progress: string[];
  readonly errors: string[];
  settings: unknown;
  until(seen: () => boolean): Promise<void>;
}

let server: ChildProcessWithoutNullStreams | undefined;
afterEach(() => {
  server?.kill();
});

/** An editor that shows progress, before the server in a process of its own. @param onBegin called with the token */
async function start(
  train: string,
  onBegin: (connection: ProtocolConnection, token: string | number) => void = () => undefined,
): Promise<Editor> {
  const stages = 'stages: { s: { criteria: { c: { evidence: { data: { rows: 1 } } } } } }';
  const data = `data: { splits: { train: ${train} } }`;
  const manifest = `version: 1\nname: x\nlifecycle: ./own.yaml\n${data}\n${stages}\n`;
  writeFileSync(join(folder, 'project/holdout.yaml'), manifest);
  const spawned = spawn(process.execPath, [join(folder, 'server.js'), '--stdio']);
  server = spawned;
  const connection = createProtocolConnection(
    new StreamMessageReader(spawned.stdout),
    new StreamMessageWriter(spawned.stdin),
  );
  const editor = follow(connection, onBegin);
  spawned.stderr.on('data', chunk => editor.errors.push(String(chunk)));
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: { window: { workDoneProgress: true }, workspace: { configuration: true } },
    workspaceFolders: [{ uri: pathToFileURL(join(folder, 'project')).href, name: 'project' }],
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return editor;
}

function follow(
  connection: ProtocolConnection,
  onBegin: (connection: ProtocolConnection, token: string | number) => void,
): Editor {
  const [reasons, progress, errors]: [string[], string[], string[]] = [[], [], []];
  const editor: Editor = {
    connection,
    reasons,
    progress,
    errors,
    settings: {},
    until: async seen => {
      while (!seen()) await new Promise(resolve => setTimeout(resolve, 20));
    },
  };
  connection.onNotification(METHODS.projects, ({ projects }: ProjectsMessage) => {
    reasons.push(projects[0]?.stages[0]?.criteria[0]?.reason ?? '');
  });
  connection.onRequest('workspace/configuration', () => [editor.settings]);
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
      progress.push(kind);
      if (kind === 'begin') onBegin(connection, token);
    });
  });
  return editor;
}

describe('data files, read by the server as it is shipped', () => {
  it('are read beside everything else, with progress, and the server ends when it is told', async () => {
    const { connection, reasons, progress, errors, until } = await start('train.csv');
    await until(() => reasons.some(reason => /300,?000/.test(reason)));
    expect(reasons[0]).toMatch(/still being read/);
    await until(() => progress.includes('end'));
    expect([progress[0], progress.at(-1)]).toEqual(['begin', 'end']);
    const ended = new Promise<number | null>(resolve => server?.on('exit', resolve));
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    expect(await ended).toBe(0);
    expect(errors).toEqual([]);
  }, 30_000);

  it('are not begun anew when that was cancelled, until everything is read again', async () => {
    const cancelled = new Set<unknown>();
    const editor = await start('train.csv', (connection, token) => {
      if (cancelled.size === 0)
        void connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
      cancelled.add(token);
    });
    const { connection, reasons, until } = editor;
    await until(() => reasons.at(-1)?.includes('was cancelled') === true);
    const told = reasons.length;
    const uri = pathToFileURL(join(folder, 'project/holdout.yaml')).href;
    await connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    await until(() => reasons.length > told);
    expect(reasons.at(-1)).toMatch(/was cancelled/);
    expect(cancelled.size).toBe(1);
    await connection.sendRequest(METHODS.refresh, null);
    await until(() => reasons.some(reason => /300,?000/.test(reason)));
  }, 30_000);

  it('are read beside the workspace as soon as a setting allows it', async () => {
    const editor = await start(JSON.stringify(join(folder, 'beside/train.csv')));
    await editor.until(() => editor.reasons.at(-1)?.includes('holdout.dataRoots') === true);
    editor.settings = { dataRoots: [join(folder, 'beside')] };
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await editor.until(() => /\b2 rows/.test(editor.reasons.at(-1) ?? ''));
  }, 30_000);
});
