import { afterEach, describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../src/history/entry';
import { METHODS } from '../../../src/protocol/messages';
import type { Action } from '../../../src/protocol/messages';
import type { MemoryFiles } from '../project/memory-files';
import { memoryFiles } from '../project/memory-files';
import { memoryTrail } from '../project/memory-trail';
import type { TestClient } from './client';
import { startClient } from './client';

let client: TestClient;
afterEach(() => {
  client.dispose();
});

const FILE = '/w/holdout.yaml';
const LOG = '/w/.holdout/history.jsonl';
const MANIFEST = 'version: 1\nname: Churn\nlifecycle: nine-stage\nproblem: { decision: Whom to call }\n';

async function start(trusted: boolean, content: Readonly<Record<string, string>> = {}): Promise<MemoryFiles> {
  const files = memoryFiles({ [FILE]: MANIFEST, ...content });
  client = await startClient(
    files,
    {},
    { trusted },
    { trail: (_roots, isTrusted) => memoryTrail(files, isTrusted) },
  );
  await client.until(() => client.projects.length > 0);
  return files;
}

async function logOf(files: MemoryFiles): Promise<readonly HistoryEntry[]> {
  const read = await files.read(LOG);
  if (!read.ok) return [];
  const lines = new TextDecoder().decode(read.value).trimEnd().split('\n');
  return lines.map(line => JSON.parse(line) as HistoryEntry);
}

/** What the extension does: asks for the edits, and says so when they are saved. */
async function decide(action: Action) {
  const acted = await client.request(METHODS.act, action);
  if (!acted.ok) throw new Error(acted.message);
  return acted.entry === undefined
    ? undefined
    : client.request(METHODS.record, { project: FILE, entry: acted.entry });
}

const SIGN_OFF: Action = { kind: 'sign-off', project: FILE, stage: 'problem-definition', by: 'r.ahn' };

describe('decisions', () => {
  it('are noted with who, when, the commit and how things stood', async () => {
    const files = await start(true);
    expect(await decide(SIGN_OFF)).toEqual({});
    expect(await logOf(files)).toMatchObject([
      {
        time: '2026-10-02T12:00:00.000Z',
        who: 'r.ahn',
        what: 'signed-off',
        stage: 'problem-definition',
        on: '2026-10-02',
        commit: '0123abcd',
        outcomes: { decision: 'met', baseline: 'unmet' },
      },
    ]);
  });

  it('are noted once, and not before the manifest is saved', async () => {
    const files = await start(true);
    const acted = await client.request(METHODS.act, SIGN_OFF);
    expect(await logOf(files)).toEqual([]);
    if (!acted.ok || acted.entry === undefined) throw new Error('must be possible');
    await client.request(METHODS.record, { project: FILE, entry: acted.entry });
    await client.request(METHODS.record, { project: FILE, entry: acted.entry });
    expect(await logOf(files)).toHaveLength(1);
  });

  it('that name nobody are those of Git’s user, unless the editor knows better', async () => {
    const files = await start(true);
    const waive = { kind: 'waive', project: FILE, stage: 'training', criterion: 'converged' } as const;
    await decide({ ...waive, reason: 'no training' });
    await decide({ ...waive, reason: 'no training', who: 'k.lund' });
    expect(await logOf(files)).toMatchObject([
      { what: 'waived', who: 'Ada Git', note: 'no training' },
      { what: 'waived', who: 'k.lund' },
    ]);
    expect(await client.request(METHODS.who, { project: FILE })).toEqual({ name: 'Ada Git' });
  });

  it('leave no trace in a workspace that is not trusted, until it is', async () => {
    const files = await start(false);
    expect(await decide(SIGN_OFF)).toMatchObject({
      message: expect.stringContaining('restricted mode') as string,
    });
    expect(await logOf(files)).toEqual([]);
    expect(await client.request(METHODS.who, { project: FILE })).toEqual({});
    await client.connection.sendNotification(METHODS.trust, {});
    await decide(SIGN_OFF);
    expect(await logOf(files)).toHaveLength(1);
  });

  it('that the manifest does not hold any more are shown as a difference', async () => {
    await start(true);
    await decide(SIGN_OFF);
    await client.until(() =>
      client.projects.at(-1)?.projects[0]?.problems.some(({ code }) => code === 'differs-from-history'),
    );
  });
});

describe('what is to be seen', () => {
  const looked = {
    [FILE]: `${MANIFEST}data: { test_looks: 1 }\nruns: [runs/*.json]\n`,
    '/w/runs/a.json': '{"test": {"recall": 0.9}}',
  };
  const ledger = () => client.projects.at(-1)?.projects[0]?.ledger;

  it('is noted by itself, once, and told', async () => {
    const files = await start(true, looked);
    await expect.poll(() => logOf(files)).toHaveLength(1);
    await client.request(METHODS.refresh, undefined);
    // Of thousands of runs the looks would be megabytes: the extension is told how many there are.
    expect(ledger()).toMatchObject({ count: 1, looks: [] });
    expect(await logOf(files)).toMatchObject([{ what: 'look', who: 'holdout', label: 'a.json' }]);
    const { view } = await client.request(METHODS.history, { project: FILE });
    expect(view?.entries).toMatchObject([{ kind: 'look' }]);
    expect(view?.ledger.summary).toBe('1 of 1 look at the test set.');
  });

  it('is counted and not noted before the workspace is trusted', async () => {
    const files = await start(false, looked);
    await client.request(METHODS.refresh, undefined);
    expect(ledger()?.count).toBe(1);
    expect(await logOf(files)).toEqual([]);
    await client.connection.sendNotification(METHODS.trust, {});
    await expect.poll(() => logOf(files)).toHaveLength(1);
  });
});
