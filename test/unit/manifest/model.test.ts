import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { START_OF_FILE } from '../../../src/base/place';
import { parseManifest } from '../../../src/manifest/parse';

const FIXTURES = join(import.meta.dirname, '../../fixtures/manifest');

const text = (name: string) => readFileSync(join(FIXTURES, name, 'holdout.yaml'), 'utf8');

const fixture = (name: string) => parseManifest(`/p/${name}/holdout.yaml`, text(name));

const parse = (body: string) =>
  parseManifest('/p/holdout.yaml', `version: 1\nname: x\nlifecycle: nine-stage\n${body}`).value;

describe('a manifest that uses every part of the format', () => {
  const { value, problems } = fixture('full');

  it('has no mistake', () => {
    expect(problems).toEqual([]);
  });

  it('gives metrics with their targets', () => {
    expect(value.metrics.map(({ range: _, ...metric }) => metric)).toEqual([
      {
        name: 'recall',
        kind: 'model',
        target: { op: '>=', value: 0.8 },
        baseline: 0.52,
        split: 'test',
        direction: 'higher',
      },
      {
        name: 'precision',
        kind: 'model',
        target: { op: '>=', value: 0.3 },
        split: 'test',
        direction: 'higher',
      },
      {
        name: 'f1_gap',
        kind: 'model',
        target: { op: '<=', value: 0.05 },
        direction: 'lower',
        expr: 'f1[split=train] - f1[split=validation]',
      },
      {
        name: 'latency_p95',
        kind: 'operational',
        target: { op: '<=', value: 100 },
        unit: 'ms',
        direction: 'lower',
      },
      {
        name: 'cost_per_1k',
        kind: 'operational',
        target: { op: '<=', value: 0.02 },
        unit: 'EUR',
        direction: 'lower',
      },
      {
        name: 'chargebacks',
        kind: 'business',
        target: { op: '<=', value: 0.01785 },
        change: -0.15,
        baseline: 0.021,
        direction: 'lower',
        from: 'reports/kpi.csv#chargeback_rate',
      },
    ]);
  });

  it('gives the place of a metric: that of its name', () => {
    const { start, end } = value.metrics[0]?.range ?? START_OF_FILE;
    expect(text('full').split('\n')[start.line]?.slice(start.column, end.column)).toBe('recall');
  });

  it('gives declarations', () => {
    expect(value.declarations).toEqual({
      splits: [
        { name: 'train', role: 'train', path: 'data/train.csv' },
        { name: 'validation', role: 'validation', path: 'data/validation.csv' },
        { name: 'test', role: 'test', path: 'data/test.csv' },
        { name: 'site-b', role: 'test', path: 'data/site_b.csv' },
        { name: 'current', role: 'production', path: 'data/last_week.parquet' },
      ],
      target: { column: 'is_fraud', positive: 1 },
      time: 'paid_at',
      groups: ['card_id'],
      baseline: true,
    });
  });

  it('gives runs that can be read', () => {
    expect(value.runs.map(({ range: _, ...run }) => run)).toEqual([
      {
        path: 'mlruns',
        experiment: 'fraud',
        where: [
          {
            of: { entity: 'tag', key: 'stage' },
            is: { op: 'text', sign: '=', value: 'candidate' },
          },
        ],
        pick: 'latest',
      },
      { path: 'reports/*.json', pick: 'latest' },
      { server: 'https://mlflow.example.org', experiment: 'fraud', pick: 'latest' },
    ]);
  });

  it('gives one source of runs without a list around it', () => {
    const text = 'version: 1\nname: x\nlifecycle: nine-stage\nruns: reports/m.json\n';
    const { value: one, problems } = parseManifest('/p/holdout.yaml', text);
    expect(problems).toEqual([]);
    expect(one.runs).toMatchObject([{ path: 'reports/m.json', pick: 'latest' }]);
  });

  it('gives what people decided', () => {
    const stage = value.stages.get('problem-definition');
    expect(stage).toMatchObject({ weeks: { from: 1, to: 2 }, signedOff: { on: '2026-10-03', by: 'r.ahn' } });
    expect([...(stage?.criteria.values() ?? [])].map(({ range: _, ...criterion }) => criterion)).toEqual([
      {
        id: 'cost-of-error',
        drop: false,
        done: { on: '2026-10-02', by: 'r.ahn, k.lund', note: 'agreed with the chargeback desk' },
      },
      { id: 'required-level', drop: false, waived: 'set with the desk in November' },
      {
        id: 'consent-reviewed',
        drop: false,
        ask: 'Has legal reviewed consent for the chargeback feed?',
        evidence: { kind: 'manual' },
      },
    ]);
  });

  it('gives what the linter is told', () => {
    expect(value.lint).toEqual({
      exclude: ['archive/**'],
      rules: new Map([
        ['accuracy-on-imbalanced', 'error'],
        ['unseeded-evaluation-split', 'off'],
      ]),
    });
  });

  it('gives every field with its text', () => {
    const texts = Object.fromEntries([...value.fields].map(([path, field]) => [path, field.text]));
    expect(texts).toMatchObject({
      owner: 'payments-risk',
      'problem.cost': 'false_positive: 4, false_negative: 120, unit: EUR',
      'problem.cost.unit': 'EUR',
      'data.sources': 'warehouse table payments, chargeback feed',
      'data.splits.current': 'path: data/last_week.parquet, role: production',
      'monitoring.retraining': 'drift or 30d',
    });
  });
});

