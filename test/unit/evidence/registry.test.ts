import initialise from 'sql.js';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/outcome';
import { registered } from './mlflow';
import { verdictOn } from './verdict';
import type { World } from './world';

const VERSION_2 = 'mlruns/models/fraud/version-2/meta.yaml';
const both = (more: Readonly<Record<string, string>> = {}) => ({
  files: registered({ 1: 'r1', 2: 'r2' }, {}, more),
});

describe('registry', () => {
  it.each<[string, World, Outcome, RegExp]>([
    ['{ model: fraud }', both(), 'met', /^Version 2 of fraud is registered, of 2 versions\.$/],
    ['{}', both(), 'met', /Version 2/],
    ['{ model: churn }', both(), 'unmet', /`churn` is not registered in mlruns, only fraud/],
    ['{ model: churn }', {}, 'unknown', /no MLflow store among `runs`, nor `mlruns` or `mlflow\.db`/],
    ['{ model: fraud, path: store }', both(), 'unknown', /no MLflow store store/],
    [
      '{ versions: ">= 1" }',
      { files: { 'mlruns/0/meta.yaml': "experiment_id: '0'\nname: d\n" } },
      'unmet',
      /No model is registered in mlruns/,
    ],
    ['{ versions: ">= 3" }', both(), 'unmet', /fraud has 2 versions; >= 3 is asked for/],
    [
      '{ alias: champion }',
      both({ 'mlruns/models/fraud/aliases/champion': '1' }),
      'met',
      /Version 1 .*\(champion\)/,
    ],
    [
      '{ alias: champion }',
      both({ 'mlruns/models/fraud/aliases/best': '1' }),
      'unmet',
      /No version of fraud has the alias champion, only best/,
    ],
    [
      '{ alias: champion }',
      both({ 'mlruns/models/fraud/aliases/champion': '7' }),
      'unmet',
      /means version 7, which is not there/,
    ],
    [
      '{ stage: production }',
      both({ [VERSION_2]: stage('Production') }),
      'met',
      /Version 2 .*\(in production\)/,
    ],
    ['{ stage: Production }', both(), 'unmet', /No version of fraud is in Production/],
    [
      '{ model: fraud }',
      both({ [VERSION_2]: stage('None', 'FAILED_REGISTRATION') }),
      'unmet',
      /not ready: FAILED_REGISTRATION/,
    ],
    [
      '{ versions: ">= 2" }',
      both({ [VERSION_2]: stage('Deleted_Internal') }),
      'unmet',
      /fraud has 1 version/,
    ],
    ['{ with: metrics }', both(), 'unknown', /came from a run that is not in mlruns/],
    [
      '{}',
      both({ 'mlruns/models/churn/meta.yaml': 'name: churn\n' }),
      'unknown',
      /holds churn and fraud; say/,
    ],
    [
      '{}',
      {
        ...both({ 'mlruns/models/churn/meta.yaml': 'name: churn\n' }),
        manifest: 'model: { registered: fraud }',
      },
      'met',
      /Version 2 of fraud/,
    ],
    [
      '{ model: churn }',
      both({ 'mlruns/models/churn/meta.yaml': '{ broken' }),
      'unknown',
      /not a mapping in YAML/,
    ],
  ])('%s', async (asked, world, outcome, reason) => {
    const verdict = await verdictOn(`{ registry: ${asked} }`, world);
    expect(verdict).toMatchObject({ outcome, reason: expect.stringMatching(reason) as string });
  });

  it.each<[string, readonly string[], Outcome]>([
    ['a tag', ['tags/data_version'], 'met'],
    ['a parameter', ['params/dataset.hash'], 'met'],
    ['a data set logged as input', ['inputs/abc/meta.yaml'], 'met'],
    ['nothing of the kind', ['params/data_dir', 'tags/version'], 'unmet'],
  ])('takes the data version from %s', async (_, names, outcome) => {
    const files = registered({ 1: 'r1' }, { r1: names });
    expect(await verdictOn('{ registry: { with: data version } }', { files })).toMatchObject({ outcome });
  });

  it('goes to the version', async () => {
    const { location } = await verdictOn('{ registry: { model: fraud } }', both());
    expect(location?.file).toBe(`/p/${VERSION_2}`);
  });
});

describe('a registry in a database', () => {
  it.each<[string, Outcome, RegExp]>([
    ['{ versions: ">= 2" }', 'met', /Version 2 of fraud is registered, of 2 versions/],
    ['{ alias: champion }', 'met', /Version 1 of fraud \(champion\)/],
    ['{ stage: Production }', 'met', /Version 2 of fraud \(in Production\)/],
    ['{ with: [data version, hyperparameters, metrics] }', 'met', /with data version, hyper/],
    ['{ alias: champion, with: metrics }', 'unknown', /a run that is not in mlflow\.db/],
    ['{ versions: ">= 3" }', 'unmet', /has 2 versions/],
    ['{ model: churn }', 'unmet', /not registered in mlflow\.db, only fraud/],
  ])('%s', async (asked, outcome, reason) => {
    const files = { 'mlflow.db': await database() };
    const verdict = await verdictOn(`{ registry: ${asked} }`, { files });
    expect(verdict).toMatchObject({ outcome, reason: expect.stringMatching(reason) as string });
  });

  it.each(['', 'no database'])('that is none: %j', async text => {
    const verdict = await verdictOn('{ registry: {} }', { files: { 'mlflow.db': text } });
    expect(verdict).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringMatching(/no database of MLflow/) as string,
    });
  });
});

/** Two versions of one model and one deleted; the second came from a run with a parameter, a metric and a data set. */
async function database(): Promise<Uint8Array> {
  const { Database } = await initialise();
  const sql = new Database();
  sql.run(`CREATE TABLE registered_models (name TEXT);
    INSERT INTO registered_models VALUES ('fraud');
    CREATE TABLE model_versions (name TEXT, version INTEGER, current_stage TEXT, status TEXT, run_id TEXT, creation_time INTEGER);
    INSERT INTO model_versions VALUES ('fraud', 1, 'None', 'READY', 'gone', 1766000000000),
      ('fraud', 2, 'Production', 'READY', 'r2', 1766000000001), ('fraud', 3, 'Deleted_Internal', 'READY', 'r2', 1);
    CREATE TABLE registered_model_aliases (name TEXT, alias TEXT, version INTEGER);
    INSERT INTO registered_model_aliases VALUES ('fraud', 'champion', 1);
    CREATE TABLE runs (run_uuid TEXT, name TEXT, status TEXT, start_time INTEGER, lifecycle_stage TEXT, experiment_id INTEGER);
    INSERT INTO runs VALUES ('r2', 'second', 'FINISHED', 1766000000000, 'active', 0);
    CREATE TABLE params (run_uuid TEXT, key TEXT, value TEXT);
    INSERT INTO params VALUES ('r2', 'depth', '6');
    CREATE TABLE metrics (run_uuid TEXT, key TEXT, value REAL, timestamp INTEGER, step INTEGER, is_nan INTEGER);
    INSERT INTO metrics VALUES ('r2', 'f1', 0.9, 1, 0, 0);
    CREATE TABLE inputs (source_type TEXT, source_id TEXT, destination_type TEXT, destination_id TEXT);
    INSERT INTO inputs VALUES ('DATASET', 'd', 'RUN', 'r2');`);
  return sql.export();
}

function stage(current: string, status = 'READY'): string {
  return `name: fraud\nversion: '2'\ncurrent_stage: ${current}\nstatus: ${status}\nrun_id: r2\n`;
}
