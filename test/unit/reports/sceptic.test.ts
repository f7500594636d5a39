import { describe, expect, test } from 'vitest';
import type { LintFinding } from '../../../src/evidence/facts';
import type { ReportFacts } from '../../../src/reports/facts';
import { knownDirection } from '../../../src/metrics/names';
import { doubtsIn } from '../../../src/reports/doubts';
import { evaluation } from '../predictions/evaluated';
import { reportOf } from './report-of';

const doubts = (...given: Parameters<typeof reportOf>): readonly string[] =>
  doubtsIn(reportOf(...given)).map(({ severity, message }) => `${severity}: ${message}`);

async function withPredictions(rows: readonly string[], positive?: number): Promise<Partial<ReportFacts>> {
  const of = await evaluation(
    { '/p/p.csv': ['y_true,y_score', ...rows].join('\n') },
    positive === undefined ? {} : { positive },
  );
  return { predictions: { state: 'read', evaluation: of } };
}

const reasons = (metric: string, file: string): readonly string[] =>
  reportOf(metric, { 'm.json': file }).metrics.map(({ reason }) => reason);

describe('what a sceptical reader would ask', () => {
  test('a target that is met by its value alone', () => {
    expect(doubts('f1: { min: 0.8 }', { 'm.json': '{ "f1": 0.83 }' })).toEqual([
      'information: `f1` is judged by its value alone, without an interval: the source gives no counts.',
    ]);
  });

  test('a share that no whole number of its rows gives is not one without counts', () => {
    expect(reasons('accuracy: { min: 0.8 }', '{ "accuracy": 0.816, "n": 400 }')).toEqual([
      '0.816 is ≥ 0.8. No interval: no whole number of its 400 rows gives 0.816.',
    ]);
    expect(reasons('accuracy: { min: 0.8 }', '{ "accuracy": 0.816 }')).toEqual([
      '0.816 is ≥ 0.8. No interval: the source gives no counts.',
    ]);
  });

  test('a baseline that may be beaten by luck, and one that is beaten', () => {
    const at = (n: number): readonly string[] =>
      doubts('accuracy: { min: 0.8, baseline: 0.85 }', { 'm.json': `{ "accuracy": 0.87, "n": ${n} }` });
    expect(at(200)).toEqual([
      'information: `accuracy` is 0.87, but its 95 % interval 0.816 – 0.910 reaches its baseline of 0.85: that it is beaten may be luck.',
    ]);
    expect(at(20_000)).toEqual([]);
  });

  test('a score beside code that leaks, the gravest first and only some', () => {
    const finding = (line: number): LintFinding => ({
      rule: 'fit-before-split',
      group: 'leakage',
      severity: 'warning',
      message: `finding ${line}`,
      place: { file: '/p/train.py', range: { start: { line, column: 0 }, end: { line, column: 1 } } },
    });
    const cell = { ...finding(2), place: { ...finding(2).place, file: '/p/eda.ipynb', cell: 4 } };
    expect(doubts('recall: {}', { 'm.json': '{ "recall": 0.9 }' }, '', [], { leaks: [cell] })[0]).toBe(
      'warning: eda.ipynb, cell 5, line 3: finding 2',
    );
    const leaks = Array.from({ length: 7 }, (_, line) => finding(line));
    const said = doubts(
      'recall: { min: 0.5 }',
      { 'm.json': '{ "recall": { "value": 0.9, "n": 400 } }' },
      '',
      [],
      {
        leaks,
      },
    );
    expect(said.slice(0, 5)).toEqual(
      leaks.slice(0, 5).map((_, at) => `warning: train.py, line ${at + 1}: finding ${at}`),
    );
    expect(said).toContain('information: 2 findings more of leakage and misuse of the test set in code.');
  });

  test('predictions that are no better than always the same answer', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `${at % 2},${((at * 7) % 10) / 10}`);
    const said = doubts('accuracy: { min: 0.6 }', {}, '', [], await withPredictions(rows)).join('\n');
    expect(said).toMatch(
      /warning: (No|Not clearly) better than always the same answer on 40 rows of p\.csv: /,
    );
    expect(said).toMatch(/ROC AUC 0\.\d+ \(95 % interval 0\.\d+ – 0\.\d+\) against 0\.5/);
    const good = Array.from(
      { length: 400 },
      (_, at) => `${at % 2},${at % 2 ? 0.9 - (at % 7) / 10 : 0.1 + (at % 5) / 10}`,
    );
    expect(doubts('x: {}', {}, '', [], await withPredictions(good)).join()).not.toMatch(/same answer/);
  });

  test('predictions alone are numbers that can be doubted', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `0,${at / 60}`);
    const said = doubts('accuracy: { min: 0.6 }', {}, '', [], await withPredictions(rows, 1));
    expect(said[0]).toBe(
      'error: Only one class occurs in 30 rows, so nothing tells whether the model can tell classes apart.',
    );
  });

  test('runs that do not say when they ran are in no order', () => {
    const run = (value: number, time?: string): string =>
      JSON.stringify({ ...(time && { timestamp: time }), test: { accuracy: value, n: 100 } });
    const textOf = (files: Readonly<Record<string, string>>): string =>
      JSON.stringify(reportOf('accuracy: { min: 0.5 }', files).sections);
    const untimed = textOf({ 'a.json': run(0.9), 'b.json': run(0.8) });
    expect(untimed).toContain('Between 0.8 and 0.9 in 2 runs, which do not say when they ran.');
    expect(untimed).toContain('Another run, b.json');
    expect(untimed).toContain('accuracy over runs, the one that counts first');
    expect(untimed).not.toMatch(/the latest first|run before/);
    const timed = textOf({
      'a.json': run(0.9, '2026-01-02T00:00:00Z'),
      'b.json': run(0.8, '2026-01-01T00:00:00Z'),
    });
    expect(timed).toContain('From 0.8 to 0.9 in 2 runs.');
    expect(timed).toContain('The run before, b.json');
    const partly = textOf({ 'a.json': run(0.9, '2026-01-02T00:00:00Z'), 'b.json': run(0.8) });
    expect(partly).toContain('Between 0.8 and 0.9 in 2 runs, which do not all say when they ran.');
  });

  test('a run without the metric has no say in the order of those that have it', () => {
    const run = (value: number, time: string): string =>
      JSON.stringify({ timestamp: time, test: { accuracy: value, n: 100 } });
    const text = JSON.stringify(
      reportOf('accuracy: { min: 0.5 }', {
        'a.json': run(0.9, '2026-01-02T00:00:00Z'),
        'b.json': run(0.8, '2026-01-01T00:00:00Z'),
        'usage.json': '{"weekly_users": 5}',
      }).sections,
    );
    expect(text).toContain('From 0.8 to 0.9 in 2 runs.');
    expect(text).toContain('The run before, b.json');
  });
});

