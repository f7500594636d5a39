import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/status.schema.json';
import { FIXTURES, program } from './program';

const run = program();
const isValid = new Ajv().compile<StatusJson>(schema);

interface StatusJson {
  readonly version: number;
  readonly root: string;
  readonly projects: readonly {
    readonly name: string;
    readonly file: string;
    readonly progress: { readonly met: number; readonly total: number };
    readonly problems: readonly { readonly code: string; readonly line: number }[];
    readonly stages: readonly StageJson[];
    readonly groups: readonly StageJson[];
    readonly testSet?: unknown;
  }[];
}

interface StageJson {
  readonly id: string;
  readonly criteria: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly location?: { readonly file: string; readonly line: number; readonly cell?: number };
  }[];
}

function statusJson(args: readonly string[], cwd = FIXTURES): StatusJson {
  const { code, out } = run(['status', ...args, '--format', 'json'], cwd);
  expect(code).toBe(0);
  return parsed(out);
}

function parsed(out: string): StatusJson {
  const json: unknown = JSON.parse(out);
  if (!isValid(json)) throw new Error(JSON.stringify(isValid.errors, undefined, 2));
  return json;
}

const criterion = ({ projects }: StatusJson, stage: string, id: string) =>
  projects[0]?.stages.find(one => one.id === stage)?.criteria.find(one => one.id === id);

