import { describe, expect, it } from 'vitest';
import { fail } from '../../../src/base/result';
import type { HistoryEntry } from '../../../src/history/entry';
import type { Change } from '../../../src/project/ports';
import type { Workspace } from '../../../src/project/workspace';
import type { MemoryFiles } from './memory-files';
import { runMeta } from '../evidence/mlflow';
import { memoryFiles } from './memory-files';
import { memoryTrail } from './memory-trail';
import { open } from './open';

const FILE = '/w/holdout.yaml';
const LOG = '/w/.holdout/history.jsonl';
const MANIFEST = `version: 1
name: Churn
lifecycle: nine-stage
data: { test_looks: 3 }
metrics: { recall: { min: 0.8, split: test } }
runs: [mlruns/*.json]
`;
const run = (recall: number) => `{"test": {"recall": ${recall}}}`;

function project(files: MemoryFiles, trusted = true): Workspace {
  return open(files, undefined, { trail: memoryTrail(files, () => trusted) });
}

async function standing(workspace: Workspace) {
  await workspace.discover(['/w']);
  const { projects } = await workspace.status();
  const noticed = await workspace.notice(projects);
  await workspace.touch(noticed.written.map((path): Change => ({ path, kind: 'changed' })));
  const [state] = (await workspace.status()).projects;
  const looks = state?.stages.flatMap(({ criteria }) => criteria).find(({ id }) => id === 'looked-once');
  return { state, noticed, looks };
}

async function logOf(files: MemoryFiles): Promise<readonly HistoryEntry[]> {
  const read = await files.read(LOG);
  const text = read.ok ? new TextDecoder().decode(read.value) : '';
  return text.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line) as HistoryEntry]));
}

describe('the ledger of a project', () => {
  it('forgets no look whose runs are deleted', async () => {
    const files = memoryFiles({
      [FILE]: MANIFEST,
      '/w/mlruns/a.json': run(0.9),
      '/w/mlruns/b.json': run(0.8),
    });
    const before = await standing(project(files));
    expect(before.looks).toMatchObject({ outcome: 'met' });
    expect(before.state?.ledger?.looks).toMatchObject([{ recorded: true }, { recorded: true }]);
    files.remove('/w/mlruns');
    const { state, looks } = await standing(project(files));
    expect(state?.ledger).toMatchObject({ budget: 3, doubts: [], text: '2 of 3 looks at the test set' });
    expect(looks).toMatchObject({ outcome: 'met' });
    files.write('/w/mlruns/c.json', run(0.7));
    files.write('/w/mlruns/d.json', run(0.6));
    expect((await standing(project(files))).looks).toMatchObject({ outcome: 'unmet' });
  });

  it('notes a look once, also when another machine notes it too', async () => {
    const files = memoryFiles({ [FILE]: MANIFEST, '/w/mlruns/a.json': run(0.9) });
    await standing(project(files));
    const [look] = await logOf(files);
    expect(look).toMatchObject({
      what: 'look',
      who: 'holdout',
      file: 'mlruns/a.json',
      scores: { recall: '0.9' },
    });
    expect((await standing(project(files))).noticed.written).toEqual([]);
    expect(await logOf(files)).toHaveLength(1);
    const elsewhere = memoryFiles({ [FILE]: MANIFEST, '/w/mlruns/a.json': run(0.9) });
    await standing(project(elsewhere));
    expect((await logOf(elsewhere))[0]?.id).toBe(look?.id);
  });

  it('is not written for a project that has asked for none, nor where nobody is trusted', async () => {
    const none = memoryFiles({
      [FILE]: MANIFEST.replace('data: { test_looks: 3 }\n', ''),
      '/w/mlruns/a.json': run(0.9),
    });
    expect((await standing(project(none))).noticed.written).toEqual([]);
    const distrusted = memoryFiles({ [FILE]: MANIFEST, '/w/mlruns/a.json': run(0.9) });
    const { noticed, looks } = await standing(project(distrusted, false));
    expect(noticed).toMatchObject({ written: [], failures: [expect.stringContaining('restricted mode')] });
    expect(looks).toMatchObject({ outcome: 'met' });
    expect(await logOf(distrusted)).toEqual([]);
  });

  it('is not written into a log that cannot be read: it would grow each time that somebody looks', async () => {
    const files = memoryFiles({ [FILE]: MANIFEST, '/w/mlruns/a.json': run(0.9), [LOG]: '' });
    const failure = { kind: 'too-large', message: 'it is 12.0 MB' } as const;
    const large: MemoryFiles = {
      ...files,
      read: path => (path === LOG ? Promise.resolve(fail(failure)) : files.read(path)),
    };
    expect((await standing(project(large))).noticed).toEqual({ written: [], failures: [] });
    expect(await logOf(files)).toEqual([]);
  });

  it('holds nothing that would not be taken for an entry', async () => {
    const files = memoryFiles({ [FILE]: MANIFEST, '/w/mlruns/a.json': run(0.9) });
    const workspace = project(files);
    await workspace.discover(['/w']);
    const [state] = (await workspace.status()).projects;
    if (!state?.ledger) throw new Error('There is no ledger.');
    const nameless = state.ledger.looks.map(look => ({ ...look, label: '' }));
    const noticed = await workspace.notice([{ ...state, ledger: { ...state.ledger, looks: nameless } }]);
    expect(noticed).toEqual({ written: [], failures: [] });
    expect(await logOf(files)).toEqual([]);
  });

  it('counts runs that `pick` passes over', async () => {
    const picked = MANIFEST.replace('runs: [mlruns/*.json]', 'runs: [{ path: mlruns/*.json, pick: a.json }]');
    const files = memoryFiles({ [FILE]: picked, '/w/mlruns/a.json': run(0.9), '/w/mlruns/b.json': run(0.8) });
    expect((await standing(project(files))).state?.ledger?.looks).toHaveLength(2);
  });
});

