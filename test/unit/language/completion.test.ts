import { beforeAll, describe, expect, it } from 'vitest';
import type { Editor } from './project';
import { applied, editor, FILES } from './project';

let manifest: Editor;
beforeAll(async () => {
  manifest = await editor();
});

describe('taking a completion', () => {
  it.each([
    // Names
    ['|', 'version', 'version: '],
    ['ta|', 'task', 'task: '],
    ['ta|: binary', 'task', 'task: binary'],
    ['pro|', 'problem', 'problem:\n  '],
    ['name: x\r\npro|', 'problem', 'name: x\r\nproblem:\r\n  '],
    ['data:\n    time: t\n    spl|', 'splits', 'data:\n    time: t\n    splits:\n        '],
    ['problem:\n  |', 'decision', 'problem:\n  decision: '],
    ['problem:\n\t|', 'decision', 'problem:\n\tdecision: '],
    ['problem:\n  wh|\nname: x', 'why', 'problem:\n  why: \nname: x'],
    ['metrics:\n  recall: { mi|', 'min', 'metrics:\n  recall: { min: '],
    ['metrics:\n  recall: { min: 1, | }', 'split', 'metrics:\n  recall: { min: 1, split:  }'],
    ['metrics:\n  recall: { "mi|" }', 'min', 'metrics:\n  recall: { "min" }'],
    ['metrics:\n  |', 'f1', 'metrics:\n  f1:\n    '],
    ['metrics:\n  |', 'mAP50(B)', 'metrics:\n  mAP50(B):\n    '],
    ['runs:\n  - |', 'path', 'runs:\n  - path: '],
    ['runs:\n  - path: a\n    |', 'experiment', 'runs:\n  - path: a\n    experiment: '],
    ['stages:\n  |', 'training', 'stages:\n  training:\n    '],
    [
      'stages:\n  training:\n    criteria:\n      |',
      'tuned-on-validation',
      'stages:\n  training:\n    criteria:\n      tuned-on-validation:\n        ',
    ],
    ['lint:\n  rules:\n    |', 'fit-before-split', 'lint:\n  rules:\n    fit-before-split: '],
    ['lint: { rules: { fit-before-split: | } }', 'off', 'lint: { rules: { fit-before-split: off } }'],
    ['metrics:\n  recall: {| min: 1 }', 'max', 'metrics:\n  recall: {max: ,  min: 1 }'],
    ['metrics:\n  recall: { ma| min: 1 }', 'max', 'metrics:\n  recall: { max: ,  min: 1 }'],
    [
      'data: { table: data/train.csv, groups: [| card_id] }',
      'the country',
      'data: { table: data/train.csv, groups: [the country,  card_id] }',
    ],
    // Values
    ['task: |', 'binary', 'task: binary'],
    ['task:|', 'binary', 'task: binary'],
    ['task: mul|ticlass', 'binary', 'task: binary'],
    ['task: "mu|"', 'multiclass', 'task: "multiclass"'],
    ["task: 'mu|", 'multiclass', "task: 'multiclass"],
    ['lifecycle: |', 'seven-stage', 'lifecycle: seven-stage'],
    ['lifecycle: |', 'our lifecycle.yaml', 'lifecycle: our lifecycle.yaml'],
    ['lifecycle: ./o|', 'our lifecycle.yaml', 'lifecycle: ./our lifecycle.yaml'],
    ['version: |', '1', 'version: 1'],
    ['metrics: { a: { target: | } }', '">= 0.80"', 'metrics: { a: { target: ">= 0.80" } }'],
    ['metrics: { a: { target: "|" } }', '">= 0.80"', 'metrics: { a: { target: ">= 0.80" } }'],
    ['metrics: { a: { unit: | } }', 'requests/s', 'metrics: { a: { unit: requests/s } }'],
    ['metrics: { a: { unit: | } }', '%', 'metrics: { a: { unit: "%" } }'],
    [
      'fairness: { metric: | }\nmetrics: { new_one: {} }',
      'new_one',
      'fairness: { metric: new_one }\nmetrics: { new_one: {} }',
    ],
    [
      'metrics: { a: { split: te| } }\ndata: { splits: { test-b: x.csv } }',
      'test-b',
      'metrics: { a: { split: test-b } }\ndata: { splits: { test-b: x.csv } }',
    ],
    [
      'stages: { training: { signed_off: { on: | } } }',
      '2026-10-02',
      'stages: { training: { signed_off: { on: 2026-10-02 } } }',
    ],
    [
      'data: { table: data/train.csv, split: { column: fold, roles: { tr| } } }',
      'train',
      'data: { table: data/train.csv, split: { column: fold, roles: { train:  } } }',
    ],
    [
      'data: { table: data/train.csv, split: { column: fold, roles: { site-b: | } } }',
      'production',
      'data: { table: data/train.csv, split: { column: fold, roles: { site-b: production } } }',
    ],
    [
      'metrics: { a: { split: | } }\ndata: { table: x.csv, split: { column: fold, roles: { site-b: test } } }',
      'site-b',
      'metrics: { a: { split: site-b } }\ndata: { table: x.csv, split: { column: fold, roles: { site-b: test } } }',
    ],
    // Paths
    ['runs: re|', 'reports/', 'runs: reports/'],
    ['runs: reports/|', 'a.json', 'runs: reports/a.json'],
    ['runs: [reports/k|pi]', 'kpi.csv', 'runs: [reports/kpi.csv]'],
    ['data: { splits: { train: data/| } }', 'train.csv', 'data: { splits: { train: data/train.csv } }'],
    ['data:\n  splits:\n    train: "data/|"', 'train.csv', 'data:\n  splits:\n    train: "data/train.csv"'],
    [
      'metrics: { a: { from: reports/kpi.csv#| } }',
      'chargeback_rate',
      'metrics: { a: { from: reports/kpi.csv#chargeback_rate } }',
    ],
    // Columns: those of the tables that the text names, saved or not
    [
      'data:\n  splits: { train: data/train.csv }\n  time: |',
      'paid_at',
      'data:\n  splits: { train: data/train.csv }\n  time: paid_at',
    ],
    [
      'data:\n  splits: { train: data/train.csv }\n  groups: [|]',
      'the country',
      'data:\n  splits: { train: data/train.csv }\n  groups: [the country]',
    ],
    [
      'data:\n  table: data/test.csv\n  target: { column: ch| }',
      'channel',
      'data:\n  table: data/test.csv\n  target: { column: channel }',
    ],
    ['data:\n  predictions: reports/k|', 'kpi.csv', 'data:\n  predictions: reports/kpi.csv'],
    [
      'data:\n  predictions: { path: reports/kpi.csv, id: | }',
      'month',
      'data:\n  predictions: { path: reports/kpi.csv, id: month }',
    ],
    // Expressions
    ['metrics:\n  a: { expr: | }', 'f1', 'metrics:\n  a: { expr: f1 }'],
    ['metrics:\n  a: { expr: | }', '`mAP50(B)`', 'metrics:\n  a: { expr: "`mAP50(B)`" }'],
    ['metrics:\n  a: { expr: "f1 - mA|" }', '`mAP50(B)`', 'metrics:\n  a: { expr: "f1 - `mAP50(B)`" }'],
    ['metrics:\n  a: { expr: "f1 - `mA|" }', '`mAP50(B)`', 'metrics:\n  a: { expr: "f1 - `mAP50(B)`" }'],
    ['metrics:\n  a: { expr: "f1[|]" }', 'split=', 'metrics:\n  a: { expr: "f1[split=]" }'],
    ['metrics:\n  a: { expr: "f1[split=|" }', 'train', 'metrics:\n  a: { expr: "f1[split=train" }'],
    [
      'metrics:\n  a: { expr: "f1[split=tr|ain] - f1" }',
      'test',
      'metrics:\n  a: { expr: "f1[split=test] - f1" }',
    ],
    ['metrics:\n  a:\n    expr: m|', 'min(', 'metrics:\n  a:\n    expr: min('],
    [
      'stages: { training: { criteria: { x: { evidence: { metric: "re|" } } } } }\nmetrics: { recall: {} }',
      'recall',
      'stages: { training: { criteria: { x: { evidence: { metric: "recall" } } } } }\nmetrics: { recall: {} }',
    ],
    // Evidence
    [
      'stages: { training: { criteria: { x: { evidence: { | } } } } }',
      'lint',
      'stages: { training: { criteria: { x: { evidence: { lint:  } } } } }',
    ],
    [
      'stages: { training: { criteria: { x: { evidence: { lint: [leakage, |] } } } } }',
      'test-misuse',
      'stages: { training: { criteria: { x: { evidence: { lint: [leakage, test-misuse] } } } } }',
    ],
    [
      'stages: { training: { criteria: { x: { evidence: { field: problem.d| } } } } }',
      'problem.decision',
      'stages: { training: { criteria: { x: { evidence: { field: problem.decision } } } } }',
    ],
    [
      'stages: { training: { criteria: { x: { evidence: { notebook: notebooks/| } } } } }',
      'eda.ipynb',
      'stages: { training: { criteria: { x: { evidence: { notebook: notebooks/eda.ipynb } } } } }',
    ],
    [
      'stages: { training: { criteria: { x: { evidence: [{ file: docs/| }] } } } }',
      'scope.md',
      'stages: { training: { criteria: { x: { evidence: [{ file: docs/scope.md }] } } } }',
    ],
  ])('in %j: %s', async (source, label, expected) => {
    expect(applied(source, await manifest.complete(source), label)).toBe(expected);
  });
});

