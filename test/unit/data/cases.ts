import type { Outcome } from '../../../src/base/outcome';
import type { Content } from './memory';

/** What a piece of evidence says of files, by the `data` of the manifest. */
export type Case = readonly [
  evidence: string,
  data: string,
  files: Readonly<Record<string, Content>>,
  outcome: Outcome,
  reason: RegExp,
];

export const SPLITS = 'splits: { train: train.csv, test: test.csv }';
const files = (train: string, test: string) => ({ 'train.csv': train, 'test.csv': test });
const table = (header: string, rows: number, row: (i: number) => string): string =>
  [header, ...Array.from({ length: rows }, (_, i) => row(i))].join('\n');

export const APART = files('id,a,b\n1,1,x\n2,2,y\n', 'id,a,b\n3,3,x\n4,4,y\n');
const SHARED = files('id,a,b\n1,1,x\n2,2,y\n', 'id,b,a\n3,y,2.0\n4,z,4\n');
const CUTOFF = 'table: all.csv\n  time: day\n  split: { cutoff: 2026-02-01, gap: 7d, horizon: 3d }';
const annotated = (agree: number, rows: number) => ({
  'train.csv': table('x,p,q', rows, i => `${i},a,${i < agree ? 'a' : 'b'}`),
});

/** By demand. */
export const CASES: Readonly<Record<string, readonly Case[]>> = {
  rows: [
    ['{ data: { rows: ">= 4" } }', SPLITS, APART, 'met', /^4 rows \(train 2, test 2\); asked is >= 4\.$/],
    ['{ data: { rows: 5 } }', SPLITS, APART, 'unmet', /^4 rows .*; asked is >= 5\.$/],
    ['{ data: { rows: 3 }, split: train }', SPLITS, APART, 'unmet', /^2 rows; asked is >= 3\.$/],
    [
      '{ data: { rows: 3 }, split: tset }',
      SPLITS,
      APART,
      'unknown',
      /no split `tset`; there are train and test/,
    ],
    [
      '{ data: { rows: ">= data.rows_needed" } }',
      `${SPLITS}\n  rows_needed: 3`,
      APART,
      'met',
      />= 3 \(`data\.rows_needed`\)/,
    ],
    [
      '{ data: { rows: ">= data.rows_needed" } }',
      SPLITS,
      APART,
      'unknown',
      /`data\.rows_needed` is not filled in/,
    ],
    [
      '{ data: { rows: 1 } }',
      'splits: { train: parts/ }',
      { 'parts/a.csv': 'a\n1\n', 'parts/b.csv': 'a\n2\n', 'parts/_SUCCESS': '' },
      'met',
      /^2 rows/,
    ],
    [
      '{ data: { rows: 1 } }',
      'splits: { train: "p*.jsonl" }',
      { 'p1.jsonl': '{"a":1}\n', 'p2.jsonl': '{"a":2}\n' },
      'met',
      /^2 rows/,
    ],
    [
      '{ data: { rows: 1 } }',
      'splits: { train: "p*.csv" }',
      {},
      'unknown',
      /The split train was not read: no file matches it/,
    ],
    [
      '{ data: { rows: 1 } }',
      'splits: { train: gone.csv }',
      {},
      'unknown',
      /^gone\.csv was not read: it is not there\.$/,
    ],
    [
      '{ data: { rows: 1 } }',
      'splits: { train: a.xlsx }',
      { 'a.xlsx': 'x' },
      'unknown',
      /`\.xlsx` is not read; expected CSV, TSV, JSONL or Parquet/,
    ],
    ['{ data: { rows: 1 } }', 'splits: { train: a.csv }', { 'a.csv': '' }, 'unknown', /it is empty/],
    [
      '{ data: { rows: 1 } }',
      'splits: { train: images/ }',
      { 'images/a.png': 'x' },
      'unknown',
      /holds no CSV.*`data\.index`/,
    ],
    [
      '{ data: { rows: 1 } }',
      'splits: { train: d/ }',
      { 'd/a.csv': 'a\n1', 'd/a.jsonl': '{}' },
      'unknown',
      /tables of several formats/,
    ],
    ['{ data: { rows: 1 } }', 'splits: { train: ../out.csv }', {}, 'unknown', /out\.csv was not read/],
    ['{ data: { rows: 1 } }', 'target: y', {}, 'unknown', /names no data files/],
    [
      '{ data: { rows: 3 } }',
      'table: all.csv\n  split: { column: fold }',
      { 'all.csv': 'a,fold\n1,train\n2,test\n3,test\n4,holdback' },
      'met',
      /^3 rows \(train 1, test 2\)/,
    ],
    [
      '{ data: { rows: 1 } }',
      'table: all.csv\n  split: { column: fold }',
      { 'all.csv': 'a\n1\n' },
      'unknown',
      /no column `fold`, by which it is split/,
    ],
  ],
  missing: [],
  shared_rows: [
    [
      '{ data: { shared_rows: 0 } }',
      SPLITS,
      APART,
      'met',
      /^0 of 2 rows of test are in train too, by 2 columns without `id`/,
    ],
    [
      '{ data: { shared_rows: 0 } }',
      SPLITS,
      SHARED,
      'unmet',
      /^1 of 2 rows of test is in train too.*; line 2 of test\.csv is line 3 of train\.csv/,
    ],
    ['{ data: { shared_rows: "<= 50%" } }', SPLITS, SHARED, 'met', /\(50 %\)/],
    [
      '{ data: { shared_rows: 0 } }',
      `${SPLITS}\n  target: b`,
      files('a,b\n1,x\n', 'a,b\n1,y\n'),
      'unmet',
      /1 of 1 rows of test is in train too, by 1 column/,
    ],
    [
      '{ data: { shared_rows: 0 } }',
      SPLITS,
      files('a,b\n1,2\n', 'c,d,a\n1,2,3\n'),
      'unknown',
      /cannot be compared: not every split has `b`, `c` and `d`/,
    ],
    ['{ data: { shared_rows: 0 } }', 'splits: { train: train.csv }', APART, 'unknown', /Only train was read/],
    [
      '{ data: { shared_rows: 0 } }',
      SPLITS,
      files('a,b\n1,2\n', 'a,b\n1,2,3\n'),
      'unknown',
      /^test\.csv was not read: line 2 has 3 cells/,
    ],
    [
      '{ data: { shared_rows: 0 } }',
      'table: t.csv\n  split: { cv: random }',
      { 't.csv': 'a\n1\n2\n' },
      'met',
      /No row occurs twice/,
    ],
    [
      '{ data: { shared_rows: 0 } }',
      'table: t.csv\n  split: { cv: random }',
      { 't.csv': 'a\n1\n1\n' },
      'unmet',
      /folds share them/,
    ],
    [
      '{ data: { shared_rows: 0 } }',
      'table: t.csv\n  split: { cv: group }',
      { 't.csv': 'a\n1\n1\n' },
      'unknown',
      /depends on the groups/,
    ],
  ],
  shared_groups: [
    [
      '{ data: { shared_groups: 0 } }',
      `${SPLITS}\n  groups: b`,
      APART,
      'unmet',
      /^2 values of `b` of test are in train too, in 2 of 2 rows/,
    ],
    [
      '{ data: { shared_groups: 0 } }',
      `${SPLITS}\n  groups: a`,
      APART,
      'met',
      /^No value of `a` of test is in train too/,
    ],
    ['{ data: { shared_groups: 0 } }', SPLITS, APART, 'unknown', /`data\.groups` does not say/],
    [
      '{ data: { shared_groups: 0 } }',
      `${SPLITS}\n  groups: card`,
      APART,
      'unknown',
      /`card` is not a column of train and test/,
    ],
  ],
  duplicates: [
    ['{ data: { duplicates: 0 } }', SPLITS, APART, 'met', /^No row of train repeats another/],
    [
      '{ data: { duplicates: 0 } }',
      SPLITS,
      files('id,a\n1,7\n2,7\n', 'id,a\n3,7\n'),
      'unmet',
      /^1 row of train repeats an earlier one, as that in line 2 of train\.csv does/,
    ],
    [
      '{ data: { duplicates: 0 } }',
      `${SPLITS}\n  target: y`,
      files('a,y\n7,0\n7,1\n', 'a,y\n3,1\n'),
      'met',
      /No row of train/,
    ],
  ],
  time_order: [
    [
      '{ data: { time_order: true } }',
      `${SPLITS}\n  time: d`,
      files('d\n2026-01-01\n2026-01-03\n', 'd\n2026-01-04\n'),
      'met',
      /^train ends with 2026-01-03 \(line 3 of train\.csv\), and test begins with 2026-01-04/,
    ],
    [
      '{ data: { time_order: true } }',
      `${SPLITS}\n  time: d`,
      files('d\n2026-01-03\n', 'd\n2026-01-05\n2026-01-02T10:00:00Z\n'),
      'unmet',
      /test begins with 2026-01-02T10:00:00Z \(line 3 of test\.csv\)/,
    ],
    [
      '{ data: { time_order: true } }',
      `${SPLITS}\n  time: d\n  split: { gap: 3d }`,
      files('d\n2026-01-03\n', 'd\n2026-01-05\n'),
      'unmet',
      /3 days must lie between them/,
    ],
    [
      '{ data: { time_order: true } }',
      `${SPLITS}\n  time: d`,
      files('d\nyesterday\n', 'd\n2026-01-05\n'),
      'unknown',
      /1 value of `d` in train is no date .* first in line 2 of train\.csv/,
    ],
    [
      '{ data: { time_order: true } }',
      `${SPLITS}\n  time: d`,
      files('d,a\n,1\n2026-01-01,2\n', 'd\n2026-01-05\n'),
      'unknown',
      /`d` is missing in 1 row of train/,
    ],
    ['{ data: { time_order: true } }', SPLITS, APART, 'unknown', /`data\.time` does not name/],
    [
      '{ data: { time_order: true } }',
      CUTOFF,
      {
        'all.csv': table(
          'day,a',
          60,
          i => `${new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10)},${i}`,
        ),
      },
      'met',
      /^train ends with 2026-01-21 .*test begins with 2026-02-01 .*10 days must lie/,
    ],
  ],
  label_noise: [
    [
      '{ data: { label_noise: "<= 6%" } }',
      'splits: { train: train.csv }\n  annotators: [p, q]',
      annotated(90, 100),
      'met',
      /agree on 90 % of 100 pairs.*5\.279 % are wrong, and no accuracy above 94\.72 %/,
    ],
    [
      '{ data: { label_noise: "<= 5%" } }',
      'splits: { train: train.csv }\n  annotators: [p, q]',
      annotated(90, 100),
      'unmet',
      /5\.279 %/,
    ],
    [
      '{ data: { label_noise: "<= 5%" } }',
      'splits: { train: train.csv }\n  annotators: [p, q]',
      annotated(40, 100),
      'unknown',
      /no more often than chance/,
    ],
    [
      '{ data: { label_noise: "<= 5%" } }',
      'splits: { train: train.csv }\n  annotators: [p, q]',
      annotated(10, 10),
      'unknown',
      /fewer than 30 pairs/,
    ],
    [
      '{ data: { label_noise: "<= 5%" } }',
      'splits: { train: train.csv }\n  annotators: [p, z]',
      annotated(90, 100),
      'unknown',
      /No row has the labels of two/,
    ],
    [
      '{ data: { label_noise: "<= 5%" } }',
      'splits: { train: train.csv }',
      annotated(90, 100),
      'unknown',
      /`data\.annotators` does not name/,
    ],
  ],
  balance: [
    [
      '{ data: { balance: ">= 20%" } }',
      `${SPLITS}\n  target: y`,
      files('a,y\n1,0\n2,0\n3,0\n4,1\n', 'a,y\n1,0\n'),
      'met',
      /rarest class in train is `1`: 25 % \(1 of 4 rows\)/,
    ],
    [
      '{ data: { balance: 0.3 } }',
      `${SPLITS}\n  target: y`,
      files('a,y\n1,0\n2,0\n3,0\n4,1\n', 'a,y\n1,0\n'),
      'unmet',
      /25 %/,
    ],
    [
      '{ data: { balance: 0.3 } }',
      `${SPLITS}\n  target: y`,
      files(
        table('a,y', 99, i => `1,${i}`),
        'a,y\n1,0\n',
      ),
      'unknown',
      /too many different values/,
    ],
    ['{ data: { balance: 0.3 } }', `${SPLITS}\n  target: z`, APART, 'unknown', /train has no column `z`/],
    ['{ data: { balance: 0.3 } }', SPLITS, APART, 'unknown', /`data\.target` does not name/],
  ],
  separating_columns: [
    [
      '{ data: { separating_columns: 0 } }',
      'splits: { train: t.csv }\n  target: y',
      { 't.csv': table('a,b,y', 40, i => `${i % 7},${i},${i < 20 ? 0 : 1}`) },
      'unmet',
      /^`b` separates the classes of `y` in train without an error/,
    ],
    [
      '{ data: { separating_columns: 0 } }',
      'splits: { train: t.csv }\n  target: y',
      { 't.csv': table('a,why,y', 40, i => `${i % 7},${i % 2 ? 'price' : ''},${i % 2}`) },
      'unmet',
      /^`why` separates/,
    ],
    [
      '{ data: { separating_columns: 0 } }',
      'splits: { train: t.csv }\n  target: y',
      { 't.csv': table('a,c,y', 40, i => `${i % 7},${i % 3 ? 'u' : 'v'},${i % 2}`) },
      'met',
      /No column of train separates/,
    ],
    [
      '{ data: { separating_columns: 0 } }',
      'splits: { train: t.csv }\n  target: y',
      { 't.csv': table('a,y', 12, i => `${i},${i < 6 ? 0 : 1}`) },
      'unknown',
      /6 rows of `0`; with fewer than 10/,
    ],
  ],
  profiled: [
    [
      '{ data: { profiled: true } }',
      SPLITS,
      APART,
      'met',
      /^2 files, 4 rows, 3 columns read and profiled\.$/,
    ],
    ['{ data: { profiled: true } }', SPLITS, files('a\n', 'a\n1\n'), 'unmet', /train has no rows/],
    [
      '{ data: { profiled: true } }',
      SPLITS,
      { 'train.csv': 'a\n1\n' },
      'unknown',
      /test\.csv was not read: it is not there/,
    ],
  ],
};
