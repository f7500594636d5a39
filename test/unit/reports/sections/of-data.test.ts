import { describe, expect, test } from 'vitest';
import type { DataProfile, SplitProfile } from '../../../../src/data/profile';
import { drawSection } from '../draw-section';
import { reportOf } from '../report-of';

const SHARED = { rows: 0, distinct: 0, of: 0, exact: true };

const split = (
  name: 'train' | 'test' | 'production',
  rows: number,
  classes?: SplitProfile['classes'],
): SplitProfile => ({
  name,
  role: name,
  files: [`/p/data/${name}.csv`],
  rows,
  columns: [],
  duplicates: SHARED,
  separating: [],
  ...(classes && { classes }),
});

const NOTHING: DataProfile = {
  splits: [],
  unread: [],
  pairs: [],
  compared: { columns: [], ids: [], notEverywhere: [] },
  drift: [],
};

function view(profile: Partial<DataProfile>, metrics = 'accuracy: { min: 0.9, split: test }', more = '') {
  const file = '{"test": {"accuracy": 0.93, "n": 100}}';
  const data = { state: 'read', profile: { ...NOTHING, ...profile } } as const;
  return reportOf(metrics, { 'm.json': file }, more, [], { data });
}

describe('provenance', () => {
  test('tells the files of each split, with their digests', () => {
    const one = view({
      splits: [split('test', 100)],
      digests: [{ file: '/p/data/test.csv', digest: '0123456789abcdef0123456789abcdef' }],
    });
    expect(drawSection(one, 'provenance').at(-1)).toBe(
      'test | test | 100 (it is a count) | data/test.csv | 0123456789abcdef',
    );
  });

  test('tells commit, seed and versions of a run, and every value in its fingerprint', () => {
    const file = (value: string): string =>
      `{"git_commit": "0123456789abcdef", "git_dirty": true, "params": {"seed": 42}, "sklearn_version": "1.5.0 final", "f1": ${value}}`;
    const [a, b] = ['0.90', '0.91'].map(value =>
      drawSection(reportOf('f1: {}', { 'm.json': file(value) }), 'provenance'),
    );
    expect(a?.[2]).toContain(
      '| 0123456789ab, with changes that were not committed | 42 | 1 (it is a count) |',
    );
    expect(a).toContain('sklearn_version | 1.5.0 final');
    expect(a?.[2]).not.toBe(b?.[2]);
  });

  test('leaves out what no run states, and says once what would state it', () => {
    const [, head, row] = drawSection(reportOf('f1: {}', { 'm.json': '{"f1": 0.9}' }), 'provenance');
    expect(head).toBe('Run | Counts | File | Format | Values | Fingerprint');
    expect(row).toMatch(/^m\.json \| yes \| m\.json \| json \| 1 /);
    const block = reportOf('f1: {}', { 'm.json': '{"f1": 0.9, "seed": 3}' })
      .sections.find(({ id }) => id === 'provenance')
      ?.blocks.find(({ kind }) => kind === 'table');
    expect(block?.kind === 'table' && block.note).toBe(
      'The run does not tell its time or commit: `generated_at` and `git_commit` beside the metrics do. A fingerprint changes with any value, parameter or time of its run.',
    );
  });

  test('says what is younger than the numbers', () => {
    const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
    const file = '{"date": "2026-05-01", "f1": 0.9}';
    const changes = [
      { file: '/p/train.py', of: 'code', time: at('2026-05-03'), modified: false },
      { file: '/p/old.py', of: 'code', time: at('2026-04-03'), modified: false },
    ] as const;
    const lines = drawSection(reportOf('f1: {}', { 'm.json': file }, '', [], { changes }), 'provenance');
    expect(lines[1]).toBe(
      'information: train.py was changed on 2026-05-03, after the metrics of m.json (2026-05-01, as the run says). Evaluate again where that may have moved them.',
    );
  });
});

describe('a value of another test set', () => {
  const digest = (letter: string): string => letter.repeat(64);
  const verdictOf = (stated: string) => {
    const file = `{"test_sha256": "${stated}", "test": {"accuracy": {"correct": 99, "n": 100}}}`;
    const profile = {
      ...NOTHING,
      splits: [split('test', 100)],
      digests: [{ file: '/p/data/test.csv', digest: digest('a') }],
    };
    const data = { state: 'read', profile } as const;
    const [row] = reportOf('accuracy: { min: 0.9, split: test }', { 'm.json': file }, '', [], {
      data,
    }).metrics;
    return { verdict: row?.verdict, reason: row?.reason };
  };

  test('is not comparable, where its run says which one it saw', () => {
    expect(verdictOf(digest('b'))).toEqual({
      verdict: 'unknown',
      reason:
        'Not comparable: it was measured on a test set with the SHA-256 bbbbbbbbbbbb…, and data/test.csv has aaaaaaaaaaaa….',
    });
  });

  test('is judged where it is the same one, or nobody can tell', () => {
    expect(verdictOf(digest('a')).verdict).toBe('met');
    expect(verdictOf('b'.repeat(40)).verdict).toBe('met');
  });
});

