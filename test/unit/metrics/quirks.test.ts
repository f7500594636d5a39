import { describe, expect, test } from 'vitest';
import { readMetrics } from '../../../src/metrics/read';
import { readRunFiles } from '../../../src/project/run-files';
import { memoryFiles } from '../project/memory-files';
import { reportOf } from '../reports/report-of';
import { draw } from './draw';

const parse = (file: string, value: unknown) =>
  readMetrics(`/p/${file}`, new TextEncoder().encode(JSON.stringify(value)));
const bare = (lines: readonly string[]): readonly string[] => lines.map(line => line.replace(/ {2}.*/, ''));

describe('reports of scikit-learn', () => {
  const row = (value: number, support: number) => ({
    precision: value,
    recall: value,
    'f1-score': value,
    support,
  });

  test('a micro average stands for the accuracy where labels were left out; supports may be fractions of none', () => {
    const report = { a: row(0.5, 4), b: row(1, 6), 'micro avg': row(0.8, 10), 'macro avg': row(0.75, 10) };
    const text = JSON.stringify(report).replaceAll('"support":4', '"support":4.0');
    const read = bare(draw(readMetrics('/p/report.json', new TextEncoder().encode(text))));
    expect(read).toContain('precision_micro = 0.8');
    expect(read.filter(line => line.startsWith('accuracy'))).toEqual([]);
  });

  test('a class that is called accuracy is a class', () => {
    const report = { accuracy: row(0.5, 4), other: row(1, 6), 'macro avg': row(0.75, 10) };
    const { values } = parse('report.json', report).value;
    expect(values.filter(({ slice }) => slice?.['class'] === 'accuracy').map(({ name }) => name)).toEqual([
      'precision',
      'recall',
      'f1',
    ]);
  });
});

describe('which way a metric is better', () => {
  const results = (better: boolean, key = 'odd_score') => ({
    results: { task: { [key]: 0.4 } },
    versions: { task: 1 },
    higher_is_better: { task: { odd_score: better } },
  });

  test.each([
    [true, 'higher'],
    [false, 'lower'],
  ])('the evaluation harness says so: %s', (stated, better) => {
    expect(parse('r.json', results(stated, 'odd_score,none')).value.values).toMatchObject([{ better }]);
    const [row] = reportOf('odd_score: {}', { 'r.json': JSON.stringify(results(stated)) }).metrics;
    expect(row?.direction).toBe(better);
  });

  test('the manifest says more', () => {
    const [row] = reportOf('odd_score: { max: 0.5 }', { 'r.json': JSON.stringify(results(true)) }).metrics;
    expect(row?.direction).toBe('lower');
  });
});

test('a run of another machine, whose artifacts lie on a drive that is not here', async () => {
  const run = '/p/mlruns/0/r1';
  const files = memoryFiles({
    '/p/mlruns/0/meta.yaml': 'experiment_id: 0\nname: e\nlifecycle_stage: active\n',
    [`${run}/meta.yaml`]:
      'run_id: r1\nrun_name: one\nstatus: 3\nlifecycle_stage: active\nstart_time: 1700000000000\nartifact_uri: file:///C:/Users/x/mlruns/0/r1/artifacts\nexperiment_id: 0\n',
    [`${run}/metrics/auc`]: '1700000000000 0.9 0\n',
    '/p/mlruns/0/r2/meta.yaml':
      'run_id: r2\nrun_name: two\nstatus: 3\nlifecycle_stage: deleted\nexperiment_id: 0\n',
    '/p/mlruns/0/r2/metrics/auc': '1700000000000 0.1 0\n',
  });
  const { table } = await readRunFiles({ files }, ['/p/mlruns']);
  expect(table.runs.map(({ name }) => name)).toEqual(['one']);
  expect(table.values.map(({ value }) => value)).toEqual([0.9]);
});
