import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/manifest/parse';
import { parseMetricFile } from '../../../src/metrics/mlflow/metric-file';
import { readProjectMetrics } from '../../../src/project/project-metrics';
import { runMeta } from '../evidence/mlflow';
import { memoryFiles } from '../project/memory-files';

const EXPERIMENT = "experiment_id: '0'\nlifecycle_stage: active\nname: fraud\n";

/** The runs that a manifest selects from a store; files by their path below `mlruns`. */
async function read(files: Readonly<Record<string, string>>, source = '{ path: mlruns }', more = '') {
  const text = `version: 1\nname: x\nlifecycle: nine-stage\nruns: [${source}]\n${more}`;
  const { value } = parseManifest('/p/holdout.yaml', text);
  const all = { '0/meta.yaml': EXPERIMENT, ...files };
  const disk = memoryFiles(
    Object.fromEntries(Object.entries(all).map(([path, content]) => [`/p/mlruns/${path}`, content])),
  );
  const { table, problems, unread } = await readProjectMetrics(disk, value);
  return {
    table,
    runs: table.runs.map(({ name }) => name),
    values: table.values.map(({ name, split, value: v, step }) =>
      [split === undefined ? name : `${name} on ${split}`, v, step].join(' '),
    ),
    problems: problems.map(({ code }) => code),
    unread: unread.map(({ reason }) => reason),
  };
}