describe('the ledger over a store of MLflow', () => {
  const store = MANIFEST.replace('mlruns/*.json', 'mlruns');
  const meta = "experiment_id: '0'\nlifecycle_stage: active\nname: churn\n";
  const runFiles = (id: string, metrics: Readonly<Record<string, string>>, status?: number) => ({
    [`/w/mlruns/0/${id}/meta.yaml`]: runMeta(id, status === undefined ? {} : { status }),
    ...Object.fromEntries(
      Object.entries(metrics).map(([name, lines]) => [`/w/mlruns/0/${id}/metrics/${name}`, lines]),
    ),
  });

  it('remembers runs when the whole store is deleted', async () => {
    const files = memoryFiles({
      [FILE]: store,
      '/w/mlruns/0/meta.yaml': meta,
      ...runFiles('a1', { test_recall: '1 0.9 0\n' }),
      ...runFiles('b2', { test_recall: '1 0.8 0\n', val_recall: '1 0.8 0\n' }),
      ...runFiles('c3', { val_recall: '1 0.8 0\n' }),
    });
    const before = await standing(project(files));
    expect(before.state?.ledger).toMatchObject({ text: '2 of 3 looks at the test set', doubts: [] });
    files.remove('/w/mlruns');
    const after = await standing(project(files));
    expect(after.state?.ledger).toMatchObject({ text: '2 of 3 looks at the test set', doubts: [] });
    expect(after.looks).toMatchObject({ outcome: 'met' });
  });

  it('takes a run for the same look when another metric is added to it', async () => {
    const one = runFiles('a1', { test_recall: '1 0.9 0\n' });
    const files = memoryFiles({ [FILE]: store, '/w/mlruns/0/meta.yaml': meta, ...one });
    await standing(project(files));
    files.write('/w/mlruns/0/a1/metrics/test_f1', '1 0.9 0\n');
    expect((await standing(project(files))).state?.ledger?.looks).toHaveLength(1);
  });

  it('counts a score after each epoch as more than one look', async () => {
    const steps = runFiles('a1', { test_recall: '1 0.8 0\n2 0.9 1\n' });
    const files = memoryFiles({ [FILE]: store, '/w/mlruns/0/meta.yaml': meta, ...steps });
    const { looks } = await standing(project(files));
    expect(looks).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringMatching(/^At least 1 of 3/) as string,
    });
  });
});

describe('a signed-off stage that fails', () => {
  it('is noted once, with what failed and where work goes back to', async () => {
    const signed = `${MANIFEST}stages: { training: { signed_off: { on: 2026-10-01, by: r.ahn } } }\n`;
    const leak = 'from sklearn.model_selection import GridSearchCV\n';
    const files = memoryFiles({
      [FILE]: signed.replace(
        'stages: { training: {',
        'stages: { training: { criteria: { gone: { ask: Gone?, evidence: { file: gone.md } } },',
      ),
      '/w/a.py': leak,
    });
    const { state } = await standing(project(files));
    const stage = state?.stages.find(({ id }) => id === 'training');
    expect(stage).toMatchObject({
      status: 'reopened',
      note: expect.stringContaining('Work goes back to Training.') as string,
    });
    await standing(project(files));
    expect(await logOf(files)).toMatchObject([
      {
        what: 'failing',
        stage: 'training',
        failed: { gone: expect.any(String) as string },
        returnsTo: ['training'],
      },
    ]);
  });
});