describe('warnings', () => {
  const warnings = (...of: Parameters<typeof view>): readonly string[] =>
    drawSection(view(...of), 'warnings');

  test('test rows that are in training, too', () => {
    const pair = {
      earlier: 'train',
      later: 'test',
      groups: [],
      rows: { rows: 7, distinct: 7, of: 100, exact: true },
    };
    const splits = [split('train', 500), split('test', 100)];
    expect(warnings({ splits, pairs: [pair] })).toContain(
      'warning: 7 rows of 100 rows of test (7 %) are in train, too: a model that has seen them scores too well.',
    );
    expect(warnings({ splits, pairs: [{ ...pair, rows: { ...pair.rows, rows: 0 } }] })[0]).not.toContain(
      'in train',
    );
  });

  test('an accuracy below the majority of the data, a class that is not tested', () => {
    const classes = [
      { label: '0', rows: 95 },
      { label: '1', rows: 5 },
    ];
    const all = warnings({
      splits: [split('train', 300, [...classes, { label: '2', rows: 200 }]), split('test', 100, classes)],
    });
    expect(all).toContain(
      'warning: Below the majority baseline: accuracy on test is 0.93, and 0.95 is what always answering `0` would score, as 95 of 100 rows of test are of that class.',
    );
    expect(all).toContain(
      'warning: No row of class `2` (200 rows in train) among the 100 rows of test: how the model fares there is not known.',
    );
  });

  test('a target that wrong labels keep out of reach', () => {
    const agreement = { pairs: 100, agreeing: 90, rows: 100, labels: 2 };
    const high = 'accuracy: { min: 0.97, split: test }';
    const more = 'data: { annotators: [a, b] }\n';
    expect(warnings({ agreement }, high, more)).toContain(
      'warning: The target of `accuracy`, ≥ 0.97, is out of reach. By how often annotators agree (100 pairs of labels), 5.279 % of labels are wrong, and a model that is always right would score 0.9472. Mend the labels first.',
    );
    const lines = drawSection(view({ agreement }, high, more), 'label-noise');
    expect(lines).toContain('Highest accuracy that can be shown: 0.9472 [0.904 – 0.972, n 100]');
    expect(lines.at(-2)).toContain('| 0.9808 (it supposes the share of wrong labels) |');
  });

  test('more looks than are allowed', () => {
    const look = {
      id: 'a',
      by: 'run',
      file: 'm.json',
      label: 'm',
      scores: {},
      several: false,
      recorded: false,
    } as const;
    const ledger = {
      looks: [look, { ...look, id: 'b' }],
      count: 2,
      budget: 1,
      possible: [],
      chance: [{ metric: 'f1', text: 'Up to 0.03.' }],
      doubts: [],
      text: '2 of 1 look at the test set',
    };
    const one = reportOf('f1: {}', { 'm.json': '{"f1": 0.9}' }, '', [], { ledger });
    expect(drawSection(one, 'warnings')).toContain(
      'warning: The test set was looked at 2 times, and 1 was allowed. Up to 0.03.',
    );
    expect(drawSection(one, 'ledger')).toEqual([
      '2 of 1 look at the test set.',
      'Looks that are counted: 2 (it is a count)',
      'Allowed: 1 (it is a count)',
      'Up to 0.03.',
      'Look | File | In the history',
      'm | m.json | no',
      'm | m.json | no',
    ]);
  });

  test('percent among fractions, and a score that its own matrix does not give', () => {
    const file = '{"accuracy": 93.5, "f1": 0.8, "confusion_matrix": [[60, 5], [5, 30]]}';
    const lines = drawSection(reportOf('f1: {}', { 'm.json': file }), 'warnings');
    expect(lines).toContain(
      'information: `accuracy` is 93.5: that is percent, where others write fractions. Write targets the same way.',
    );
    // 60 / 70 for one class, 120 / 130 for the other.
    expect(lines).toContain(
      'warning: `f1` is reported as 0.8; recomputed from the confusion matrix in line 1 of m.json it is 0.8571. Write both from the same predictions.',
    );
  });
});

describe('drift', () => {
  const question = { reference: 'train', current: 'production', bins: 10, floor: 0.0001 };
  const column = (name: string, psi: number, p: number) => ({
    column: name,
    rows: [100, 100] as const,
    bins: 10,
    psi,
    js: 0.1,
    ks: { distance: 0.2, p },
  });

  test('is told by column with what chance reaches, the farthest first', () => {
    const drift = [
      { question, columns: [column('age', 0.1, 0.2), column('amount', 0.5, 0.01)], left: [], sampled: false },
    ];
    const lines = drawSection(view({ drift }), 'drift');
    expect(lines[0]).toBe(
      'production against train: `amount` is farthest with a PSI of 0.5; 1 of 2 columns moved more than two samples of the same data would in 19 of 20 cases.',
    );
    // (1/100 + 1/100) times the 95 % quantile of chi-squared with 9 degrees of freedom is 0.338.
    expect(lines[3]).toMatch(
      /^amount \| 0\.5 \(.*\| 0\.338 \(.*\| 0\.02 \(it is a p value\) \| 100 and 100 \| 10$/,
    );
    expect(lines.at(-1)).toMatch(/^Drift is not performance loss/);
  });

  test('says what would bring it', () => {
    expect(drawSection(view({}), 'drift')[0]).toContain('There are no current data to compare');
  });
});
