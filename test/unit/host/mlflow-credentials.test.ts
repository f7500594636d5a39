import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mlflowCredential } from '../../../src/host/mlflow-credentials';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdout-credentials-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const ORIGIN = 'https://mlflow.example.org';
const INI =
  '\uFEFF[other]\r\nmlflow_tracking_username = no\r\n[mlflow]\r\nmlflow_tracking_username = ada\r\nMLFLOW_TRACKING_PASSWORD: pa=ss\r\n';

function credential(environment: Readonly<Record<string, string>>, ini?: string) {
  const file = join(folder, 'credentials');
  rmSync(file, { force: true });
  if (ini !== undefined) writeFileSync(file, ini);
  return mlflowCredential(ORIGIN, { environment, file });
}

describe('the credentials of MLflow’s own programs', () => {
  it('come from the environment', async () => {
    expect(await credential({ MLFLOW_TRACKING_TOKEN: 't' })).toEqual({ kind: 'token', token: 't' });
    expect(
      await credential({
        MLFLOW_TRACKING_USERNAME: 'a',
        MLFLOW_TRACKING_PASSWORD: 'b',
        MLFLOW_TRACKING_TOKEN: 't',
      }),
    ).toEqual({ kind: 'password', user: 'a', password: 'b' });
  });

  it('come from the file, where the environment has none', async () => {
    expect(await credential({}, INI)).toEqual({ kind: 'password', user: 'ada', password: 'pa=ss' });
    expect(await credential({ MLFLOW_TRACKING_PASSWORD: 'b' }, INI)).toMatchObject({
      user: 'ada',
      password: 'b',
    });
  });

  it('are none where nothing is said, or half of it', async () => {
    expect(await credential({})).toBeUndefined();
    expect(await credential({ MLFLOW_TRACKING_USERNAME: 'a' })).toBeUndefined();
    expect(await credential({ MLFLOW_TRACKING_TOKEN: '' }, '[mlflow]\n')).toBeUndefined();
    expect(
      await credential({}, 'mlflow_tracking_username = a\nmlflow_tracking_password = b\n'),
    ).toBeUndefined();
  });

  it('are for the server that the environment names, and no other', async () => {
    const token = { MLFLOW_TRACKING_TOKEN: 't' };
    expect(await credential({ ...token, MLFLOW_TRACKING_URI: `${ORIGIN}/path` })).toBeDefined();
    expect(await credential({ ...token, MLFLOW_TRACKING_URI: 'https://other.example' })).toBeUndefined();
    expect(await credential({ ...token, MLFLOW_TRACKING_URI: 'mlruns' })).toBeUndefined();
  });
});
