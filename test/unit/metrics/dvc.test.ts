import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/manifest/parse';
import { readPath, type TableRead } from '../../../src/metrics/read-path';
import { lookUp } from '../../../src/metrics/select';
import { readPipeline } from '../../../src/metrics/dvc/read-pipeline';
import { confined } from '../../../src/project/confined';
import { readProjectMetrics } from '../../../src/project/project-metrics';
import { readRunFiles } from '../../../src/project/run-files';
import { memoryFiles } from '../project/memory-files';
import { draw } from './draw';

const MD5 = 'd41d8cd98f00b204e9800998ecf8427e';
const OTHER = '0cc175b9c0f1b6a831c399e269772661';
const below = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`/p/${path}`, text]));

/** What `runs: [dvc.yaml]` selects. */
async function read(files: Readonly<Record<string, string>>, source = 'dvc.yaml') {
  const { value } = parseManifest('/p/holdout.yaml', `holdout: 1\nname: x\nruns: [${source}]\n`);
  const found = await readProjectMetrics(memoryFiles(below(files)), value);
  return {
    ...found,
    drawn: draw({ value: found.table, problems: found.problems }),
    runs: found.table.runs.map(({ name, source: from, params }) => ({ name, from, params })),
    files: [...new Set(found.table.values.map(({ place }) => place.file))],
  };
}

const PIPELINE = `metrics:
  - reports/final.json
stages:
  train:
    cmd: python train.py
    params: [lr]
    metrics:
      - eval/train.json: { cache: false }
  evaluate:
    cmd: python evaluate.py
    wdir: eval
    metrics: [test.yaml]
`;

