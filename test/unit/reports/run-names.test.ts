import { expect, test } from 'vitest';
import type { Run } from '../../../src/metrics/table';
import { runNames } from '../../../src/reports/run-names';

const run = (file: string, name = file.slice(file.lastIndexOf('/') + 1), id = file): Run => ({
  id,
  name,
  file,
  params: {},
});

const names = (...runs: readonly Run[]): readonly string[] => [...runNames(runs, '/p').values()];

test('names that are different stay as they are', () => {
  expect(names(run('/p/runs/a.json'), run('/p/runs/b.json'))).toEqual(['a.json', 'b.json']);
});

test('files of one name go by what tells their paths apart', () => {
  expect(names(run('/p/runs/small/metrics.json'), run('/p/runs/large/metrics.json'))).toEqual([
    'small',
    'large',
  ]);
  expect(names(run('/p/runs/a/1/m.json'), run('/p/runs/b/2/m.json'))).toEqual(['a/1', 'b/2']);
});

test('a path that would lose all of itself stays whole', () => {
  expect(names(run('/p/m.json'), run('/p/old/m.json'))).toEqual(['m.json', 'old/m.json']);
  expect(names(run('/p/a/m.json'), run('/p/a/b/m.json'))).toEqual(['a/m.json', 'a/b/m.json']);
});

test('a name that is not the file’s stays, with what tells it apart beside it', () => {
  const twice = [run('/p/mlruns/1/x', 'candidate'), run('/p/mlruns/1/y', 'candidate')];
  expect(names(...twice)).toEqual(['candidate (x)', 'candidate (y)']);
});

test('runs of one name in one file have their ids', () => {
  const twice = [run('/p/runs.csv', 'seed', 'r1'), run('/p/runs.csv', 'seed', 'r2')];
  expect(names(...twice)).toEqual(['seed (r1)', 'seed (r2)']);
});
