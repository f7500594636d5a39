import { describe, expect, test } from 'vitest';
import { doubtsIn } from '../../../src/reports/doubts';
import type { ReportView } from '../../../src/reports/view';
import { reportOf, rowOf } from './report-of';

const notices = (view: ReportView): string[] =>
  doubtsIn(view).map(({ severity, message }) => `${severity}: ${message}`);

describe('rows', () => {
  test('carry value, split, target, baseline, source and their place in the manifest', () => {
    const row = rowOf('recall: { min: 0.8, baseline: 0.5, split: test }', '{\n "test": {"recall": 0.9}\n}');
    expect(row).toMatchObject({
      name: 'recall',
      split: 'test',
      kind: 'model',
      direction: 'higher',
      value: 0.9,
      text: '0.9',
      target: { op: '>=', value: 0.8, text: '≥ 0.8' },
      baseline: { value: 0.5, text: '0.5', beaten: true, sure: false },
      verdict: 'met',
    });
    expect(row.source).toMatchObject({ path: 'reports/m.json', run: 'm.json' });
    expect(row.source?.place.range.start).toEqual({ line: 1, column: 20 });
    expect(row.declared.range.start).toEqual({ line: 3, column: 2 });
  });

  test('a baseline is surely beaten when the whole interval is', () => {
    const counted = '{"recall": {"correct": 90, "n": 100}}';
    expect(rowOf('recall: { baseline: 0.5, direction: higher }', counted).baseline).toMatchObject({
      beaten: true,
      sure: true,
    });
    expect(rowOf('recall: { baseline: 0.88, direction: higher }', counted).baseline).toMatchObject({
      beaten: true,
      sure: false,
    });
    const unnamed = '{"uplift": 0.4}';
    expect(rowOf('recall: { baseline: 0.5 }', counted).baseline?.beaten).toBe(true);
    expect(rowOf('uplift: { baseline: 0.5 }', unnamed).baseline?.beaten).toBeUndefined();
  });

  test('the positive class of the manifest is meant', () => {
    const report = '{"confusion_matrix": [[90, 5], [3, 12]]}';
    const row = rowOf('recall: { min: 0.5 }', report, 'data: { target: { column: y, positive: 1 } }\n');
    expect(row.interval).toMatchObject({ successes: 12, n: 15 });
  });

  test('a value of another split is not taken', () => {
    const row = rowOf(
      'recall: { min: 0.8, split: validation }',
      '{"split": "test", "n": 100, "recall": 0.9}',
    );
    expect(row).toMatchObject({ text: '—', verdict: 'unknown' });
    expect(row.reason).toContain('No run reports `recall` on validation, only `recall[split=test]`.');
    expect(row.value).toBeUndefined();
  });

  test('only what means a proportion is one', () => {
    const file = '{"f1": 0.9, "missed_per_week": 1, "accuracy": 0.5}';
    const proportion = (metric: string): boolean | undefined => rowOf(metric, file).proportion;
    expect(proportion('f1: { min: 0.5 }')).toBe(true);
    expect(proportion('missed_per_week: { max: 2, kind: business }')).toBeUndefined();
    expect(proportion('accuracy: { min: 0.5, kind: business }')).toBeUndefined();
  });

  test('expressions are computed', () => {
    const row = rowOf(
      'gap: { expr: "f1[split=train] - f1[split=test]", max: 0.05 }',
      '{"train_f1": 0.9, "test_f1": 0.8}',
    );
    expect(row).toMatchObject({ text: '0.1', verdict: 'not met' });
    expect(row.split).toBeUndefined();
  });

  test('a metric with a file of its own is read from there', () => {
    const files = { 'reports/m.json': '{"rate": 1}', 'reports/kpi.csv': 'rate,other\n0.02,3\n' };
    const [row] = reportOf('chargebacks: { max: 0.03, from: reports/kpi.csv#rate }', files).metrics;
    expect(row).toMatchObject({ value: 0.02, verdict: 'met', source: { path: 'reports/kpi.csv' } });
  });
});

describe('the summary', () => {
  test('count', () => {
    const view = reportOf('f1: { min: 0.8 }\nauc: { min: 0.9 }\nmcc: { min: 0 }', {
      'm.json': '{"f1": 0.9, "auc": 0.5}',
    });
    expect(view.summary).toEqual({
      met: 1,
      notMet: 1,
      undecided: 0,
      unknown: 1,
      text: '1 of 3 metrics met, 1 not met, 1 unknown.',
    });
  });

  test('of nothing', () => {
    expect(reportOf('{}', {})).toMatchObject({
      metrics: [],
      summary: { text: 'The manifest names no metrics.' },
    });
  });
});

