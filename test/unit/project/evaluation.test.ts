import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CriterionState } from '../../../src/base/outcome';
import type { Change } from '../../../src/project/ports';
import type { Workspace } from '../../../src/project/workspace';
import { HELPED, HELPER, LEAK, NO_LEAK } from '../server/code';
import { memoryFiles } from './memory-files';
import type { MemoryFiles } from './memory-files';
import { NOW, open } from './open';

const DAY = 86_400_000;

/** A criterion of each kind, some of them twice. */
const LIFECYCLE = `id: ours
title: Ours
stages:
  - id: idea
    title: Idea
    criteria:
      - { id: decision, ask: Which?, evidence: { field: problem.decision } }
      - { id: owner, ask: Who?, evidence: { field: owner } }
      - { id: targets, ask: Targets?, evidence: { field: metrics, target: true } }
      - { id: scope, ask: Scope?, evidence: { file: docs/scope.md } }
      - { id: decided, ask: Decided?, evidence: { file: docs/*.adr, mentions: [accepted] } }
  - id: build
    title: Build
    criteria:
      - { id: recall, ask: Recall?, evidence: { metric: recall } }
      - { id: precision, ask: Precision?, evidence: { metric: "precision[split=test] >= 0.5" } }
      - { id: several, ask: Several?, evidence: { runs: ">= 2" } }
      - { id: explored, ask: Explored?, evidence: { notebook: notebooks/*.ipynb } }
      - { id: clean, ask: Clean?, evidence: { lint: leakage } }
      - { id: clean-src, ask: Clean?, evidence: { lint: leakage, paths: [src/**] } }
      - { id: looked, ask: Looked?, evidence: { manual: true } }
      - { id: either, ask: Either?, evidence: { any: [{ file: docs/other.md }, { field: owner }] } }
`;

const MANIFEST = `version: 1
name: Churn
lifecycle: ./ours.yaml
problem: { decision: Whom to call }
metrics: { recall: { min: 0.8 }, precision: { min: 0.5, from: kpi.json#precision } }
runs: [reports/*.json]
`;

const notebook = (...counts: (number | null)[]): string =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: counts.map(count => ({
      cell_type: 'code',
      execution_count: count,
      metadata: {},
      source: ['print(1)'],
      outputs: count === null ? [] : [{ output_type: 'stream', name: 'stdout', text: ['1'] }],
    })),
  });

/** What a file may hold, by its path: good, bad, and broken. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = {
  '/w/holdout.yaml': [
    MANIFEST,
    `# A line more above.\n${MANIFEST}`,
    `${MANIFEST}owner: ada\n`,
    `${MANIFEST}lint: { exclude: [src] }\n`,
    `${MANIFEST}lint: { rules: { fit-before-split: off } }\n`,
    MANIFEST.replace('min: 0.8', 'min: 0.7'),
    MANIFEST.replace('reports/*.json', 'runs/**/*.json'),
    `${MANIFEST}stages: { idea: { signed_off: { on: 2026-09-20, by: ada } }, build: { weeks: 1..2 } }\n`,
    `${MANIFEST}stages: { build: { criteria: { looked: { done: 2026-09-20, by: ada }, recall: { waived: why not } } } }\n`,
    `${MANIFEST}stages: { idea: { criteria: { scope: { drop: true }, more: { ask: More?, evidence: { file: kpi.json } } } } }\n`,
    MANIFEST.replace('./ours.yaml', 'nine-stage'),
    'version: 1\nname: [\n',
  ],
  '/w/ours.yaml': [LIFECYCLE, LIFECYCLE.replace('docs/scope.md', 'docs/other.md'), 'id: ['],
  '/w/docs/scope.md': ['# Scope\n\nCard payments online, in Sweden and Norway only.\n', '# Scope\n'],
  '/w/docs/other.md': ['Something of its own.\n'],
  '/w/docs/1.adr': ['accepted\n', 'proposed\n'],
  '/w/notebooks/eda.ipynb': [notebook(1, 2), notebook(2, 1), notebook(1, null), '{'],
  '/w/notebooks/more.ipynb': [notebook(1)],
  '/w/reports/a.json': ['{"recall": 0.9}', '{"recall": 0.7, "timestamp": "2026-09-01"}', '{"recall": NaN'],
  '/w/reports/b.json': ['{"recall": 0.6, "timestamp": "2026-09-02", "test_precision": 0.6}'],
  '/w/runs/1/c.json': ['{"recall": 0.8}'],
  '/w/kpi.json': ['{"precision": 0.6}', '{"precision": 0.4}'],
  '/w/src/train.py': [LEAK, NO_LEAK, 'x = (\n', HELPED],
  '/w/src/helpers.py': [HELPER, HELPER.replace('PCA(5).fit_transform(X)', 'X')],
  '/w/score.py': [LEAK, NO_LEAK],
};

type Step = { readonly days: number } | { readonly path: string; readonly content: string | undefined };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 0, max: 20 }) }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...Object.keys(CONTENTS)).chain(path =>
      fc.record({
        path: fc.constant(path),
        content: fc.option(fc.constantFrom(...(CONTENTS[path] ?? [])), { nil: undefined, freq: 4 }),
      }),
    ),
  },
);

async function write(files: MemoryFiles, path: string, content: string | undefined): Promise<Change> {
  const existed = (await files.stat(path)) !== undefined;
  if (content === undefined) files.remove(path);
  else files.write(path, content);
  return { path, kind: content === undefined ? 'deleted' : existed ? 'changed' : 'created' };
}

