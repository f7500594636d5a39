import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/metrics/readers/json';
import { parseJson } from '../../../src/metrics/readers/json-tree';
import type { Tree } from '../../../src/metrics/tree';
import { draw } from './draw';

const read = (text: string): string[] => draw(readJson('/p/metrics.json', text));

describe('shapes', () => {
  test('flat, with splits in the names', () => {
    expect(
      read('{\n  "accuracy": 0.9,\n  "test_f1": 0.8,\n  "val/loss": 1e-2,\n  "recall-train": 1\n}'),
    ).toEqual([
      'accuracy = 0.9  2:15',
      'f1 @test = 0.8  3:14',
      'loss @validation = 0.01  4:15',
      'recall @train = 1  5:19',
    ]);
  });

  test('nested by split, by model, or the split innermost', () => {
    expect(read('{"test": {"auc": 0.9}, "rf": {"auc": 0.8, "holdout": {"f1": 0.7}}}')).toEqual([
      'auc @test = 0.9  1:18',
      'rf.auc = 0.8  1:38',
      'rf.f1 @test = 0.7  1:61',
    ]);
    expect(read('{"accuracy": {"train": 0.99, "test": 0.93}}')).toEqual([
      'accuracy @train = 0.99  1:24',
      'accuracy @test = 0.93  1:38',
    ]);
  });

  test('a list of variants is a list of runs, with their parameters and times', () => {
    const text = '[{"model": "rf", "seed": true, "f1": 0.8, "date": "2026-05-01"}, {"f1": 0.7}]';
    expect(read(text)).toEqual(['rf: f1 = 0.8  1:38', 'metrics.json 2: f1 = 0.7  1:73']);
    const [first] = readJson('/p/metrics.json', text).value.runs;
    expect(first).toMatchObject({ id: '/p/metrics.json#1', time: '2026-05-01', params: { seed: 'true' } });
  });

  test('a report whose classes do not make up all rows is doubted', () => {
    const row = (support: number): string =>
      `{"precision": 0.5, "recall": 0.5, "f1-score": 0.5, "support": ${support}}`;
    const report = (all: number): string => `{"a": ${row(10)}, "b": ${row(20)}, "macro avg": ${row(all)}}`;
    const codes = (text: string): string[] =>
      readJson('/p/metrics.json', text).problems.map(({ code }) => code);
    expect(codes(report(30))).toEqual([]);
    expect(codes(report(31))).toEqual(['supports-differ']);
  });

  test('the confusion matrix of a slice says what is so in the slice alone', () => {
    const text =
      '{"accuracy": 0.9, "by_country": {"SE": {"tp": 1, "fp": 2, "fn": 3, "tn": 4}, "NO": {"accuracy": 0.7, "confusion_matrix": [[3, 1], [2, 4]]}}}';
    const { value } = readJson('/p/metrics.json', text);
    expect(value.values.filter(({ name }) => name === 'accuracy').map(one => [one.slice, one.value])).toEqual(
      [
        [undefined, 0.9],
        [{ country: 'SE' }, 0.5],
        [{ country: 'NO' }, 0.7],
      ],
    );
    expect(value.matrices?.map(({ rows, slice }) => [rows, slice])).toEqual([
      [
        [
          [4, 2],
          [3, 1],
        ],
        { country: 'SE' },
      ],
      [
        [
          [3, 1],
          [2, 4],
        ],
        { country: 'NO' },
      ],
    ]);
  });

  test('a list of names and values', () => {
    expect(read('{"metrics": [{"key": "f1", "value": 0.8}, {"key": "test_auc", "value": 0.9}]}')).toEqual([
      'f1 = 0.8  1:37',
      'auc @test = 0.9  1:72',
    ]);
  });

  test('a split stated beside the values, in whatever object they lie', () => {
    expect(read('{"split": "test", "n": 100, "accuracy": 0.9, "train_f1": 1}')).toEqual([
      'n @test = 100  1:24',
      'accuracy @test = 0.9 (90/100)  1:41',
      'f1 @train = 1  1:58',
    ]);
    expect(
      read('{"f1": {"value": 0.9, "partition": "Validation set"}, "rf": {"subset": "dev", "f1": 1}}'),
    ).toEqual(['f1 @validation = 0.9  1:18', 'rf.f1 @validation = 1  1:85']);
    expect(
      read('{"all": [{"dataset_split": "train", "f1": 1}, {"dataset_split": "test", "f1": 0.5}]}'),
    ).toEqual(['f1 @train = 1  1:43', 'f1 @test = 0.5  1:79']);
    expect(read('{"m": [{"name": "f1", "value": 1, "split": "external"}]}')).toEqual([
      'f1 @external = 1  1:32',
    ]);
  });

  test('how the data were divided is no split', () => {
    expect(read('{"split": "stratified", "f1": 1}')).toEqual(['f1 = 1  1:31']);
    expect(read('{"split": "70/30", "f1": 1}')).toEqual(['f1 = 1  1:26']);
  });

  test('parameters are not metrics', () => {
    const { value } = readJson('/p/m.json', '{"params": {"depth": 3}, "note": "x", "f1": 0.5}');
    expect(value.values.map(({ name }) => name)).toEqual(['f1']);
    expect(value.runs[0]?.params).toEqual({ 'params.depth': '3', note: 'x' });
  });

  test('lists and nulls are named, not dropped', () => {
    const { problems } = readJson(
      '/p/m.json',
      '{"roc": {"fpr": [0, 1], "tpr": [0, 1]}, "auc": null, "f1": 1}',
    );
    expect(problems.map(({ message }) => message.split('.').slice(0, 2).join('.'))).toEqual([
      'Lists are not read as metrics: `roc.fpr`, `roc',
      'No value (`null`) for `auc`. Where the metric could not be computed, say why in the file that computes it',
    ]);
  });

  test('numbers written as text count and are pointed out, other text does not', () => {
    expect(read('{"a": "0.93", "b": "NaN", "c": "93 %", "d": true}')).toEqual([
      'a = 0.93  1:7',
      'b = NaN  1:20',
      'information number-in-quotes  1:7',
    ]);
  });
});

