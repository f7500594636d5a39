import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabularyOf } from '../../../src/lifecycle/vocabulary';
import { newManifest } from '../../../src/manifest/create';
import { parseManifest } from '../../../src/manifest/parse';
import { propose } from '../../../src/project/propose/propose';
import { memoryFiles } from './memory-files';

type Contents = Readonly<Record<string, string | Uint8Array>>;

/** What is proposed for a repository at `/w/churn`, without the reasons; and the manifest that comes of it. */
async function proposed(contents: Contents) {
  const files = memoryFiles(
    Object.fromEntries(Object.entries(contents).map(([path, text]) => [`/w/churn/${path}`, text])),
  );
  const proposal = await propose(files, '/w/churn');
  const text = newManifest({ name: proposal.name.value, lifecycle: 'nine-stage', proposal });
  const { value: manifest, problems } = parseManifest('/w/churn/holdout.yaml', text, vocabularyOf([]));
  expect(problems).toEqual([]);
  return { proposal, text, manifest };
}

const values = (found: readonly { readonly value: string }[]) => found.map(({ value }) => value);

const TRAIN = 'age,plan,churned\n1,a,0\n';
const TEST = 'age,plan\n1,a\n';
const METRICS = '{"recall": 0.9, "n": 40}';
const NOTEBOOK = '{"nbformat": 4, "metadata": {}, "cells": []}';

interface Expected {
  readonly name?: string;
  readonly splits?: Readonly<Record<string, string>>;
  readonly target?: string;
  readonly metrics?: readonly string[];
  readonly runs?: readonly string[];
  readonly exclude?: readonly string[];
}

const LAYOUTS: readonly (readonly [string, Contents, Expected])[] = [
  ['an empty folder', {}, { name: 'churn' }],
  [
    'scripts alone',
    {
      'train.py': '',
      'requirements.txt': 'scikit-learn\n',
      'pyproject.toml': '[build-system]\nname = "no"\n[project]\nname = "churn-model"\n',
    },
    { name: 'churn-model' },
  ],
  [
    'a competition, in which the test rows have no answers',
    {
      'README.md': '# Who will leave?\n',
      'data/train.csv': TRAIN,
      'data/test.csv': TEST,
      'data/sample_submission.csv': 'id\n',
    },
    {
      name: 'Who will leave?',
      splits: { train: 'data/train.csv', test: 'data/test.csv' },
      target: 'churned',
    },
  ],
  [
    'Cookiecutter Data Science',
    {
      'README.md': '[![CI](a.svg)](b)\n\n# *Churn* of [customers](x)\n',
      'data/raw/train.csv': TRAIN,
      'data/raw/test.csv': TRAIN,
      'data/processed/train.csv': TRAIN,
      'data/processed/val.csv': TRAIN,
      'data/processed/test.csv': TRAIN,
      'models/.gitkeep': '',
      'notebooks/1.0-eda.ipynb': NOTEBOOK,
      'reports/metrics.json': METRICS,
      'src/train.py': '',
    },
    {
      name: 'Churn of customers',
      splits: {
        train: 'data/processed/train.csv',
        validation: 'data/processed/val.csv',
        test: 'data/processed/test.csv',
      },
      metrics: ['recall'],
      runs: ['reports/metrics.json'],
    },
  ],
  [
    'DVC with parameters',
    {
      'dvc.yaml':
        'stages:\n  evaluate:\n    cmd: python e.py\n    metrics: [{ eval/live.json: { cache: false } }, "${x}.json"]\nmetrics: [summary.json]\n',
      'params.yaml': 'prepare: { seed: 1 }\ntrain: { target_column: churned }\n',
      'eval/live.json': METRICS,
      'summary.json': '{"f1": 0.5}',
      'data/train_v2.csv': TRAIN,
      'data/test_v2.csv': TRAIN,
    },
    {
      splits: { train: 'data/train_v2.csv', test: 'data/test_v2.csv' },
      target: 'churned',
      metrics: ['recall', 'f1'],
      runs: ['eval/live.json', 'summary.json'],
    },
  ],
  [
    'MLflow',
    { 'mlruns/0/meta.yaml': 'name: Default\n', 'mlruns/0/a1/metrics/recall': '1 0.9 0\n', 'train.py': '' },
    { runs: ['mlruns'] },
  ],
  ['a folder that is only called as MLflow calls its own', { 'mlruns/readme.txt': '' }, {}],
  [
    'pictures in folders',
    { 'images/train/cats/1.jpg': '', 'images/val/cats/2.jpg': '', 'images/test/cats/3.jpg': '' },
    { splits: { train: 'images/train', validation: 'images/val', test: 'images/test' } },
  ],
  [
    'results of several runs',
    { 'results/a.json': METRICS, 'results/b.json': '{"accuracy": 1}', 'package.json': '{"recall": 1}' },
    { metrics: ['recall', 'accuracy'], runs: ['results/*.json'] },
  ],
  [
    'results beside what is none',
    { 'results/a.json': METRICS, 'results/b.json': METRICS, 'results/config.json': '{"path": "x"}' },
    { metrics: ['recall'], runs: ['results/a.json', 'results/b.json'] },
  ],
  [
    'features apart from labels, which are no table of a split',
    {
      'data/X_train.csv': 'a\n',
      'data/X_test.csv': 'a\n',
      'data/y_train.csv': 'y\n',
      'data/y_test.csv': 'y\n',
    },
    { splits: { train: 'data/X_train.csv', test: 'data/X_test.csv' } },
  ],
  ['one table that is named like a split', { 'data/test.csv': TEST, 'latest.csv': TEST }, {}],
  [
    'old code that is kept',
    {
      'archive/old.py': '',
      'archive/deep/older.ipynb': NOTEBOOK,
      'legacy/notes.md': '',
      'src/archive/a.py': '',
    },
    { exclude: ['archive/**'] },
  ],
];