describe('projects of other kinds', () => {
  it.each(['churn', 'imaging', 'llm'])('%s is read without a problem', name => {
    expect(fixture(name).problems).toEqual([]);
  });

  it('churn: percentages, and a change upwards', () => {
    expect(fixture('churn').value.metrics).toMatchObject([
      { name: 'recall@1000', target: { op: '>=', value: 0.35 } },
      { name: 'auc', target: { op: '>=', value: 0.75 } },
      { name: 'calls_saved', target: { op: '>=', value: 1320 } },
    ]);
  });

  it('imaging: names with slashes, spaces and brackets', () => {
    expect(fixture('imaging').value.metrics.map(({ name }) => name)).toEqual([
      'dice/heart',
      'dice/spinal cord',
      'metrics/mAP50(B)',
      'worst_site',
    ]);
  });

  it('llm: names with commas, and an expression over runs', () => {
    expect(fixture('llm').value.metrics.map(({ name }) => name)).toEqual([
      'acc,none',
      'judge_agreement',
      'gain',
    ]);
  });
});

describe('what counts as filled in', () => {
  it.each([
    ['Hold or release', true],
    ['0', true],
    ['false', true],
    ['none; a person looks at each', true],
    ['Todoist tickets', true],
    ['TODO', false],
    ['"todo: ask k.lund"', false],
    ['tbd', false],
    ['"…"', false],
    ['"..."', false],
    ['"?"', false],
    ['"-"', false],
    ['<your decision>', false],
    ['to be decided', false],
    ['[TODO, tbd]', false],
    ['[TODO, the desk]', true],
    ['{ a: TODO }', false],
    ['', false],
    ['~', false],
    ['[]', false],
  ])('%s', (written, filled) => {
    expect(parse(`problem: { cost: ${written} }\n`).fields.get('problem.cost')?.filled ?? false).toBe(filled);
  });
});

describe('roles of splits', () => {
  it.each([
    ['train', 'train'],
    ['Training', 'train'],
    ['val', 'validation'],
    ['dev', 'validation'],
    ['holdout', 'test'],
    ['current', 'production'],
    ['site-b', 'other'],
  ])('%s is %s', (name, role) => {
    expect(parse(`data: { splits: { ${name}: a.csv } }\n`).declarations.splits).toEqual([
      { name, role, path: 'a.csv' },
    ]);
  });
});