describe('a pipeline of DVC', () => {
  it('is one run with the metrics that it names, wherever they lie, and the parameters of its lock', async () => {
    const { drawn, runs, files } = await read({
      'dvc.yaml': PIPELINE,
      'dvc.lock': `schema: '2.0'\nstages:\n  train:\n    params:\n      params.yaml:\n        lr: 0.1\n        model:\n          depth: 4\n`,
      'params.yaml': 'lr: 0.5\n',
      'reports/final.json': '{ "auc": Infinity }',
      'eval/train.json': '{ "train": { "loss": 0.25 } }',
      'eval/test.yaml': 'accuracy: .nan\n',
    });
    expect(drawn).toEqual(['auc = Infinity  1:10', 'loss @train = 0.25  1:22', 'accuracy = NaN  1:11']);
    expect(runs).toEqual([{ name: 'p', from: 'dvc', params: { lr: '0.1', 'model.depth': '4' } }]);
    expect(files).toEqual(['/p/reports/final.json', '/p/eval/train.json', '/p/eval/test.yaml']);
  });

  it('has the parameters of its files before it first ran', async () => {
    const { runs } = await read({
      'dvc.yaml': 'metrics: [m.json]\nparams: [more.yaml]\n',
      'params.yaml': 'lr: 0.5\nlayers: [8, 4]\n',
      'more.yaml': 'data:\n  seed: 7\n',
      'm.json': '{ "auc": 0.9 }',
    });
    expect(runs[0]?.params).toEqual({ lr: '0.5', layers: '[8, 4]', 'data.seed': '7' });
  });

  it.each([
    ['foreach over a list', 'foreach: [rf, svm]\n    do:\n', '${item}', ['train@rf', 'train@svm']],
    [
      'foreach over a map',
      'foreach: { rf: { f: a }, svm: { f: b } }\n    do:\n',
      '${key}',
      ['train@rf', 'train@svm'],
    ],
    ['foreach over a variable', 'foreach: ${models}\n    do:\n', '${item}', ['train@rf', 'train@svm']],
    ['matrix', 'matrix: { model: [rf, svm], seed: [1] }\n', '${item.model}', ['train@rf-1', 'train@svm-1']],
  ])('%s: each stage is a run of its own', async (_, template, name, expected) => {
    const indent = template.includes('do:') ? '      ' : '    ';
    const { runs, drawn } = await read({
      'dvc.yaml': `stages:\n  train:\n    ${template}${indent}cmd: x\n${indent}metrics: ["out/${name}.json"]\n`,
      'params.yaml': 'models: [rf, svm]\n',
      'out/rf.json': '{ "f1": 0.8 }',
      'out/svm.json': '{ "f1": 0.7 }',
    });
    expect(runs.map(run => run.name)).toEqual(expected);
    expect(drawn).toEqual([`${expected[0] ?? ''}: f1 = 0.8  1:9`, `${expected[1] ?? ''}: f1 = 0.7  1:9`]);
  });

  it('says at its place what it cannot tell without running DVC', async () => {
    const { problems } = await read({
      'dvc.yaml':
        'stages:\n  a: { foreach: "${none}", do: { cmd: x } }\n  b: { cmd: x, metrics: ["${who}.json"] }\n',
    });
    expect(problems.map(({ code, place }) => [code, place.range.start.line])).toEqual([
      ['unresolved', 1],
      ['unresolved', 2],
    ]);
  });

  it.each([
    ['version 3', `cache/files/md5/${MD5.slice(0, 2)}/${MD5.slice(2)}`, {}],
    ['version 2', `cache/${MD5.slice(0, 2)}/${MD5.slice(2)}`, {}],
    [
      'a cache elsewhere',
      `../store/${MD5.slice(0, 2)}/${MD5.slice(2)}`,
      { '.dvc/config': "['cache']\n    dir = ../store\n" },
    ],
  ])('%s: metrics that are not checked out are read from the cache', async (_, path, more) => {
    const { drawn, files, unread } = await read({
      'dvc.yaml': 'stages:\n  e: { cmd: x, metrics: [m.json] }\n',
      'dvc.lock': `stages:\n  e:\n    outs:\n    - path: m.json\n      md5: ${MD5}\n`,
      '.dvc/config': '[core]\n',
      ...more,
      [`.dvc/${path}`.replace('.dvc/../', '')]: '{ "auc": 0.9 }',
    });
    expect(drawn).toEqual(['auc = 0.9  1:10']);
    expect(files).toEqual([`/p/${`.dvc/${path}`.replace('.dvc/../', '')}`]);
    expect(unread).toEqual([]);
  });

  it('finds a file in a folder that is kept as a whole', async () => {
    const { drawn } = await read({
      'dvc.yaml': 'metrics: [eval/m.json]\nstages:\n  e: { cmd: x, outs: [eval] }\n',
      'dvc.lock': `stages:\n  e:\n    outs:\n    - path: eval\n      md5: ${MD5}.dir\n`,
      '.dvc/config': '',
      [`.dvc/cache/files/md5/${MD5.slice(0, 2)}/${MD5.slice(2)}.dir`]: `[{"md5": "${OTHER}", "relpath": "m.json"}]`,
      [`.dvc/cache/files/md5/${OTHER.slice(0, 2)}/${OTHER.slice(2)}`]: '{ "auc": 0.9 }',
    });
    expect(drawn).toEqual(['auc = 0.9  1:10']);
  });

  it('says that metrics are not pulled, so that they are unknown and not missing', async () => {
    const { problems, unread } = await read({
      'dvc.yaml': 'stages:\n  e: { cmd: x, metrics: [m.json] }\n',
      'dvc.lock': `stages:\n  e:\n    outs:\n    - path: m.json\n      md5: ${MD5}\n`,
      '.dvc/config': '',
    });
    expect(problems).toMatchObject([
      {
        code: 'not-pulled',
        message: expect.stringContaining('`dvc pull`') as string,
        place: { range: { start: { line: 1 } } },
      },
    ]);
    expect(unread).toMatchObject([
      { source: '/p/dvc.yaml', reason: expect.stringContaining('`dvc pull`') as string },
    ]);
    expect(unread[0]).not.toHaveProperty('missing');
  });

  it.each([
    ['a file that nothing has made', '[m.json]', 'not-made', /dvc repro/],
    ['one that leaves the project', '[../../etc/m.json]', 'unreadable', /outside/],
    ['one on another machine', '["s3://bucket/m.json"]', 'remote', /another machine/],
  ])('%s is said at its place', async (_, list, code, message) => {
    const text = `metrics:\n  ${list}\n`;
    const files = confined(memoryFiles(), '/p');
    const one = (file: string): Promise<TableRead> => readPath({ files }, file);
    const read = await readPipeline({ files, one }, '/p/dvc.yaml', new TextEncoder().encode(text));
    expect(read.problems).toMatchObject([
      { code, message: expect.stringMatching(message) as string, place: { range: { start: { line: 1 } } } },
    ]);
  });

  it('with a syntax error gives no metric, and says where', async () => {
    const { table, problems } = await read({
      'dvc.yaml': 'metrics: [m.json\nstages: {',
      'm.json': '{ "auc": 1 }',
    });
    expect(problems).toMatchObject([{ code: 'bad-yaml', severity: 'error' }]);
    expect(lookUp(table, { name: 'auc' })).toMatchObject({ kind: 'malformed' });
  });

  it('claims its files: they are no runs of their own', async () => {
    const found = await readRunFiles(
      {
        files: memoryFiles(
          below({
            'dvc.yaml': 'metrics: [dvclive/metrics.json]\n',
            'dvc.lock': "schema: '2.0'\n",
            'params.yaml': 'lr: 1\n',
            'dvclive/metrics.json': '{ "loss": 0.1, "step": 1 }',
            'dvclive/plots/metrics/loss.tsv': 'step\tloss\n0\t0.5\n1\t0.1\n',
            'other/m.json': '{ "auc": 0.9 }',
          }),
        ),
      },
      ['/p'],
    );
    expect(found.table.runs.map(({ id, source }) => [id, source])).toEqual([
      ['/p/dvc.yaml', 'dvc'],
      ['/p/other/m.json', 'json'],
    ]);
    expect(found.skipped).toEqual([]);
    expect(found.table.series?.map(({ run, steps }) => [run, [...steps]])).toEqual([['/p/dvc.yaml', [0, 1]]]);
  });
});

