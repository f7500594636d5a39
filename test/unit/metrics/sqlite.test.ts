import initialise from 'sql.js/dist/sql-wasm-inline.js';
import { describe, expect, it } from 'vitest';
import { readMlflowDatabase } from '../../../src/metrics/sqlite/mlflow';

const RUNS = `CREATE TABLE runs (run_uuid TEXT PRIMARY KEY, lifecycle_stage TEXT);
  INSERT INTO runs VALUES ('b', 'active'), ('a', 'active'), ('gone', 'deleted');`;
const METRICS = `CREATE TABLE metrics (key TEXT, value REAL, timestamp INTEGER, run_uuid TEXT, step INTEGER, is_nan INTEGER);`;

async function read(sql: string) {
  const { Database } = await initialise();
  const database = new Database();
  database.run(sql);
  const { value } = await readMlflowDatabase('/p/mlflow.db', database.export());
  database.close();
  return {
    values: value.values.map(({ run, name, value, raw, step }) => ({ run, name, value, raw, step })),
    series: value.series?.map(({ run, name, steps, values }) => ({
      run,
      name,
      steps: [...steps],
      values: [...values],
    })),
  };
}

describe('metrics in a database of MLflow', () => {
  it('are kept apart by run and name, however their rows are mixed, and without deleted runs', async () => {
    const { values, series } = await read(`${RUNS} ${METRICS} INSERT INTO metrics VALUES
      ('loss', 3, 1, 'b', 1, 0), ('auc', 0.5, 1, 'gone', 0, 0), ('loss', 7, 1, 'a', 0, 0),
      ('auc', 0.25, 1, 'b', 0, 0), ('loss', 4, 1, 'b', 0, 0), ('loss', 9, 1, 'nobody', 0, 0)`);
    expect(values).toEqual([
      { run: 'a', name: 'loss', value: 7, raw: '7', step: 0 },
      { run: 'b', name: 'auc', value: 0.25, raw: '0.25', step: 0 },
      { run: 'b', name: 'loss', value: 3, raw: '3', step: 1 },
    ]);
    expect(series).toEqual([{ run: 'b', name: 'loss', steps: [0, 1], values: [4, 3] }]);
  });

  it('take of one step what came last by time, then the greatest', async () => {
    const { values } = await read(`${RUNS} ${METRICS} INSERT INTO metrics VALUES
      ('x', 9, 1, 'a', 5, 0), ('x', 2, 3, 'a', 5, 0), ('x', 4, 3, 'a', 5, 0), ('x', 8, 9, 'a', 4, 0)`);
    expect(values).toMatchObject([{ value: 4, step: 5 }]);
  });

  it('may be no numbers or infinite, to the last digit', async () => {
    const { series } = await read(`${RUNS} ${METRICS} INSERT INTO metrics VALUES
      ('x', 0, 1, 'a', 0, 1), ('x', 1.7976931348623157e308, 1, 'a', 1, 0),
      ('x', -1.7976931348623157e308, 1, 'a', 2, 0), ('x', NULL, 1, 'a', 3, 0),
      ('x', 0.1, 1, 'a', 4, 0), ('x', 5e-324, 1, 'a', 5, 0), ('x', -0.30000000000000004, 1, 'a', 6, 0)`);
    expect(series?.[0]?.values).toEqual([NaN, Infinity, -Infinity, NaN, 0.1, 5e-324, -0.30000000000000004]);
  });

  it('had neither steps nor flags in the first versions', async () => {
    const { values } =
      await read(`${RUNS} CREATE TABLE metrics (key TEXT, value REAL, timestamp INTEGER, run_uuid TEXT);
      INSERT INTO metrics VALUES ('x', 9, 2, 'a'), ('x', 2, 1, 'a')`);
    expect(values).toEqual([{ run: 'a', name: 'x', value: 9, raw: '9', step: 0 }]);
  });

  it('may be missing, and then runs are still told', async () => {
    expect(await read(RUNS)).toEqual({ values: [], series: undefined });
  });
});