/** Every criterion by its place in the lifecycle, and every stage without them. */
async function standing(workspace: Workspace): Promise<ReadonlyMap<string, unknown>> {
  await workspace.discover(['/w']);
  const { projects } = await workspace.status();
  return new Map(
    projects.flatMap(({ stages, groups }) =>
      [...stages, ...groups].flatMap(({ criteria, ...stage }): [string, unknown][] => [
        [stage.id, stage],
        ...criteria.map((criterion): [string, unknown] => [`${stage.id}/${criterion.id}`, criterion]),
      ]),
    ),
  );
}

describe('evaluated after each of any changes, a project', () => {
  it('stands as one evaluated anew, criterion by criterion', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 3 }), { maxLength: 8 }), async bursts => {
        let now = NOW;
        const clock = { now: () => now };
        const files = memoryFiles({ '/w/holdout.yaml': MANIFEST, '/w/ours.yaml': LIFECYCLE });
        const workspace = open(files, clock);
        for (const burst of [[], ...bursts]) {
          const changes: Change[] = [];
          for (const one of burst) {
            if ('days' in one) now += one.days * DAY;
            else changes.push(await write(files, one.path, one.content));
          }
          await workspace.touch(changes);
          expect(await standing(workspace)).toEqual(await standing(open(files, clock)));
        }
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});

/** A project in which every criterion could be judged. */
const WHOLE = Object.fromEntries(Object.entries(CONTENTS).map(([path, [first = '']]) => [path, first]));

interface Opened {
  readonly files: MemoryFiles;
  readonly workspace: Workspace;
  readonly clock: { moment: number };
}

async function opened(): Promise<Opened> {
  const files = memoryFiles(WHOLE);
  const clock = { moment: NOW };
  const workspace = open(files, { now: () => clock.moment });
  await standing(workspace);
  return { files, workspace, clock };
}

/** How many criteria are judged again when a file is written. */
async function judgedFor(
  { files, workspace }: Opened,
  path: string,
  content: string | undefined,
): Promise<number> {
  const before = workspace.counters().criteriaJudged;
  await workspace.touch([await write(files, path, content)]);
  await standing(workspace);
  return workspace.counters().criteriaJudged - before;
}

describe('the criteria that are judged again', () => {
  it('are all of them, once', async () => {
    const { workspace } = await opened();
    expect(workspace.counters().criteriaJudged).toBe(13);
  });

  it('are none when nothing changed', async () => {
    const { workspace } = await opened();
    await standing(workspace);
    expect(workspace.counters().criteriaJudged).toBe(13);
  });

  it.each<[string, string, string | undefined, number]>([
    ['a file of which nobody asks', '/w/data.csv', 'a,b', 0],
    ['a document', '/w/docs/scope.md', '# Scope\n', 1],
    ['a document that went away, in a folder that another lists', '/w/docs/scope.md', undefined, 2],
    ['a document found by a pattern', '/w/docs/2.adr', 'accepted\n', 1],
    ['a notebook that was run', '/w/notebooks/eda.ipynb', notebook(1, 2, 3), 1],
    ['the same metrics again', '/w/kpi.json', '{"precision": 0.6} ', 0],
    ['one metric of several', '/w/kpi.json', '{"precision": 0.7}', 1],
    [
      'a run that comes before the others',
      '/w/reports/0.json',
      '{"recall": 0.7, "timestamp": "2026-10-01"}',
      3,
    ],
    ['a script that shows nothing new', '/w/src/train.py', `${LEAK}\n# And a remark.\n`, 0],
    ['a script whose leak is mended, of which two ask', '/w/src/train.py', NO_LEAK, 2],
    ['a script outside the paths of one of them', '/w/score.py', NO_LEAK, 1],
    ['a field of the manifest at its end', '/w/holdout.yaml', `${MANIFEST}owner: ada\n`, 2],
    [
      'a tick',
      '/w/holdout.yaml',
      `${MANIFEST}stages: { build: { criteria: { looked: { done: 2026-09-20, by: ada } } } }\n`,
      0,
    ],
    ['a manifest without a change', '/w/holdout.yaml', MANIFEST, 0],
    [
      'a lifecycle with another criterion',
      '/w/ours.yaml',
      LIFECYCLE.replace('docs/scope.md', 'docs/other.md'),
      1,
    ],
  ])('after %s', async (_, path, content, count) => {
    expect(await judgedFor(await opened(), path, content)).toBe(count);
  });

  it('are none on another day, while stages become overdue', async () => {
    const { workspace, clock } = await opened();
    clock.moment += 100 * DAY;
    await standing(workspace);
    expect(workspace.counters().criteriaJudged).toBe(13);
  });

  it('leave the stages that stand as they did the very same', async () => {
    const { workspace, files } = await opened();
    const stagesNow = async () => (await workspace.status()).projects[0]?.stages ?? [];
    const before = await stagesNow();
    await judgedFor({ workspace, files, clock: { moment: NOW } }, '/w/docs/scope.md', '# Scope\n');
    const after = await stagesNow();
    expect(after.map((stage, index) => stage === before[index])).toEqual([false, true]);
    const decision = (stages: typeof after): CriterionState | undefined => stages[0]?.criteria[0];
    expect(decision(after)).toBe(decision(before));
  });
});
