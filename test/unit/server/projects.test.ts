import { afterEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import type { ProjectState } from '../../../src/base/project';
import { METHODS } from '../../../src/protocol/messages';
import type { MemoryFiles } from '../project/memory-files';
import { memoryFiles } from '../project/memory-files';
import type { TestClient } from './client';
import { startClient, uri } from './client';
import { LEAK } from './code';

let client: TestClient;
afterEach(() => {
  client.dispose();
});

const MANIFEST = 'version: 1\nname: Churn\nlifecycle: nine-stage\n';
const DECIDED = `${MANIFEST}problem:\n  decision: Whom to call\n`;
const FILE = '/w/holdout.yaml';

async function startProject(content: Readonly<Record<string, string>> = {}): Promise<MemoryFiles> {
  const files = memoryFiles({ [FILE]: MANIFEST, ...content });
  client = await startClient(files);
  await client.until(() => client.projects.length > 0);
  return files;
}

const latest = (): ProjectState | undefined => client.projects.at(-1)?.projects[0];

describe('projects', () => {
  it('are told without being asked for, and given when asked', async () => {
    await startProject();
    expect(latest()).toMatchObject({ name: 'Churn', file: FILE, lifecycle: 'nine-stage' });
    expect((await client.request(METHODS.getProjects, undefined)).projects).toHaveLength(1);
  });

  it('are given truly, however early they are asked for', async () => {
    client = await startClient(memoryFiles({ [FILE]: MANIFEST }));
    expect((await client.request(METHODS.getProjects, undefined)).projects).toHaveLength(1);
    expect(client.projects.every(({ projects }) => projects.length === 1)).toBe(true);
  });

  it('are none where there is no manifest, and the client is told so', async () => {
    client = await startClient(memoryFiles({ '/w/a.py': LEAK }));
    await client.until(() => client.projects.length > 0);
    expect(client.projects).toEqual([{ projects: [], unreadable: [] }]);
  });

  it('leave a manifest out that cannot be read, and the client is told why', async () => {
    client = await startClient(memoryFiles({ '/w/holdout.yaml': new Uint8Array([0, 1]) }));
    await client.until(() => client.projects.length > 0);
    const unreadable = [{ file: '/w/holdout.yaml', reason: 'it is binary, not text' }];
    expect(client.projects).toEqual([{ projects: [], unreadable }]);
  });

  it('follow the files as they are saved, and not as they are typed', async () => {
    const files = await startProject();
    const before = latest()?.progress.met ?? 0;
    await client.open('holdout.yaml', DECIDED, 'yaml');
    await client.settled();
    expect((await client.request(METHODS.refresh, undefined)).projects[0]?.progress.met).toBe(before);
    files.write(FILE, DECIDED);
    await client.tellChanged(['holdout.yaml', FileChangeType.Changed]);
    await client.until(() => (latest()?.progress.met ?? 0) > before);
  });

  it('come and go with their manifests, also one level down', async () => {
    const files = await startProject();
    files.write('/w/second/holdout.yaml', 'version: 1\nname: Second\n');
    await client.tellChanged(['second/holdout.yaml', FileChangeType.Created]);
    await client.until(() => client.projects.at(-1)?.projects.length === 2);
    files.remove('/w/second');
    await client.tellChanged(['second', FileChangeType.Deleted]);
    await client.until(() => client.projects.at(-1)?.projects.length === 1);
  });

  it('are evaluated once for a burst of changes', async () => {
    const files = await startProject();
    await client.request(METHODS.refresh, undefined);
    await client.until(() => client.projects.length >= 2);
    const told = client.projects.length;
    for (let i = 0; i < 200; i++) {
      files.write(`/w/src/m${i}.py`, 'x = 1\n');
      await client.tellChanged([`src/m${i}.py`, FileChangeType.Created]);
    }
    files.write(FILE, DECIDED);
    await client.tellChanged(['holdout.yaml', FileChangeType.Changed]);
    await client.until(() => latest()?.stages[0]?.criteria.some(({ outcome }) => outcome === 'met'));
    expect(client.projects.length - told).toBeLessThanOrEqual(3);
  });

  it('say when a report may have changed', async () => {
    const files = await startProject();
    await client.until(() => client.reportChanges.length > 0);
    const told = client.reportChanges.length;
    files.write(FILE, `${MANIFEST}metrics: { recall: { min: 0.8 } }\n`);
    await client.tellChanged(['holdout.yaml', FileChangeType.Changed]);
    await client.until(() => client.reportChanges.length > told);
    expect(client.reportChanges.at(-1)).toEqual({ project: FILE });
    const { view } = await client.request(METHODS.report, { project: FILE });
    expect(view?.metrics.map(({ name }) => name)).toEqual(['recall']);
    expect(await client.request(METHODS.report, { project: '/w/none/holdout.yaml' })).toEqual({});
  });
});

describe('decisions', () => {
  it('become edits of the manifest as it is in the editor', async () => {
    const files = await startProject();
    const next = latest()?.next;
    const tick = {
      kind: 'tick',
      project: FILE,
      stage: next?.stage ?? '',
      criterion: next?.criterion ?? '',
      by: 'ada',
    } as const;
    const saved = await client.request(METHODS.act, tick);
    expect(saved).toMatchObject({ ok: true, file: FILE });
    await client.open('holdout.yaml', `# typed\n${MANIFEST}`, 'yaml');
    const typed = await client.request(METHODS.act, tick);
    if (!saved.ok || !typed.ok) throw new Error('both must be possible');
    expect(typed.edits[0]?.range.start.line).toBe((saved.edits[0]?.range.start.line ?? 0) + 1);
    expect(typed.edits[0]?.newText).toMatch(/2026-10-02.*ada/);
    expect(files.reads.get(FILE)).toBeGreaterThan(0);
  });

  it('are refused with a reason', async () => {
    await startProject();
    const result = await client.request(METHODS.act, {
      kind: 'reopen',
      project: FILE,
      stage: 'problem-definition',
    });
    expect(result).toMatchObject({ ok: false });
    const missing = await client.request(METHODS.act, { kind: 'reopen', project: '/w/no.yaml', stage: 'x' });
    expect(missing).toMatchObject({ ok: false });
  });

  it('that fail to be looked for, by a fault of ours, do not end the server', async () => {
    const files = memoryFiles({ [FILE]: MANIFEST });
    let failures = 0;
    const failing = (): Promise<never> => Promise.reject(new Error(`fault ${++failures}`));
    client = await startClient({ ...files, list: failing, stat: failing });
    await client.connection.sendNotification(METHODS.trust, {});
    await client.configure({ dataRoots: ['/elsewhere'] });
    await client.settled();
    expect(failures).toBeGreaterThan(0);
    expect(await client.request(METHODS.explain, { rule: 'fit-before-split' })).toHaveProperty('markdown');
  });

  it('begin with a manifest', async () => {
    client = await startClient(
      memoryFiles({ '/w/README.md': '# Churn: 2\n', '/w/reports/m.json': '{"recall": 1}' }),
    );
    const given = { folder: '/w', lifecycle: 'nine-stage' };
    const { text, found } = await client.request(METHODS.propose, given);
    expect(found).toBe(2);
    expect(text).toContain('name: "Churn: 2"');
    await client.open('holdout.yaml', text, 'yaml');
    await client.until(() => client.diagnostics.has(uri('holdout.yaml')));
    expect(client.diagnostics.get(uri('holdout.yaml'))).toEqual([]);
  });
});

describe('rules', () => {
  it('are explained by id and code', async () => {
    client = await startClient(memoryFiles());
    const { markdown } = await client.request(METHODS.explain, { rule: 'fit-before-split' });
    expect(markdown).toMatch(/^# /);
    expect(await client.request(METHODS.explain, { rule: 'no-such-rule' })).toEqual({});
  });
});