describe('what Python writes', () => {
  test('bare NaN and infinities', () => {
    expect(read('{"auc": NaN, "loss": Infinity, "delta": -Infinity, "s": "NaN inside"}')).toEqual([
      'auc = NaN  1:9',
      'loss = Infinity  1:22',
      'delta = -Infinity  1:41',
    ]);
  });

  test('a file cut short gives no number, and says where it ends', () => {
    expect(read('{"test": {"auc": 0.9,\n "f1": 0.')).toEqual(['error bad-json  2:9']);
    expect(read('')).toEqual(['error bad-json  1:1']);
    expect(readJson('/p/m.json', '').value.runs).toMatchObject([{ id: '/p/m.json', fault: {} }]);
    expect(readJson('/p/m.json', '[{"a": 1}, {').value.runs.map(({ fault }) => fault !== undefined)).toEqual([
      true,
      true,
    ]);
    expect(readJson('/p/m.json', '{"a": 1}').value.runs).not.toHaveProperty('0.fault');
    expect(read('{"a": 1} trailing')).toEqual(['error bad-json  1:10']);
    expect(read("{'a': 1}")).toEqual(['error bad-json  1:2']);
    expect(read('{"a": "x')).toEqual(['error bad-json  1:7']);
  });
});

describe('counts', () => {
  test('stated beside the value', () => {
    expect(read('{"recall": {"value": 0.9, "n": 120}, "hits": {"correct": 11, "n": 14}}')).toEqual([
      'recall = 0.9 (108/120)  1:22',
      'hits = 0.7857 (11/14)  1:58',
    ]);
  });

  test('a value that no count of so many rows can give', () => {
    expect(read('{"recall": {"value": 0.913, "n": 20}}')).toEqual([
      'recall = 0.913  1:22',
      'warning impossible-share  1:22',
    ]);
  });

  test('only for what is known to be a share of rows', () => {
    expect(read('{"mae": {"value": 0.3, "n": 100}, "n": 100, "f1": 0.5}')).toEqual([
      'mae = 0.3  1:19',
      'n = 100  1:40',
      'f1 = 0.5  1:51',
    ]);
  });

  test('n of the split, positives for recall', () => {
    expect(
      read('{"n_test": 114, "accuracy": 0.9561, "test_recall": 0.93, "n_train": 455, "train_acc": 0.5}'),
    ).toEqual([
      'n @test = 114  1:12',
      'accuracy = 0.9561 (109/114)  1:29',
      'recall @test = 0.93  1:52',
      'n @train = 455  1:69',
      'acc @train = 0.5 (228/455)  1:87',
    ]);
    expect(read('{"test": {"n": 40, "n_positive": 10, "recall": 0.7, "error": 0.125}}')).toEqual([
      'n @test = 40  1:16',
      'n_positive @test = 10  1:34',
      'recall @test = 0.7 (7/10)  1:48',
      'error @test = 0.125 (5/40)  1:62',
    ]);
  });

  test('cells of a confusion matrix, which give what the file does not state', () => {
    expect(read('{"test": {"recall": 0.786, "confusion": {"TP": 11, "FN": 3, "FP": 2, "TN": 84}}}')).toEqual([
      'recall @test = 0.786 (11/14)  1:21',
      'accuracy @test = 0.95 (95/100)  1:41',
      'precision @test = 0.8462 (11/13)  1:41',
    ]);
  });

  test('a matrix as lists: the class is told by the value', () => {
    const matrix = '"confusion_matrix": [[40, 2], [1, 71]]';
    expect(read(`{"recall": 0.952, "precision": 0.9726, ${matrix}}`)).toEqual([
      'recall = 0.952 (40/42)  1:12',
      'precision = 0.9726 (71/73)  1:32',
      'accuracy = 0.9737 (111/114)  1:60',
    ]);
    expect(read(`{"labels": ["ill", "well"], ${matrix}}`)).toEqual([
      'accuracy = 0.9737 (111/114)  1:49',
      'recall [class=ill] = 0.9524 (40/42)  1:49',
      'precision [class=ill] = 0.9756 (40/41)  1:49',
      'recall [class=well] = 0.9861 (71/72)  1:49',
      'precision [class=well] = 0.9726 (71/73)  1:49',
    ]);
  });

  test('an average over classes has no counts; a value that fits nothing contradicts', () => {
    const matrix = '"confusion_matrix": [[40, 2], [1, 71]]';
    expect(read(`{"recall": 0.9692, ${matrix}}`)[0]).toBe('recall = 0.9692  1:12');
    expect(read(`{"recall": 0.91, ${matrix}}`)).toContain('warning contradicts-confusion  1:12');
  });

  test('a classification report', () => {
    const row = (p: number, r: number, f: number, n: number): string =>
      `{"precision": ${p}, "recall": ${r}, "f1-score": ${f}, "support": ${n}}`;
    const text = `{"0": ${row(0.638095238095238, 0.8589743589743589, 0.73, 78)},
"1": ${row(0.8533333333333334, 0.6274509803921569, 0.72, 102)},
"accuracy": 0.7277777777777777,
"macro avg": ${row(0.745, 0.743, 0.727, 180)}}`;
    expect(read(text)).toEqual([
      'precision [class=0] = 0.6381 (67/105)  1:21',
      'recall [class=0] = 0.859 (67/78)  1:50',
      'f1 [class=0] = 0.73  1:82',
      'precision [class=1] = 0.8533 (64/75)  2:20',
      'recall [class=1] = 0.6275 (64/102)  2:50',
      'f1 [class=1] = 0.72  2:82',
      'accuracy = 0.7278 (131/180)  3:13',
      'precision_macro = 0.745  4:28',
      'recall_macro = 0.743  4:45',
      'f1_macro = 0.727  4:64',
    ]);
  });
});

describe('for all inputs', () => {
  test('the tree is what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        const { tree, fault } = parseJson(text);
        expect(fault).toBeUndefined();
        expect(tree && plain(tree)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('no cut throws, and each is reported', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, at) => {
        const text = `{"a": ${json}}`;
        const cut = text.slice(0, at % text.length);
        expect(readJson('/p/m.json', cut).problems.some(({ code }) => code === 'bad-json')).toBe(true);
      }),
    );
  });

  test('no depth overflows the stack, no long string does', () => {
    expect(parseJson('['.repeat(100_000)).fault?.message).toContain('deep');
    expect(parseJson(`"${'x'.repeat(10_000_000)}"`).fault).toBeUndefined();
  });
});

function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case 'object':
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plain(value)]));
    case 'array':
      return tree.items.map(plain);
    case 'number':
      return tree.value;
    case 'text':
      return tree.text;
    default:
      return JSON.parse(tree.text);
  }
}