describe('the status of projects', () => {
  it('keeps to its contract, and is answered by evidence', () => {
    const json = statusJson(['project']);
    expect(json).toMatchObject({ version: 1, root: FIXTURES });
    expect(json.projects[0]).toMatchObject({ name: 'Churn', file: 'project/holdout.yaml', problems: [] });
    expect(criterion(json, 'problem-definition', 'decision')).toMatchObject({
      outcome: 'met',
      location: { file: 'project/holdout.yaml', line: 5 },
    });
    expect(criterion(json, 'feature-engineering', 'from-train-only')).toMatchObject({
      outcome: 'unmet',
      location: { file: 'project/notebooks/model.ipynb', cell: 3, line: 1 },
    });
  });

  it('counts what it shows', () => {
    for (const { progress, stages, groups } of statusJson(['.']).projects) {
      const outcomes = [...stages, ...groups].flatMap(({ criteria }) =>
        criteria.map(({ outcome }) => outcome),
      );
      expect(progress).toEqual({
        met: outcomes.filter(outcome => ['met', 'waived'].includes(outcome)).length,
        total: outcomes.length,
      });
    }
  });

  it('covers every project in a folder, and the one that a folder belongs to', () => {
    expect(statusJson(['.']).projects.map(({ file }) => file)).toEqual([
      'bad/holdout.yaml',
      'minimal/holdout.yaml',
      'project/holdout.yaml',
    ]);
    expect(statusJson([], join(FIXTURES, 'project/src')).projects.map(({ file }) => file)).toEqual([
      '../holdout.yaml',
    ]);
    expect(statusJson(['clean']).projects).toEqual([]);
  });

  it('names the problems of a manifest, and goes on', () => {
    const [bad] = statusJson(['bad']).projects;
    expect(bad?.problems.map(({ code, line }) => [code, line])).toEqual([
      ['unknown-field', 4],
      [expect.any(String), 6],
    ]);
    expect(bad?.stages.length).toBeGreaterThan(0);
  });

  it.each([
    ['an unknown lifecycle', 'version: 1\nname: x\nlifecycle: nine-stag\n', 'unknown-lifecycle', 0],
    ['nothing', '', 'empty', undefined],
    ['broken YAML', 'version: 1\nname: x\nlifecycle: nine-stage\nruns: [a\n', 'bad-yaml', undefined],
    ['a lifecycle that is not there', 'version: 1\nname: x\nlifecycle: ./no.yaml\n', 'lifecycle-not-read', 0],
  ])('cannot be told from a manifest with %s: exit code 2', (_what, text, code, stages) => {
    const folder = mkdtempSync(join(tmpdir(), 'holdout-status-'));
    try {
      writeFileSync(join(folder, 'holdout.yaml'), text);
      const status = run(['status', '--format', 'json'], folder);
      const [only] = parsed(status.out).projects;
      expect(status.code).toBe(2);
      expect(only?.problems.map(problem => problem.code)).toContain(code);
      if (stages === 0) {
        expect(only?.stages).toEqual([]);
        expect(run(['status'], folder).out).toContain('no stages, as the manifest has errors');
      }
      expect(run(['check'], folder).code).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  describe('with --record', () => {
    const MANIFEST = `version: 1
name: Churn
lifecycle: nine-stage
data: { test_looks: 2 }
metrics: { recall: { min: 0.8, split: test } }
runs: [runs/*.json]
`;
    const within = (use: (folder: string) => void): void => {
      const folder = mkdtempSync(join(tmpdir(), 'holdout-record-'));
      try {
        mkdirSync(join(folder, 'runs'));
        writeFileSync(join(folder, 'holdout.yaml'), MANIFEST);
        writeFileSync(join(folder, 'runs/a.json'), '{"test": {"recall": 0.9, "n": 40}}');
        use(folder);
      } finally {
        rmSync(folder, { recursive: true });
      }
    };

    it('notes looks at the test set, and remembers them when the runs are gone', () => {
      within(folder => {
        expect(run(['status'], folder).out).toMatch(/\nTest set: 1 of 2 looks at the test set\n/);
        expect(existsSync(join(folder, '.holdout'))).toBe(false);
        const [first] = parsed(run(['status', '--record', '--format', 'json'], folder).out).projects;
        expect(first?.testSet).toMatchObject({ count: 1, budget: 2, looks: [{ recorded: true }] });
        rmSync(join(folder, 'runs/a.json'));
        const [later] = parsed(run(['status', '--format', 'json'], folder).out).projects;
        expect(later?.testSet).toMatchObject({
          count: 1,
          looks: [{ label: 'a.json', scores: { recall: '0.9' } }],
        });
      });
    });

    it('says why nothing can be noted', () => {
      within(folder => {
        writeFileSync(join(folder, '.holdout'), '');
        const { code, err } = run(['status', '--record'], folder);
        expect(code).toBe(2);
        expect(err).toMatch(/history\.jsonl was not written: the folder that it would lie in is a file\./);
      });
    });
  });

  it('prints for people', () => {
    const { out } = run(['status', 'project']);
    expect(out).toMatch(/^Churn \(project\/holdout\.yaml\): \d+ of \d+ criteria met\n/);
    expect(out).toMatch(/\n {2}met {5}Which decision/);
    expect(out).toMatch(/\nNext: /);
    expect(run(['status', 'clean']).out).toBe(
      'No project here: `holdout.yaml` was not found. `holdout init` proposes one.\n',
    );
  });
});

describe('holdout status --run-commands', () => {
  const manifest = (line: string) =>
    `version: 1\nname: x\nlifecycle: nine-stage\ncommands: { check-data: '${line}' }\n`;

  it.each([
    ['node -e "console.log(40 + 2)"', 'met'],
    ['node -e "process.exit(4)"', 'unmet'],
    ['no-such-program-of-ours', 'unknown'],
  ])('runs what criteria ask for: %s', (line, outcome) => {
    const folder = mkdtempSync(join(tmpdir(), 'holdout-run-'));
    writeFileSync(join(folder, 'holdout.yaml'), manifest(line));
    const without = parsed(run(['status', '--format', 'json'], folder).out);
    const { out, err } = run(['status', '--run-commands', '--format', 'json'], folder);
    rmSync(folder, { recursive: true });
    const outcomes = [without, parsed(out)].map(
      ({ projects }) =>
        projects[0]?.groups.find(({ id }) => id === 'mlops')?.criteria.find(({ id }) => id === 'ci-data')
          ?.outcome,
    );
    expect(outcomes).toEqual(['unknown', outcome]);
    expect(err.startsWith(`$ ${line}\n`)).toBe(true);
    if (outcome === 'met') expect(err).toContain('42');
  });
});
