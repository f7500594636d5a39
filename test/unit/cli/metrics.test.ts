import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import schema from '../../../schemas/metrics.schema.json';
import { program } from './program';

const run = program();
const isValid = new Ajv().compile<MetricsJson>(schema);

interface MetricsJson {
  readonly runs: readonly {
    readonly id: string;
    readonly source: string;
    readonly file: string;
    readonly metrics: Readonly<Record<string, { readonly value: number | string; readonly step?: number }>>;
    readonly series?: number;
  }[];
  readonly problems: readonly { readonly code: string }[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdout-metrics-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function metrics(...paths: readonly string[]): MetricsJson {
  const { out } = run(['metrics', ...paths, '--format', 'json'], folder);
  const json: unknown = JSON.parse(out);
  if (!isValid(json)) throw new Error(JSON.stringify(isValid.errors, undefined, 2));
  return json;
}

describe('the metrics in files and folders', () => {
  it('keeps to its contract, whatever is not finite, and names values apart', () => {
    write('m/a.json', '{ "test": { "recall": 0.9 }, "train": { "recall": 1.0 }, "auc": NaN }');
    const [only] = metrics('m/a.json').runs;
    expect(only).toMatchObject({
      id: 'm/a.json',
      source: 'json',
      metrics: {
        'recall[split=test]': { value: 0.9, split: 'test', at: { file: 'm/a.json', line: 1 } },
        'recall[split=train]': { value: 1 },
        auc: { value: 'NaN' },
      },
    });
  });

  it('reads a folder file by file, and leaves nothing out silently', () => {
    write('f/log/metrics.csv', 'step,loss\n1,0.5\n2,0.25\n');
    write('f/notes.txt', 'hello');
    write('f/empty.json', '');
    write('f/eda.ipynb', '{ "cells": [], "nbformat": 4, "nbformat_minor": 5 }');
    // What a manifest asks for was not measured.
    write('f/holdout.yaml', 'version: 1\nmetrics: { recall: { min: 0.8 } }\n');
    const { runs, skipped } = metrics('f');
    expect(runs).toMatchObject([
      { file: 'f/log/metrics.csv', series: 2, metrics: { loss: { value: 0.25, step: 2 } } },
    ]);
    expect(skipped.map(({ file }) => file)).toEqual(['f/eda.ipynb', 'f/empty.json', 'f/notes.txt']);
  });

  it('takes no small table of data for runs, unless it is named', () => {
    write('d/people.csv', 'age,income,churned\n31,2000,0\n45,3100,1\n');
    write('d/models.csv', 'model,lift\nrf,1.2\nsvm,1.1\n');
    write('d/scores.tsv', 'auc\tgroup\n0.8\ta\n0.7\tb\n');
    write('d/kpi.csv', 'chargeback_rate\n0.02\n');
    const { runs, skipped } = metrics('d');
    expect([...new Set(runs.map(({ file }) => file))]).toEqual(['d/kpi.csv', 'd/models.csv', 'd/scores.tsv']);
    expect(skipped).toMatchObject([
      { file: 'd/people.csv', reason: expect.stringContaining('looks like a table of data') as string },
    ]);
    expect(metrics('d/people.csv').runs).toHaveLength(2);
  });

  it("reads MLflow's store as runs, not as files", () => {
    write('s/mlruns/1/meta.yaml', 'experiment_id: "1"\nname: fraud\nlifecycle_stage: active\n');
    const one = 's/mlruns/1/0123456789abcdef0123456789abcdef';
    write(
      `${one}/meta.yaml`,
      'run_id: 0123456789abcdef0123456789abcdef\nrun_name: first\nstatus: 3\nlifecycle_stage: active\nstart_time: 1700000000000\nend_time: null\n',
    );
    write(`${one}/metrics/loss`, '1700000000000 0.5 0\n1700000000001 0.25 1\n');
    write(`${one}/params/depth`, '4');
    expect(metrics('s').runs).toMatchObject([
      {
        id: '0123456789abcdef0123456789abcdef',
        source: 'mlflow',
        status: 'FINISHED',
        startedAt: '2023-11-14T22:13:20.000Z',
        metrics: { loss: { value: 0.25, step: 1 } },
        params: { depth: '4' },
        series: 2,
      },
    ]);
  });

  it("reads MLflow's database: NaN by its flag, infinity by the largest number, no deleted run", () => {
    const made = spawnSync(
      'python3',
      [
        '-c',
        `import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.executescript("""
create table experiments(experiment_id integer, name text, lifecycle_stage text);
create table runs(run_uuid text, name text, status text, start_time integer, experiment_id integer, lifecycle_stage text);
create table metrics(key text, value real, timestamp integer, run_uuid text, step integer, is_nan integer);
create table params(key text, value text, run_uuid text);
insert into experiments values (1, 'fraud', 'active');
insert into runs values ('r1', 'first', 'FINISHED', 1700000000000, 1, 'active'), ('r2', 'gone', 'FINISHED', 1, 1, 'deleted');
insert into metrics values ('loss', 0.5, 1, 'r1', 0, 0), ('loss', 0.25, 2, 'r1', 1, 0), ('auc', 0, 1, 'r1', 0, 1),
  ('ratio', -1.7976931348623157e308, 1, 'r1', 0, 0), ('loss', 9, 1, 'r2', 0, 0);
insert into params values ('depth', '4', 'r1');
""")`,
        join(folder, 'mlflow.db'),
      ],
      { encoding: 'utf8' },
    );
    expect(made.stderr).toBe('');
    const { runs } = metrics('mlflow.db');
    expect(runs).toMatchObject([
      {
        id: 'r1',
        source: 'mlflow',
        status: 'FINISHED',
        metrics: { loss: { value: 0.25, step: 1 }, auc: { value: 'NaN' }, ratio: { value: '-Infinity' } },
        params: { depth: '4' },
        series: 2,
      },
    ]);
  });

  it('says in text what it found, and what it did not read', () => {
    write('t/a.json', '{ "accuracy": 0.9, "n": 100 }');
    write('t/b.json', '{ "accuracy": ');
    write('t/c.bin', '\u0000\u0001');
    const { out, code } = run(['metrics', 't'], folder);
    expect(code).toBe(0);
    expect(out).toContain('accuracy  0.9  (90 of 100)');
    expect(out).toContain('t/b.json: not read:');
    expect(out).toContain('1 run, 2 metrics; 1 other file without metrics');
  });

  it('counts what lies beside metrics, and says of each in JSON and by name why it is none', () => {
    write('beside/a.json', '{ "accuracy": 0.9 }');
    write('beside/plot.png', '\u0000\u0001');
    expect(run(['metrics', 'beside'], folder).out).not.toContain('plot.png');
    expect(metrics('beside').skipped).toMatchObject([{ file: 'beside/plot.png' }]);
    expect(run(['metrics', 'beside/plot.png'], folder).out).toMatch(
      /beside\/plot\.png: not read: .* is none of these/,
    );
  });

  it.each([
    ['a name that is not there', 'nowhere.json', /nowhere\.json: there is no such file or folder/],
    ['a link that leaves the folder', 'link.json', /lies outside/],
    ['a database of something else', 'other.db', /no database of MLflow/],
  ])('fails for %s', (_, name, expected) => {
    if (name === 'link.json') symlinkSync('/etc/hostname', join(folder, name));
    if (name === 'other.db') write(name, `SQLite format 3\u0000${'x'.repeat(100)}`);
    const { code, out, err } = run(['metrics', name], folder);
    expect(code).toBe(2);
    expect(out + err).toMatch(expected);
  });
});