describe('a folder of DVCLive', () => {
  const FOLDER = {
    'dvclive/metrics.json': '{ "train": { "loss": 0.1 }, "best": { "acc": 0.95 }, "step": 2 }',
    'dvclive/params.yaml': 'lr: 0.01\noptimizer: { name: adam }\n',
    'dvclive/plots/metrics/train/loss.tsv':
      'timestamp\tstep\tloss\r\n1\t0\t0.5\r\n2\t1\tnan\r\n3\t2\t0.1\r\n',
    'dvclive/plots/metrics/eval/acc.tsv': 'step\tacc\n0\t0.8\n1\t0.9\n',
    'dvclive/plots/sklearn/roc.json': '{ "roc": [{ "fpr": 0, "tpr": 0, "threshold": Infinity }] }',
    'dvclive/report.md': '# x',
  };

  it('is one run: last values, their steps, parameters', async () => {
    const { drawn, table, runs } = await read(FOLDER, 'dvclive/');
    expect(drawn).toEqual([
      'loss @train = 0.1 step 2  1:22',
      'best.acc = 0.95 step 2  1:46',
      'eval.acc = 0.9 step 1  3:1',
    ]);
    expect(
      table.series?.map(({ name, split, steps, values }) => [name, split, [...steps], [...values]]),
    ).toEqual([
      ['eval.acc', undefined, [0, 1], [0.8, 0.9]],
      ['loss', 'train', [0, 1, 2], [0.5, NaN, 0.1]],
    ]);
    expect(runs).toEqual([
      { name: 'dvclive', from: 'dvc', params: { lr: '0.01', 'optimizer.name': 'adam' } },
    ]);
  });

  it('of version 0 lies beside its summary', async () => {
    const { drawn, table } = await read(
      {
        'dvclive.json': '{ "loss": 0.1, "step": 1 }',
        'dvclive/loss.tsv': 'timestamp\tstep\tloss\n1\t0\t0.5\n2\t1\t0.1\n',
      },
      'dvclive',
    );
    expect(drawn).toEqual(['loss = 0.1 step 1  1:11']);
    expect(table.series?.map(({ steps }) => [...steps])).toEqual([[0, 1]]);
  });

  it('says which line of a log is none, and reads the others', async () => {
    const { drawn } = await read(
      { ...FOLDER, 'dvclive/plots/metrics/eval/acc.tsv': 'step\tacc\n0\t0.8\nx\t' },
      'dvclive',
    );
    expect(drawn.slice(-2)).toEqual(['eval.acc = 0.8 step 0  2:1', 'warning unreadable  1:1']);
  });
});

