import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/project/ports';
import type { Workspace } from '../../../src/project/workspace';
import { HELPED, HELPER, LEAK, NO_LEAK } from '../server/code';
import type { MemoryFiles } from './memory-files';
import { memoryFiles } from './memory-files';
import { open } from './open';

const MANIFEST = `version: 1
name: Churn
lifecycle: nine-stage
problem: { decision: Whom to call }
metrics: { recall: { min: 0.8 }, precision: { min: 0.5, from: kpi.json#precision } }
runs: [reports/*.json]
`;

const HEAD = '"time":"2026-10-01T12:00:00Z","who":"ada"';
/** It rests on a file that was not there. */
const TICK = `{"id":"t",${HEAD},"what":"ticked","stage":"exploration","criterion":"mine","on":"2026-10-01","rests":[{"path":"docs/scope.md"}]}\n`;
const LOOK = `{"id":"l",${HEAD},"what":"look","by":"run","file":"old.json","label":"old","scores":{"recall":"0.9"}}\n`;

/** What a file may hold, by the kind of file: good, bad, and no content at all. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = {
  '/w/holdout.yaml': [
    MANIFEST,
    `${MANIFEST}lint: { exclude: [src] }\n`,
    `${MANIFEST}lint: { rules: { fit-before-split: error } }\n`,
    MANIFEST.replace('nine-stage', './ours.yaml'),
    'version: 1\nname: [\n',
    `${MANIFEST}data: { test_looks: 1 }\nstages: { exploration: { criteria: { mine: { ask: Mine?, done: 2026-10-01, by: ada } } } }\n`,
    `${MANIFEST}sealed: { on: 2026-10-01, by: ada, digest: ab12 }\n`,
  ],
  '/w/.holdout/history.jsonl': [TICK, `${TICK}${LOOK}`, `<<<<<<< ours\n${LOOK}${TICK}{"id":`],
  '/w/inner/holdout.yaml': ['version: 1\nname: Inner\nlifecycle: nine-stage\n'],
  '/w/ours.yaml': [
    'id: ours\ntitle: Ours\nstages: [{ id: idea, title: Idea, criteria: [{ id: why, ask: Why? }] }]\n',
    'id: [',
  ],
  '/w/src/train.py': [LEAK, NO_LEAK, 'x = (\n', HELPED],
  '/w/src/helpers.py': [HELPER, HELPER.replace('PCA(5).fit_transform(X)', 'X')],
  '/w/inner/train.py': [LEAK, NO_LEAK],
  '/w/eda.ipynb': ['{"nbformat": 4, "metadata": {}, "cells": []}', '{'],
  '/w/reports/a.json': ['{"recall": 0.9}', '{"recall": 0.7, "timestamp": "2026-09-01"}', '{"recall": NaN'],
  '/w/reports/b.json': ['{"recall": 0.6, "timestamp": "2026-09-02"}'],
  '/w/kpi.json': ['{"precision": 0.6}', '{"precision": 0.4}'],
  '/w/docs/scope.md': ['# Scope\n\nCard payments online, in Sweden and Norway only.\n', '# Scope\n'],
};

const change = fc.constantFrom(...Object.keys(CONTENTS)).chain(path =>
  fc.record({
    path: fc.constant(path),
    content: fc.option(fc.constantFrom(...(CONTENTS[path] ?? [])), { nil: undefined }),
  }),
);

interface Answers {
  readonly check: unknown;
  readonly status: unknown;
  readonly report: unknown;
  readonly history: unknown;
}

async function ask(workspace: Workspace): Promise<Answers> {
  await workspace.discover(['/w']);
  return {
    check: await workspace.check(),
    status: await workspace.status(),
    report: await workspace.report('/w/holdout.yaml'),
    history: await workspace.history('/w/holdout.yaml'),
  };
}

async function apply(files: MemoryFiles, path: string, content: string | undefined): Promise<Change> {
  const existed = (await files.stat(path)) !== undefined;
  if (content === undefined) files.remove(path);
  else files.write(path, content);
  return { path, kind: content === undefined ? 'deleted' : existed ? 'changed' : 'created' };
}

describe('the incremental answer', () => {
  it('is the cold one, after any changes', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 6 }), async bursts => {
        const files = memoryFiles({ '/w/holdout.yaml': MANIFEST, '/w/src/train.py': LEAK });
        const workspace = open(files);
        for (const burst of [[], ...bursts]) {
          const changes: Change[] = [];
          for (const { path, content } of burst) changes.push(await apply(files, path, content));
          await workspace.touch(changes);
          expect(await ask(workspace)).toEqual(await ask(open(files)));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('reads nothing again for what did not change', async () => {
    const files = memoryFiles({
      '/w/holdout.yaml': MANIFEST,
      '/w/src/train.py': LEAK,
      '/w/src/other.py': NO_LEAK,
      '/w/reports/a.json': '{"recall": 0.9}',
    });
    const workspace = open(files);
    await ask(workspace);
    const first = await ask(workspace);
    const before = new Map(files.reads);
    files.write('/w/src/train.py', NO_LEAK);
    await workspace.touch([{ path: '/w/src/train.py', kind: 'changed' }]);
    const second = await ask(workspace);
    expect(second).not.toEqual(first);
    const readAgain = [...files.reads]
      .filter(([path, times]) => times !== before.get(path))
      .map(([path]) => path);
    expect(readAgain).toEqual(['/w/src/train.py']);
  });

  it('gives the same project again while nothing that it rests on changes', async () => {
    const files = memoryFiles({ '/w/holdout.yaml': MANIFEST, '/w/notes.txt': 'a' });
    const workspace = open(files);
    await workspace.discover(['/w']);
    const [before] = (await workspace.status()).projects;
    await workspace.touch([{ path: '/w/notes.txt', kind: 'changed' }]);
    expect((await workspace.status()).projects[0]).toBe(before);
    files.write('/w/holdout.yaml', `${MANIFEST}owner: ada\n`);
    await workspace.touch([{ path: '/w/holdout.yaml', kind: 'changed' }]);
    expect((await workspace.status()).projects[0]).not.toBe(before);
  });

  it('answers at once with what is known, and says that it is not all', async () => {
    const workspace = open(memoryFiles({ '/w/holdout.yaml': MANIFEST, '/w/train.py': LEAK }));
    await workspace.discover(['/w'], { depth: 1 });
    const criterion = async (lint: 'known' | 'all') =>
      (await workspace.status({ lint })).projects[0]?.stages
        .flatMap(({ criteria }) => criteria)
        .find(({ id }) => id === 'tuned-on-validation');
    expect((await criterion('known'))?.outcome).toBe('unknown');
    expect((await criterion('all'))?.outcome).toBe('met');
  });
});
