import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProtocolConnection, PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import {
  createProtocolConnection,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { entries } from '../../../scripts/entries';
import type { LintWorkspaceResult, ProjectsMessage } from '../../../src/protocol/messages';
import { METHODS } from '../../../src/protocol/messages';
import { ROOT } from '../../support/sources';

let folder = '';
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'holdout-server-')));
  cpSync(join(ROOT, 'test/fixtures/cli/project'), join(folder, 'project'), { recursive: true });
  const entry = entries(ROOT).find(({ entryPoints }) => 'server' in Object(entryPoints));
  await build({ ...entry, absWorkingDir: ROOT, bundle: true, outdir: folder, logLevel: 'error' });
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function connect(server: ChildProcessWithoutNullStreams): ProtocolConnection {
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  return connection;
}

describe('the server as it is shipped', () => {
  it('is a process that speaks over its streams, reads from disk, and ends when it is told', async () => {
    const server = spawn(process.execPath, [join(folder, 'server.js'), '--stdio']);
    const errors: string[] = [];
    server.stderr.on('data', chunk => errors.push(String(chunk)));
    const ended = new Promise<number | null>(resolve => server.on('exit', resolve));
    const connection = connect(server);
    const shown: PublishDiagnosticsParams[] = [];
    connection.onNotification(PublishDiagnosticsNotification.type, params => shown.push(params));
    const uri = pathToFileURL(join(folder, 'project')).href;
    const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      workspaceFolders: [{ uri, name: 'project' }],
    });
    expect(capabilities).toMatchObject({ hoverProvider: true, notebookDocumentSync: {} });
    await connection.sendNotification(InitializedNotification.type, {});

    const { projects } = await connection.sendRequest<ProjectsMessage>(METHODS.getProjects, null);
    expect(projects.map(({ name }) => name)).toEqual(['Churn']);
    const result = await connection.sendRequest<LintWorkspaceResult>(METHODS.lintWorkspace, {});
    expect(result).toMatchObject({ findings: 3, skipped: [], cancelled: false });
    const found = shown.filter(({ diagnostics }) => diagnostics.length > 0).map(params => params.uri);
    expect(found.sort()).toEqual(
      ['notebooks/model.ipynb', 'src/refit.py', 'src/train.py'].map(file => `${uri}/${file}`),
    );

    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    expect(await ended).toBe(0);
    expect(errors).toEqual([]);
  });
});