describe('plots of DVCLive', () => {
  const plot = async (text: string) => {
    const { table, problems, skipped } = await readRunFiles(
      { files: memoryFiles({ '/p/plot.json': text }) },
      ['/p/plot.json'],
    );
    return { drawn: draw({ value: table, problems }), reasons: skipped.map(({ reason }) => reason) };
  };

  it('are no metrics where they are curves, also with the bare Infinity of scikit-learn', async () => {
    const { reasons } = await plot(
      '{"roc": [{"fpr": 0.0, "tpr": 0.0, "threshold": Infinity}, {"fpr": 1, "tpr": 1, "threshold": 0}]}',
    );
    expect(reasons).toEqual([
      'This is a curve (`roc`, 2 points) to draw, and no metric; log its area to have that.',
    ]);
  });

  it('give counts where they hold the answers of each row', async () => {
    const rows = ['0 0', '0 1', '1 1', '1 1']
      .map(row => row.split(' '))
      .map(([actual, predicted]) => ({ actual, predicted }));
    const { drawn } = await plot(JSON.stringify(rows));
    expect(drawn).toContain('accuracy = 0.75 (3/4)  1:1');
    expect(drawn).toContain('recall [class=0] = 0.5 (1/2)  1:1');
  });
});

describe('experiments of DVC', () => {
  const COMMIT = `ab/${'c'.repeat(38)}`;
  const FILES = { 'dvc.yaml': PIPELINE, '.git/HEAD': 'ref: refs/heads/main\n' };
  const said = async (files: Readonly<Record<string, string>>) => {
    const { problems } = await read({ ...FILES, ...files });
    return problems.flatMap(({ code, message }) => (code === 'experiments' ? message : []));
  };

  it('are counted, packed or not, each once', async () => {
    const [message] = await said({
      [`.git/refs/exps/${COMMIT}/tardy-lily`]: `${MD5}\n`,
      [`.git/refs/exps/${COMMIT}/brief-oak`]: `${MD5}\n`,
      '.git/packed-refs': `# pack-refs with: peeled\n${'d'.repeat(40)} refs/exps/${COMMIT}/tardy-lily\n${'d'.repeat(40)} refs/exps/${COMMIT}/wary-ash\n${'d'.repeat(40)} refs/tags/v1\n`,
    });
    expect(message).toContain('3 experiments of DVC (`brief-oak` …) are kept in Git, and not read');
  });

  it('are none where DVC is only busy, or nothing was tried', async () => {
    expect(await said({ '.git/refs/exps/exec/EXEC_HEAD': MD5, '.git/refs/exps/stash': MD5 })).toEqual([]);
    expect(await said({})).toEqual([]);
  });

  it('is one, by its name', async () => {
    expect(await said({ [`.git/refs/exps/${COMMIT}/brief-oak`]: MD5 })).toEqual([
      expect.stringContaining('an experiment of DVC, `brief-oak`, is kept in Git, and not read'),
    ]);
  });
});