describe('the lines of a metric', () => {
  it.each<[string, string, readonly (readonly [number, number])[]]>([
    ['old stores have no step', '1766000000000 0.5\n', [[0, 0.5]]],
    [
      'time, value, step',
      '1 0.5 0\n2 0.6 1\n',
      [
        [0, 0.5],
        [1, 0.6],
      ],
    ],
    ['the step stands third, whatever follows', '1 0.5 7 data abc123\n', [[7, 0.5]]],
    ['a point that is there twice counts once', '1 0.5 3\n1 0.5 3\n', [[3, 0.5]]],
    [
      'steps may come in any order',
      '3 0.7 2\n1 0.5 0\n',
      [
        [0, 0.5],
        [2, 0.7],
      ],
    ],
    ['of one step the last by time counts', '2 0.6 0\n1 0.9 0\n', [[0, 0.6]]],
    ['of one time the greatest value', '1 0.6 0\n1 0.5 0\n', [[0, 0.6]]],
    [
      'numbers as Python writes them',
      '1 nan 0\n1 inf 1\n1 -inf 2\n1 1e-05 3\n',
      [
        [0, NaN],
        [1, Infinity],
        [2, -Infinity],
        [3, 1e-5],
      ],
    ],
    [
      'lines of Windows',
      '1 0.5 0\r\n2 0.6 1\r\n',
      [
        [0, 0.5],
        [1, 0.6],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_, text, points) => {
    const read = parseMetricFile(text);
    expect(read.fault).toBeUndefined();
    expect(read.points.map(({ step, value }) => [step, value])).toEqual(points);
  });

  it.each(['1 0.5 0\nabc', '1 half 0', '1', '1.5 0.5 0', '1 0.5 x'])('%j is no metric', text => {
    expect(parseMetricFile(text).fault).toBe(text.split('\n').length - 1);
  });
});

describe('an MLflow folder', () => {
  it('gives runs with metrics, parameters, tags and times', async () => {
    const { table, values, problems } = await read({
      '0/r1/meta.yaml': runMeta('r1'),
      '0/r1/metrics/recall': '1 0.8 0\n2 0.9 1\n',
      '0/r1/metrics/val/loss': '1 0.3 0\n',
      '0/r1/params/depth': '6',
      '0/r1/tags/mlflow.runName': 'first\n',
    });
    expect(problems).toEqual([]);
    expect(values).toEqual(['recall 0.9 1', 'loss on validation 0.3 0']);
    expect(table.series).toMatchObject([{ name: 'recall', steps: Float64Array.of(0, 1) }]);
    expect(table.runs).toMatchObject([
      {
        id: 'r1',
        name: 'first',
        file: '/p/mlruns/0/r1/meta.yaml',
        time: '2025-12-17T19:33:20.000Z',
        params: { depth: '6' },
        tracked: { experiment: '0', status: 'FINISHED', user: 'ana', tags: { 'mlflow.runName': 'first' } },
      },
    ]);
  });

  it('accepts a run whose empty folders Git has dropped, and an id that is a number', async () => {
    const meta =
      'experiment_id: 0\nrun_uuid: old\nname: ""\nlifecycle_stage: active\nstart_time: null\nstatus: 3\n';
    const { table } = await read({ '0/old/meta.yaml': meta });
    expect(table.runs).toMatchObject([{ id: 'old', name: 'old', params: {} }]);
    expect(table.runs[0]?.time).toBeUndefined();
  });

  it('leaves out deleted runs and experiments, the trash, models and what is no run', async () => {
    const { runs, problems } = await read({
      '0/r1/meta.yaml': runMeta('r1'),
      '0/r2/meta.yaml': runMeta('r2', { lifecycle_stage: 'deleted' }),
      '0/tags/team': 'a',
      '0/datasets/d/meta.yaml': 'digest: x\n',
      '0/traces/t/meta.yaml': runMeta('t'),
      '0/models/m-1/meta.yaml': runMeta('m-1'),
      '1/meta.yaml': EXPERIMENT.replace('active', 'deleted'),
      '1/r3/meta.yaml': runMeta('r3'),
      '.trash/2/meta.yaml': EXPERIMENT,
      '.trash/2/r4/meta.yaml': runMeta('r4'),
      'models/fraud/meta.yaml': 'name: fraud\n',
    });
    expect(runs).toEqual(['run r1']);
    expect(problems).toEqual([]);
  });

  it('takes an experiment without its meta.yaml by its folder', async () => {
    expect(
      (await read({ '7/r1/meta.yaml': runMeta('r1') }, '{ path: mlruns, experiment: "7" }')).runs,
    ).toEqual(['run r1']);
  });

  it('says what is broken, and does not believe the run', async () => {
    const { table, problems } = await read({
      '0/r1/meta.yaml': runMeta('r1'),
      '0/r1/metrics/f1': '1 0.8 0\n2 0.9',
      '0/r1/metrics/recall': '1 0.8 zero\n',
      '0/r2/meta.yaml': '{ run_id: r2',
    });
    expect(problems).toEqual(['bad-metric', 'bad-meta']);
    expect(table.runs.map(({ fault }) => fault?.range.start.line)).toEqual([0]);
  });

  it('counts the newest first, finished runs alone', async () => {
    const { runs } = await read({
      '0/a/meta.yaml': runMeta('a', { start_time: 1 }),
      '0/b/meta.yaml': runMeta('b', { start_time: 3 }),
      '0/c/meta.yaml': runMeta('c', { start_time: 2 }),
      '0/d/meta.yaml': runMeta('d', { start_time: 4, status: 1 }),
      '0/e/meta.yaml': runMeta('e', { start_time: 5, status: 4 }),
    });
    expect(runs).toEqual(['run b', 'run c', 'run a']);
  });

  const THREE = {
    '0/a/meta.yaml': runMeta('a'),
    '0/a/metrics/recall': '1 0.7 0\n',
    '0/a/tags/stage': 'candidate',
    '0/b/meta.yaml': runMeta('b'),
    '0/b/metrics/recall': '1 0.9 0\n',
    '0/b/tags/stage': 'debug',
    '0/c/meta.yaml': runMeta('c', { status: 4 }),
    '0/c/tags/stage': 'candidate',
  };

  it.each([
    [`{ path: mlruns, where: "tags.stage = 'candidate'" }`, ['run a'], []],
    [`{ path: mlruns, where: "tags.stage = 'candidate' and status = 'FAILED'" }`, ['run c'], []],
    [`{ path: mlruns, where: "metrics.recall > 0.8" }`, ['run b'], []],
    [`{ path: mlruns, where: "tags.stage = 'none'" }`, [], ['no run of it satisfies `where`']],
    ['{ path: mlruns, pick: best }', ['run b', 'run a'], []],
    ['{ path: mlruns, pick: b }', ['run b'], []],
    ['{ path: mlruns, pick: run a }', ['run a'], []],
    ['{ path: mlruns, pick: z }', [], ['it holds no run `z`']],
    ['{ path: mlruns, experiment: fraud }', ['run a', 'run b'], []],
    ['{ path: mlruns, experiment: "0" }', ['run a', 'run b'], []],
    ['{ path: mlruns, experiment: churn }', [], ['it holds no run of `churn`; it has fraud']],
    ['{ path: mlruns/0 }', ['run a', 'run b'], []],
    ['{ path: mlruns/0/a/tags }', [], [expect.stringMatching(/none of MLflow or DVCLive/)]],
  ])('%s', async (source, runs, unread) => {
    const found = await read(THREE, source, 'metrics: { recall: { min: 0.5 } }\n');
    expect({ runs: found.runs, unread: found.unread }).toEqual({ runs, unread });
  });

  it('cannot pick the best without a metric that says which way is better', async () => {
    const { unread } = await read(THREE, '{ path: mlruns, pick: best }', 'metrics: { recall: {} }\n');
    expect(unread).toEqual([expect.stringMatching(/needs a metric with a target or a `direction`/)]);
  });

  it('says that none of its runs has finished', async () => {
    const { unread } = await read({ '0/a/meta.yaml': runMeta('a', { status: 1 }) });
    expect(unread).toEqual(['none of its 1 runs has finished']);
  });
});