describe('notices', () => {
  test('a NaN, and no number in the view that JSON could not carry', () => {
    const view = reportOf('loss: { max: 1 }\nf1: { min: 1 }', { 'm.json': '{"loss": Infinity, "f1": NaN}' });
    expect(notices(view)).toEqual([
      'error: `loss` is ∞: the training diverged, or it was computed on nothing.',
      'error: `f1` is NaN: the training diverged, or it was computed on nothing.',
    ]);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  test('a baseline that is not beaten, few rows', () => {
    const view = reportOf('recall: { min: 0.1, baseline: 0.9 }', {
      'm.json': '{"recall": {"correct": 11, "n": 14}}',
    });
    expect(notices(view)).toEqual([
      'warning: `recall` is 0.7857 and does not beat its baseline of 0.9.',
      'warning: `recall` rests on 14 rows, so its interval is 0.40 wide. A larger test set would say more.',
    ]);
  });

  test('a split that the source does not name, runs that do not count', () => {
    const view = reportOf('f1: { min: 0.5, split: test }', {
      'b.json': '{"f1": 0.9}',
      'a.json': '{"f1": 0.1}',
    });
    expect(notices(view)).toEqual([
      'information: b.json does not say which split `f1` is of; it is taken as test.',
      'information: `f1` is also in 1 other run (a.json); that of b.json counts. Narrow `runs` in the manifest to choose another.',
      'information: `f1` is judged by its value alone, without an interval: the source gives no counts.',
    ]);
  });

  test('runs that do not count, once for all metrics, by names that tell them apart', () => {
    const view = reportOf('f1: { min: 0.5 }\nauc: { min: 0.5 }', {
      'b/m.json': '{"f1": 0.9, "auc": 0.9}',
      'a/m.json': '{"f1": 0.8, "auc": 0.8}',
    });
    expect(notices(view)).toEqual([
      'information: `f1` and `auc` are also in 1 other run (a); that of b counts. Narrow `runs` in the manifest to choose another.',
      'information: `f1` and `auc` are judged by their values alone, without an interval: the source gives no counts.',
    ]);
  });

  test('what is wrong with a file, once and at its place; no verdict rests on it', () => {
    const view = reportOf('f1: { min: 0.5 }\nauc: { min: 0.5 }', { 'm.json': '{"f1": 0.9,\n"auc": 0.' });
    expect(notices(view)).toEqual([
      expect.stringMatching(/^error: m.json: Not valid JSON.*until it is whole/),
    ]);
    expect(doubtsIn(view)[0]?.place?.range.start).toEqual({ line: 1, column: 8 });
    expect(view.metrics.map(({ verdict, text, reason }) => [verdict, text, reason])).toEqual([
      [
        'unknown',
        '—',
        'm.json is cut short or malformed, at line 2, so `f1` is not known; write the file again.',
      ],
      [
        'unknown',
        '—',
        'm.json is cut short or malformed, at line 2, so `auc` is not known; write the file again.',
      ],
    ]);
  });

  test('a file that is not there, once', () => {
    const missing = { source: 'reports/metrics.json', reason: 'it is not there' };
    const view = reportOf('f1: { min: 0.5 }\nauc: { min: 0.5 }', {}, '', [missing]);
    expect(notices(view)).toEqual([
      'warning: reports/metrics.json is not there. The metrics that it should hold have no value.',
    ]);
    expect(view.metrics.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['unknown', 'No run reports `f1`; reports/metrics.json could not be read: it is not there.'],
      ['unknown', 'No run reports `auc`; reports/metrics.json could not be read: it is not there.'],
    ]);
  });

  test('a file of one metric that is not there', () => {
    const missing = { source: './kpi.csv', reason: 'it is not there' };
    const view = reportOf(
      'rate: { max: 1, from: ./kpi.csv }\nf1: { min: 0.5 }',
      { 'm.json': '{"f1": 1}' },
      '',
      [missing],
    );
    expect(view.metrics.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('./kpi.csv could not be read: it is not there.'),
      expect.stringContaining('1 is ≥ 0.5'),
    ]);
  });
});