describe('for a repository of this layout', () => {
  it.each(LAYOUTS)('%s', async (_, contents, expected) => {
    const { proposal, manifest } = await proposed(contents);
    expect({
      name: proposal.name.value,
      splits: Object.fromEntries(proposal.splits.map(({ name, value }) => [name, value])),
      target: proposal.target?.value,
      metrics: values(proposal.metrics),
      runs: values(proposal.runs),
      exclude: values(proposal.exclude),
    }).toEqual({
      name: 'churn',
      splits: {},
      target: undefined,
      metrics: [],
      runs: [],
      exclude: [],
      ...expected,
    });
    expect(manifest.name).toBe(proposal.name.value);
    expect(manifest.declarations.splits.map(({ name, path }) => [name, path])).toEqual(
      Object.entries(expected.splits ?? {}),
    );
    expect(manifest.declarations.target?.column).toBe(expected.target);
    expect(manifest.metrics.map(({ name }) => name)).toEqual(expected.metrics ?? []);
    expect(manifest.runs.map(run => ('path' in run ? run.path : run.server))).toEqual(expected.runs ?? []);
    expect(manifest.lint.exclude).toEqual(expected.exclude ?? []);
  });
});

describe('a proposal', () => {
  it('says of each value why', async () => {
    const { text } = await proposed(LAYOUTS[2]?.[1] ?? {});
    expect(text).toContain('name: "Who will leave?" # the title of README.md\n');
    expect(text).toContain('    train: data/train.csv # by its name\n');
    expect(text).toContain(
      'target: { column: churned } # the one column of data/train.csv that data/test.csv lacks\n',
    );
  });

  it('fills in nothing that a person has to answer', async () => {
    for (const [, contents] of LAYOUTS) {
      const { manifest } = await proposed(contents);
      const filled = [...manifest.fields].filter(([, { filled: is }]) => is).map(([path]) => path);
      const own =
        /^(version|name|lifecycle|data|data\.(splits|target)(\..*)?|metrics(\..*)?|runs|lint(\..*)?)$/;
      expect(filled.filter(path => !own.test(path))).toEqual([]);
      expect(manifest.metrics.filter(({ target }) => target)).toEqual([]);
    }
  });

  it('decides nothing between splits that lie in two places alike, and says so', async () => {
    const { proposal, text } = await proposed({
      'a/train.csv': TRAIN,
      'a/test.csv': TRAIN,
      'b/train.csv': TRAIN,
      'b/test.csv': TRAIN,
    });
    expect(proposal.splits).toEqual([]);
    expect(text).toContain('## Splits lie in a/ and in b/; name those that count under data.splits.\n');
  });

  it('takes no target where two signs disagree, or a name alone speaks for it', async () => {
    const disagreeing = { 'params.yaml': 'target: plan\n', 'data/train.csv': TRAIN, 'data/test.csv': TEST };
    expect((await proposed(disagreeing)).proposal.target).toBeUndefined();
    const named = { 'data/train.csv': 'a,target\n', 'data/test.csv': 'a,target\n' };
    expect((await proposed(named)).proposal.target).toBeUndefined();
  });

  it('says where notebooks lie that the lifecycle does not look for', async () => {
    const { text } = await proposed({ 'analysis/eda.ipynb': NOTEBOOK });
    expect(text).toContain('yours lie elsewhere, as analysis/eda.ipynb does.\n');
    expect((await proposed({ 'notebooks/eda.ipynb': NOTEBOOK })).proposal.notes).toEqual([]);
  });

  it('reads past what is broken: no text, no YAML, no JSON, an alias bomb', async () => {
    const bomb = `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntarget: *c\nmetrics: [*c]\n`;
    const { proposal } = await proposed({
      'README.md': new Uint8Array([0, 255]),
      'pyproject.toml': '[project\nname = ',
      'params.yaml': bomb,
      'dvc.yaml': 'metrics: {',
      'metrics.json': '{"recall": ',
      'data/train.csv': new Uint8Array([0xff, 0xfe]),
      'data/test.csv': '',
    });
    expect(proposal.name.value).toBe('churn');
    expect([proposal.target, proposal.metrics, proposal.runs]).toEqual([undefined, [], []]);
  });

  it('is a valid manifest whatever files and columns are called', async () => {
    const odd = fc.stringMatching(/^[^/\\\n\r.]{1,12}$/);
    await fc.assert(
      fc.asyncProperty(odd, odd, odd, async (folder, title, column) => {
        await proposed({
          [`${folder}/train.csv`]: `${column},x\n`,
          [`${folder}/test.csv`]: 'x\n',
          [`${folder}/metrics.json`]: METRICS,
          'README.md': `# ${title}\n`,
        });
      }),
    );
  });
});
