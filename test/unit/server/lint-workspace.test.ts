import { afterEach, describe, expect, it } from 'vitest';
import { FileChangeType, WorkDoneProgress } from 'vscode-languageserver-protocol/node';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { METHODS } from '../../../src/protocol/messages';
import type { LintWorkspaceResult } from '../../../src/protocol/messages';
import { memoryFiles } from '../project/memory-files';
import type { TestClient } from './client';
import { startClient, uri } from './client';
import { LEAK, NO_LEAK } from './code';

let client: TestClient;
afterEach(() => {
  client.dispose();
});

describe('linting the workspace', () => {
  it('shows what closed files hold, says what it skipped, and reports its progress', async () => {
    client = await startClient(
      memoryFiles({ '/w/a.py': LEAK, '/w/b.py': NO_LEAK, '/w/c.ipynb': 'not JSON', '/w/.venv/d.py': LEAK }),
    );
    const percentages: number[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'token', value => {
      if (value.kind === 'report') percentages.push(value.percentage ?? -1);
    });
    const result = await client.request(METHODS.lintWorkspace, { workDoneToken: 'token' });
    expect(result).toMatchObject({ files: 2, findings: 1, cancelled: false });
    expect(result.skipped.map(({ file }) => file)).toEqual(['/w/c.ipynb']);
    expect(client.diagnostics.get(uri('a.py'))).toHaveLength(1);
    expect(percentages.at(-1)).toBe(100);
  });

  it('keeps what it shows of closed files true', async () => {
    const files = memoryFiles({ '/w/a.py': LEAK });
    client = await startClient(files);
    await client.request(METHODS.lintWorkspace, {});
    files.write('/w/a.py', NO_LEAK);
    files.write('/w/new.py', LEAK);
    await client.tellChanged(['a.py', FileChangeType.Changed], ['new.py', FileChangeType.Created]);
    await client.until(() => client.diagnostics.get(uri('new.py'))?.length === 1);
    expect(client.diagnostics.get(uri('a.py'))).toEqual([]);
  });

  it('does not show closed files before it was asked to', async () => {
    const files = memoryFiles({ '/w/a.py': LEAK });
    client = await startClient(files);
    await client.tellChanged(['a.py', FileChangeType.Changed]);
    await client.request(METHODS.refresh, undefined);
    expect(client.diagnostics.get(uri('a.py')) ?? []).toEqual([]);
  });

  it('lets a keystroke go first, and stops when it is cancelled', async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`/w/m${i}.py`, LEAK]));
    client = await startClient(memoryFiles(many));
    await client.open('open.py', NO_LEAK);
    await client.settled();
    const source = new CancellationTokenSource();
    let isDone = false;
    const linting = client.connection
      .sendRequest<LintWorkspaceResult>(METHODS.lintWorkspace, {}, source.token)
      .finally(() => (isDone = true));
    await client.change('open.py', LEAK);
    await client.until(() => client.diagnostics.get(uri('open.py'))?.length === 1);
    expect(isDone).toBe(false);
    source.cancel();
    const result = await linting;
    expect(result.cancelled).toBe(true);
    expect(result.files).toBeLessThan(400);
  });
});
