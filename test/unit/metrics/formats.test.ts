import { describe, expect, test } from 'vitest';
import { readMetrics } from '../../../src/metrics/read';
import { draw } from './draw';

const read = (file: string, text: string): string[] =>
  draw(readMetrics(`/p/${file}`, new TextEncoder().encode(text)));

describe('YAML', () => {
  test('nested, with Python’s infinities', () => {
    expect(read('m.yaml', 'test:\n  recall: 0.9\n  auc: .nan\n  loss: -.inf\nepochs: 7 # fixed\n')).toEqual([
      'recall @test = 0.9  2:11',
      'auc @test = NaN  3:8',
      'loss @test = -Infinity  4:9',
      'epochs = 7  5:9',
    ]);
  });

  test('a seed is what a run was given, no score of it', () => {
    const text = 'f1: 0.8\nseed: 7\ntest:\n  random_state: 3\n';
    const { value } = readMetrics('/p/m.yaml', new TextEncoder().encode(text));
    expect(value.values.map(({ name }) => name)).toEqual(['f1']);
    expect(value.runs[0]?.params).toEqual({ seed: '7', 'test.random_state': '3' });
  });

  test('anchors give single values', () => {
    expect(read('m.yml', 'a: &x 0.5\nb: *x\n')).toEqual(['a = 0.5  1:7', 'b = 0.5  2:4']);
  });

  test('of a file with a fault no number counts', () => {
    const table = readMetrics('/p/m.yaml', new TextEncoder().encode('f1: 0.8\nbad: [1,\n'));
    expect(table.value).toMatchObject({ runs: [{ fault: {} }], values: [] });
    expect(table.problems).toContainEqual(expect.objectContaining({ code: 'bad-yaml' }));
  });

  test('aliases of aliases do not grow without end, depth is a problem and no crash', () => {
    const lines = Array.from(
      { length: 30 },
      (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`,
    );
    expect(() => read('m.yaml', `a0: &a0 [1]\n${lines.join('\n')}\n`)).not.toThrow();
    expect(read('m.yaml', '['.repeat(20_000))).toContainEqual(expect.stringContaining('bad-yaml'));
  });
});

describe('TOML', () => {
  test('values under tables, with their places', () => {
    expect(read('m.toml', 'f1 = 0.8\n[test]\n  recall = 0.90 # good\n[rf.test]\nauc = nan\n')).toEqual([
      'f1 = 0.8  1:6',
      'recall @test = 0.9  3:12',
      'rf.auc @test = NaN  5:7',
    ]);
  });

  test('lists of tables, quoted and dotted keys, values inside others', () => {
    const text =
      '"my f1" = 1\ntest.recall = 0.5\n[[metrics]]\nname = "auc"\nvalue = 0.75\n[x]\ny = { z = 2 }\n';
    expect(read('m.toml', text)).toEqual([
      'my f1 = 1  1:11',
      'recall @test = 0.5  2:15',
      'auc = 0.75  5:9',
      'x.y.z = 2  7:5',
    ]);
  });

  test('a fault has its place', () => {
    expect(read('m.toml', 'a = 1\nb = \n')).toEqual([expect.stringMatching(/^error bad-toml {2}2:/)]);
    expect(read('m.toml', `a = ${'['.repeat(50_000)}`)).toEqual([expect.stringContaining('bad-toml')]);
  });
});

describe('CSV', () => {
  test('one value a row', () => {
    expect(read('m.csv', 'metric,value,split,n\nrecall,0.9,test,20\nval_f1,0.8,,\nauc,,test,\n')).toEqual([
      'recall @test = 0.9 (18/20)  2:8',
      'f1 @validation = 0.8  3:8',
    ]);
  });

  test('a run a row, a metric a column; quotes, semicolons, line ends', () => {
    const text = 'model;test_f1;note\r\n"rf; tuned";0.8;fast\r\nsvm;nan;\r\n';
    expect(read('m.csv', text)).toEqual(['rf; tuned: f1 @test = 0.8  2:13', 'svm: f1 @test = NaN  3:5']);
  });

  test('one row is one run; a split column is no run', () => {
    expect(read('m.csv', 'accuracy,f1\n0.9,0.8\n')).toEqual(['accuracy = 0.9  2:1', 'f1 = 0.8  2:5']);
    expect(read('m.tsv', 'split\tf1\ntrain\t0.9\ntest\t0.8\n')).toEqual([
      'f1 @train = 0.9  2:7',
      'f1 @test = 0.8  3:6',
    ]);
  });

  test('steps: of each column the last value, though training and validation have rows of their own', () => {
    const text =
      'epoch,step,train_loss,val_loss,   metrics/mAP50(B)\n0,9,0.5,,\n0,10,,0.6,\n1,19,0.4,,\n1,20,,0.55,0.7\n2,29,,,\n';
    expect(read('m.csv', text)).toEqual([
      'loss @train = 0.4 step 19  4:6',
      'loss @validation = 0.55 step 20  5:7',
      'metrics/mAP50(B) = 0.7 step 20  5:12',
    ]);
  });

  test('steps of several splits: the last of each, on its split', () => {
    expect(read('m.csv', 'epoch,phase,split,loss\n1,a,train,0.5\n1,a,val,0.6\n2,b,train,0.4\n')).toEqual([
      'loss @train = 0.4 step 2  4:11',
      'loss @validation = 0.6 step 1  3:9',
    ]);
  });

  test('a row a week, or a date: the last one counts', () => {
    expect(read('kpi.csv', 'week,missed\n1,2\n2,1\n')).toEqual(['missed = 1 step 2  3:3']);
    expect(read('kpi.csv', 'date,missed\n2026-01-05,2\n2026-01-12,1\n')).toEqual(['missed = 1  3:12']);
  });

  test('predictions and data are refused, and say so', () => {
    expect(read('predictions.csv', 'id,y_true,y_score\n1,0,0.2\n')).toEqual(['warning no-metrics  1:1']);
    expect(read('data.csv', `a,b\n${'1,2\n'.repeat(1001)}`)).toEqual(['warning no-metrics  1:1']);
  });
});

describe('any file', () => {
  test('what is not read says so', () => {
    expect(read('model.pkl', 'x')).toEqual(['warning unknown-format  1:1']);
    expect(read('empty.csv', '')).toEqual(['warning no-metrics  1:1']);
    expect(read('text.yaml', 'just words')).toEqual(['warning no-metrics  1:1']);
    expect(draw(readMetrics('/p/m.json', Uint8Array.of(0x7b, 0xff)))).toEqual(['warning not-text  1:1']);
    expect(draw(readMetrics('/p/m.json', new Uint8Array(33 * 1024 * 1024)))).toEqual([
      'warning too-large  1:1',
    ]);
  });

  test('a byte order mark is no column; JSON without an ending is seen', () => {
    expect(read('m.json', '\uFEFF{"f1": 1}')).toEqual(['f1 = 1  1:8']);
    expect(read('summary', '{"f1": 1}')).toEqual(['f1 = 1  1:8']);
  });

  test.each(['json', 'yaml', 'toml', 'csv'])('no cut of a %s file throws', ending => {
    const whole = 'a: {"b": [1, "x"], c: &d 2}\n[t]\nx = "y" # z\nmetric,value\n"q,0.5\n';
    for (let length = 0; length <= whole.length; length++) {
      expect(() => read(`m.${ending}`, whole.slice(0, length))).not.toThrow();
    }
  });
});