describe('what is offered', () => {
  const labels = async (source: string): Promise<readonly string[]> =>
    (await manifest.complete(source)).map(({ label }) => label);

  it('begins with what is required, and leaves out what is there', async () => {
    expect((await labels('|')).slice(0, 3)).toEqual(['version', 'name', 'lifecycle']);
    expect((await labels('version: 1\n|\nlifecycle: x')).slice(0, 1)).toEqual(['name']);
    expect(await labels('name: x\n|')).not.toContain('name');
    expect(await labels('metrics:\n  recall: {}\n  |')).not.toContain('recall');
    expect(await labels('data:\n  splits: { train: data/train.csv }\n  groups: [card_id, |]')).not.toContain(
      'card_id',
    );
  });

  it('is, in evidence, one kind and what qualifies it', async () => {
    const evidence = (inside: string): string =>
      `stages: { training: { criteria: { x: { evidence: { ${inside} } } } } }`;
    expect(await labels(evidence('|'))).toEqual(expect.arrayContaining(['field', 'file', 'metric', 'where']));
    expect(await labels(evidence('|'))).not.toContain('sections');
    expect(await labels(evidence('file: a, |'))).toEqual(['sections', 'min_words', 'mentions', 'where']);
  });

  it.each([
    ['# |'],
    ['name: x # |'],
    ['name: |'],
    ['owner: r.a|'],
    ['nobody-knows:\n  |'],
    ['runs: /etc/|'],
    ['runs: ../|'],
    ['problem:\n   decision: x\n |'],
    ['metrics: { a: { expr: "f1 |" } }'],
    ['metrics: { a: { expr: "f1[split=train] |" } }'],
    ['metrics: { a: { expr: "f1[spl |" } }'],
  ])('is nothing in %j', async source => {
    expect(await labels(source)).toEqual([]);
  });

  it('are no hidden files, unless a dot was typed', async () => {
    expect(await labels('data: { table: data/raw/| }')).toEqual([]);
    expect(
      await labels('owner: x\nstages: { a: { criteria: { b: { evidence: { file: data/raw/.| } } } } }'),
    ).toEqual(['.hidden']);
  });

  it('knows a lifecycle of the project, by its unsaved text too', async () => {
    const files = {
      ...FILES,
      '/w/holdout.yaml': 'version: 1\nname: x\nlifecycle: ./ours.yaml\nmetrics: { recall: { min: 1 } }\n',
      '/w/ours.yaml':
        'id: ours\ntitle: Ours\nstages: [{ id: idea, title: Idea, criteria: [{ id: why, ask: Why? }] }]\n',
    };
    const inManifest = await editor(files);
    const source = 'version: 1\nname: x\nlifecycle: ./ours.yaml\nstages:\n  |';
    expect((await inManifest.complete(source)).map(({ label }) => label)).toEqual(['idea']);
    const inLifecycle = await editor(files, '/w/ours.yaml');
    const evidence =
      'id: ours\nstages:\n  - id: idea\n    criteria:\n      - id: why\n        evidence: { metric: | }';
    expect((await inLifecycle.complete(evidence)).map(({ label }) => label)).toContain('recall');
    expect((await inLifecycle.complete('id: ours\n|')).map(({ label }) => label)).toContain('stages');
    expect(await (await editor(files, '/w/other.yaml')).complete('|')).toEqual([]);
  });
});
