import { describe, expect, it } from 'vitest';
import { readRunFiles } from '../../../src/project/run-files';
import { runMeta } from '../evidence/mlflow';
import { memoryFiles } from '../project/memory-files';

const EXPERIMENT = "experiment_id: '1'\nlifecycle_stage: active\nname: fraud\n";
const RUN = (id: string, folder = `mlruns/1/${id}`): Record<string, string> => ({
  [`${folder}/meta.yaml`]: runMeta(id),
  [`${folder}/metrics/f1`]: '1766000000000 0.91 0\n',
  [`${folder}/metrics/eval/loss`]: '1766000000000 0.2 0\n',
  [`${folder}/params/depth`]: '4',
});

/** What naming a path reads: the runs, and what was left out. */
async function read(path: string, files: Readonly<Record<string, string>>) {
  const disk = memoryFiles(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [`/p/${name}`, content])),
  );
  const { table, skipped } = await readRunFiles({ files: disk }, [path === '' ? '/p' : `/p/${path}`]);
  return {
    runs: table.runs.map(({ id }) => id).sort(),
    metrics: [...new Set(table.values.map(({ name }) => name))].sort(),
    skipped: skipped.map(({ file }) => file.slice('/p/'.length)),
  };
}

describe('a part of an MLflow store that is named', () => {
  const store = { 'mlruns/1/meta.yaml': EXPERIMENT, ...RUN('a'), ...RUN('b') };
  const both = { runs: ['a', 'b'], metrics: ['eval/loss', 'f1'], skipped: [] };
  const one = { ...both, runs: ['a'] };
  it.each([
    ['mlruns', both],
    ['mlruns/1', both],
    ['mlruns/1/meta.yaml', both],
    ['mlruns/1/a', one],
    ['mlruns/1/a/meta.yaml', one],
    ['mlruns/1/a/metrics', one],
    ['mlruns/1/a/metrics/f1', one],
    ['mlruns/1/a/metrics/eval/loss', one],
    ['mlruns/1/a/params/depth', one],
  ])('%s', async (path, expected) => {
    expect(await read(path, store)).toEqual(expected);
  });

  it('leaves out runs of an experiment whose description is broken, as their store does', async () => {
    const files = { 'mlruns/fraud/meta.yaml': '{ broken', ...RUN('a', 'mlruns/fraud/a') };
    expect(await read('mlruns', files)).toEqual({ runs: [], metrics: [], skipped: [] });
    expect(await read('mlruns/fraud', files)).toEqual({ runs: [], metrics: [], skipped: [] });
  });

  it('is an experiment also where its own description was lost', async () => {
    expect(await read('mlruns/1', { ...RUN('a'), ...RUN('b') })).toEqual(both);
  });

  it('is found below a folder that is called like one of its own', async () => {
    expect(await read('metrics/2026/best/metrics/f1', RUN('a', 'metrics/2026/best'))).toEqual(one);
  });

  it('is a run also where it was copied out of its store', async () => {
    expect(await read('best', RUN('a', 'best'))).toEqual(one);
  });
});

describe('a folder that is no store', () => {
  it.each([
    ['a folder `models` of its own', { 'models/churn.json': '{ "name": "churn" }' }],
    ['a folder `.trash` of its own', { '.trash/old.txt': 'x' }],
    ['a `meta.yaml` of another tool', { 'docs/meta.yaml': 'title: Notes\n' }],
    ['a `meta.yaml` of another tool among its models', { 'models/churn/meta.yaml': 'name: churn\n' }],
    [
      'a recipe for conda, whose `meta.yaml` is a template',
      { 'recipe/meta.yaml': '{% set version = "1" %}\npackage: { name: {{ name }} }\n' },
    ],
  ])('with %s is read file by file', async (_what, beside) => {
    const { metrics } = await read('', { 'reports/metrics.json': '{ "f1": 0.9 }', ...beside });
    expect(metrics).toEqual(['f1']);
  });
});
