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
    ['{ model: churn }', {}, 'unknown', /no MLflow store among `runs`, nor a folder `mlruns`/],
    ['{ model: fraud, path: store }', both(), 'unknown', /no MLflow store store/],
    [
      '{ versions: ">= 1" }',
      { files: { 'mlruns/0/meta.yaml': 'name: d\n' } },
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

function stage(current: string, status = 'READY'): string {
  return `name: fraud\nversion: '2'\ncurrent_stage: ${current}\nstatus: ${status}\nrun_id: r2\n`;
}
