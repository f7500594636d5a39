import initialise from 'sql.js';
import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/manifest/parse';
import { readProjectMetrics } from '../../../src/project/project-metrics';
import { memoryFiles } from '../project/memory-files';

/** Two experiments, each with a run. */
async function database(): Promise<Uint8Array> {
  const { Database } = await initialise();
  const sql = new Database();
  sql.run(`CREATE TABLE experiments (experiment_id INTEGER, name TEXT, lifecycle_stage TEXT);
    INSERT INTO experiments VALUES (1, 'fraud', 'active'), (2, 'churn', 'active');
    CREATE TABLE runs (run_uuid TEXT, name TEXT, status TEXT, start_time INTEGER, lifecycle_stage TEXT, experiment_id INTEGER);
    INSERT INTO runs VALUES ('f', 'first', 'FINISHED', 1766000000000, 'active', 1),
      ('c', 'second', 'FINISHED', 1766000000001, 'active', 2);
    CREATE TABLE metrics (run_uuid TEXT, key TEXT, value REAL, timestamp INTEGER, step INTEGER, is_nan INTEGER);
    INSERT INTO metrics VALUES ('f', 'f1', 0.9, 1, 0, 0), ('c', 'f1', 0.7, 1, 0, 0);`);
  return sql.export();
}

async function read(source: string) {
  const { value } = parseManifest(
    '/p/holdout.yaml',
    `version: 1\nname: x\nlifecycle: nine-stage\nruns: [${source}]\n`,
  );
  const files = memoryFiles({ '/p/mlflow.db': await database(), '/p/m.json': '{ "f1": 0.8 }' });
  const { table, unread } = await readProjectMetrics(files, value);
  return { runs: table.runs.map(({ id }) => id), unread: unread.map(({ reason }) => reason) };
}

describe('an experiment of a database of MLflow', () => {
  it.each([
    ['{ path: mlflow.db }', ['c', 'f']],
    ['{ path: mlflow.db, experiment: fraud }', ['f']],
    ['{ path: mlflow.db, experiment: "2" }', ['c']],
    ['{ path: "*.db", experiment: churn }', ['c']],
  ])('is chosen by name or id: %s', async (source, runs) => {
    expect(await read(source)).toEqual({ runs, unread: [] });
  });

  it('that is not there is said, with those that are', async () => {
    expect(await read('{ path: mlflow.db, experiment: freud }')).toEqual({
      runs: [],
      unread: ['it holds no run of `freud`; it has churn, fraud'],
    });
  });

  it('is none of another file', async () => {
    expect((await read('{ path: m.json, experiment: fraud }')).unread).toEqual([
      '`experiment` is a word of MLflow, and it holds no run of MLflow',
    ]);
  });
});