test('a positive class that is stated and does not occur is the other one', async () => {
  const rows = Array.from({ length: 20 }, (_, at) => `0,${at / 40}`);
  const of = await evaluation({ 'p.csv': ['y_true,y_score', ...rows].join('\n') }, { positive: 1 });
  expect(of.task).toBe('binary');
  expect(of.binary).toMatchObject({ positive: '1', negative: '0', positives: 0, negatives: 20 });
  expect(of.scores.find(({ metric }) => metric === 'accuracy')).toMatchObject({ value: 1, n: 20 });
  expect(of.remarks.map(({ code }) => code)).toContain('one-class');
  const words = await evaluation(
    { 'p.csv': ['y_true,y_pred', ...rows.map(() => 'ham,ham')].join('\n') },
    { positive: 'spam' },
  );
  expect(words.binary).toMatchObject({ positive: 'spam', negative: 'ham' });
});

test('a share of wins that may be a coin’s, and rates that are better low or either way', () => {
  expect(doubts('win_rate: { min: 0.5 }', { 'm.json': '{ "win_rate": 0.55, "n": 100 }' }).join()).toContain(
    '`win_rate` is 0.55, and its 95 % interval 0.452 – 0.644 includes 0.5, which is chance.',
  );
  expect(['win_rate', 'toxicity_rate', 'refusal_rate'].map(knownDirection)).toEqual([
    'higher',
    'lower',
    undefined,
  ]);
});
