import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import schema from '../../../schemas/history.schema.json';
import { program } from './program';

const run = program();
const isValid = new Ajv().compile<HistoryJson>(schema);

const OWN = `id: own
title: Own
stages:
  - { id: idea, title: Idea, criteria: [{ id: scope, ask: Scope?, evidence: { file: scope.md } }] }
  - { id: build, title: Build, criteria: [{ id: looked, ask: Looked?, evidence: { command: make } }] }
`;
const MANIFEST = '\uFEFFversion: 1\r\nname: Plant pal # ours\r\nlifecycle: ./own.yaml\r\n';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdout-history-'));
  writeFileSync(join(folder, 'own.yaml'), OWN);
  writeFileSync(join(folder, 'holdout.yaml'), MANIFEST);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (path: string): string => join(folder, path);
const holdout = (...args: readonly string[]) =>
  run(args, folder, { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' });

interface HistoryJson {
  readonly projects: readonly {
    readonly entries: readonly { readonly kind: string; readonly who?: string; readonly stage?: string }[];
  }[];
}
function history(): HistoryJson {
  const { out } = holdout('history', '--format', 'json');
  const json: unknown = JSON.parse(out);
  if (!isValid(json)) throw new Error(JSON.stringify(isValid.errors));
  return json;
}

describe('holdout sign-off', () => {
  it('waits for the analysis, by which looks at the test set are told', () => {
    writeFileSync(
      at('score.py'),
      'import pandas as pd\nfrom sklearn.linear_model import LogisticRegression\ntrain, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")\nmodel = LogisticRegression().fit(train[["a"]], train["y"])\nprint(model.score(test[["a"]], test["y"]))\n',
    );
    const { out } = holdout('history');
    expect(out).not.toContain('still being');
    expect(out).toContain('No look at the test set is known.');
  });

  it('writes manifest and history as the editor does, and leaves the rest of the text alone', () => {
    writeFileSync(at('scope.md'), '# Scope\n\nThe plants of one flat.\n');
    const { code, out } = holdout('sign-off', 'idea', '--by', 'ada');
    expect({ code, out }).toEqual({ code: 0, out: 'Idea is signed off by ada.\n' });
    const text = readFileSync(at('holdout.yaml'), 'utf8');
    expect(text.startsWith(MANIFEST)).toBe(true);
    expect(text).toMatch(/\r\nstages:\r\n {2}idea:\r\n {4}signed_off: .*by: ada/);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(history().projects[0]?.entries).toMatchObject([{ kind: 'signed-off', who: 'ada', stage: 'idea' }]);
    expect(holdout('history').out).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d {2}.*Idea/);
    expect(holdout('status', '--format', 'json').out).toMatch(/"id": "idea"[^]*?"status": "done"/);
  });

  it('signs nothing off while something is unmet', () => {
    const { code, err } = holdout('sign-off', 'idea', '--by', 'ada', '--anyway');
    expect(code).toBe(1);
    expect(err).toContain('Idea cannot be signed off while criteria are unmet:');
    expect(err).toContain('scope: `scope.md` is not there');
    expect(readFileSync(at('holdout.yaml'), 'utf8')).toBe(MANIFEST);
  });

  it('asks for `--anyway` while something is unknown', () => {
    const { code, err } = holdout('sign-off', 'build', '--by', 'ada');
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringContaining('`--anyway` signs it off') as string,
    });
    expect(holdout('sign-off', 'build', '--by', 'ada', '--anyway').code).toBe(0);
    expect(history().projects[0]?.entries).toHaveLength(1);
  });

  it.each([
    [['sign-off', 'nowhere', '--by', 'ada'], '`nowhere` is no stage of Plant pal; there are idea, build'],
    [['sign-off', 'build', '--anyway'], 'say who signs with `--by NAME`'],
    [['sign-off'], '`sign-off` takes a stage'],
    [['sign-off', 'build', '.', 'more'], '`sign-off` takes a stage'],
    [['status', '--by', 'ada'], '`--by` does not go with `status`'],
  ])('says what is wrong with %j', (args, words) => {
    const { code, err } = holdout(...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(readFileSync(at('holdout.yaml'), 'utf8')).toBe(MANIFEST);
  });
});

describe('holdout history', () => {
  it('is empty where nothing was decided', () => {
    expect(history().projects).toMatchObject([{ name: 'Plant pal', file: 'holdout.yaml', entries: [] }]);
  });

  it('says what of it cannot be read', () => {
    mkdirSync(at('.holdout'));
    writeFileSync(at('.holdout/history.jsonl'), '{ broken\n');
    expect(holdout('history').out).toMatch(/line/i);
    expect(history().projects[0]).toMatchObject({ notices: [{ severity: 'warning' }] });
  });

  it('needs a project', () => {
    rmSync(at('holdout.yaml'));
    expect(holdout('history')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no project here') as string,
    });
  });
});
