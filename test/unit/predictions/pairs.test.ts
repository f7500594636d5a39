import { describe, expect, test } from 'vitest';
import { comparePairs } from '../../../src/predictions/pairs';
import type { ModelRequest } from '../../../src/predictions/request';
import { largeFiles } from '../data/memory';

const EVALUATING = {
  cancellation: { cancelled: false },
  onBytes: () => undefined,
  pause: () => Promise.resolve(),
};

function compared(
  files: Readonly<Record<string, string>>,
  own: Partial<ModelRequest> = {},
  others: readonly Partial<ModelRequest>[] = [],
) {
  const [first = '', ...rest] = Object.keys(files);
  const request = (file: string, more: Partial<ModelRequest> = {}): ModelRequest => ({
    files: [file],
    columns: {},
    splitRoles: [],
    slices: [],
    groups: [],
    ...more,
  });
  const named = others.length > 0 ? others.map(one => request(first, one)) : rest.map(file => request(file));
  return comparePairs(
    { first: request(first, own), others: named },
    { ...EVALUATING, files: largeFiles(new Map(Object.entries(files))) },
  );
}

/** Rows of which the two get so many right: both, only the first, only the second, none. */
function table(counts: readonly [number, number, number, number], which: 0 | 1, ids = true): string {
  const rows = counts.flatMap((count, kind) =>
    Array.from({ length: count }, () => ({ right: which === 0 ? kind < 2 : kind === 0 || kind === 2 })),
  );
  const lines = rows.map(({ right }, at) => {
    const truth = (at * 7) % 3 === 0 ? 'spam' : 'ham';
    const other = truth === 'spam' ? 'ham' : 'spam';
    return [...(ids ? [`id-${at}`] : []), truth, right ? truth : other].join(',');
  });
  return [`${ids ? 'id,' : ''}y_true,y_pred`, ...lines].join('\n');
}

const COUNTS = [50, 4, 15, 11] as const;

describe('two models on the same rows', () => {
  test("McNemar's exact test on rows that only one gets right, joined by their id", async () => {
    const [head, ...rows] = table(COUNTS, 1).split('\n');
    const answer = await compared({
      'a.csv': table(COUNTS, 0),
      'b.csv': [head, ...rows.reverse()].join('\n'),
    });
    const pair = answer.ok ? answer.value.others[0] : undefined;
    if (!pair?.ok) throw new Error(JSON.stringify(answer));
    expect(pair.value).toMatchObject({ n: 80, unmatched: 0, by: 'id' });
    const [accuracy] = pair.value.comparisons;
    // 2 (C(19,0) + … + C(19,4)) / 2^19 = 2 · 5036 / 524288.
    expect(accuracy).toMatchObject({
      metric: 'accuracy',
      own: 54 / 80,
      rival: 65 / 80,
      test: 'mcnemar-exact',
      discordant: { onlyOwn: 4, onlyRival: 15 },
    });
    expect(accuracy?.p).toBeCloseTo((2 * 5036) / 524288, 12);
  });

  /** Truths of training and test rows whose ids begin anew in each. */
  const numbered = (right: readonly boolean[], splits: readonly string[]): string[] =>
    splits.flatMap(split =>
      right.map((isRight, id) => {
        const truth = (id + split.length) % 2;
        return `${split},${id},${truth},${isRight ? truth : 1 - truth}`;
      }),
    );
  const mine = numbered([true, true, false, true, true, false, true, true], ['train', 'test']);
  const theirs = numbered([true, false, true, true, false, true, true, false], ['train', 'test']);
  const HEAD = 'split,id,y_true,y_pred';

  test.each([
    ['both files tell the split', [HEAD, ...theirs.slice().reverse()]],
    [
      'the other has the rows of the test alone, and no split',
      [
        HEAD.replace('split,', ''),
        ...theirs.filter(row => row.startsWith('test')).map(row => row.slice('test,'.length)),
      ],
    ],
  ])('ids that begin anew in each split are joined in it: %s', async (_, other) => {
    const answer = await compared({ 'a.csv': [HEAD, ...mine].join('\n'), 'b.csv': other.join('\n') });
    if (!answer.ok) throw new Error(answer.failure.reason);
    const [pair] = answer.value.others;
    expect(pair).toMatchObject({ ok: true, value: { n: 8, unmatched: 0, by: 'id' } });
    const [accuracy] = pair?.ok ? pair.value.comparisons : [];
    expect(accuracy).toMatchObject({ own: 6 / 8, rival: 5 / 8 });
  });

  test('p values are adjusted over all pairs together', async () => {
    const answer = await compared({
      'a.csv': table(COUNTS, 0),
      'b.csv': table(COUNTS, 1),
      'c.csv': table(COUNTS, 0),
    });
    const pairs = answer.ok ? answer.value.others.flatMap(pair => (pair.ok ? [pair.value] : [])) : [];
    const all = pairs.flatMap(({ comparisons }) => comparisons);
    const least = all.reduce((a, b) => (b.p < a.p ? b : a));
    expect(pairs).toHaveLength(2);
    expect(all.length).toBeGreaterThan(2);
    expect(least.adjusted).toBeCloseTo(Math.min(1, least.p * all.length), 12);
  });

  test('scores by DeLong, and F1, average precision and losses by rows that are drawn for both', async () => {
    const score = (at: number, noise: number): number =>
      Math.min(0.99, Math.max(0.01, 0.3 + 0.4 * (at % 2) + noise * Math.sin(at * 12.9898)));
    const file = (noise: number): string =>
      [
        'id,y_true,y_score',
        ...Array.from({ length: 200 }, (_, at) => `${at},${at % 2},${score(at, noise)}`),
      ].join('\n');
    const answer = await compared({ 'a.csv': file(0.5), 'b.csv': file(0.25) });
    const pair = answer.ok ? answer.value.others[0] : undefined;
    if (!pair?.ok) throw new Error(JSON.stringify(answer));
    const { comparisons } = pair.value;
    expect(comparisons.map(({ metric, test }) => `${metric} ${test}`)).toEqual([
      expect.stringMatching(/^accuracy mcnemar/),
      'roc_auc delong-paired',
      'f1 paired-bootstrap',
      'average_precision paired-bootstrap',
      'log_loss paired-bootstrap',
      'brier paired-bootstrap',
    ]);
    for (const { p, own, rival, difference } of comparisons) {
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(1);
      expect(difference.value).toBeCloseTo(own - rival, 12);
    }
    const loss = comparisons.find(({ metric }) => metric === 'log_loss');
    expect((loss?.own ?? 0) > (loss?.rival ?? 0) && (loss?.p ?? 1) < 0.05).toBe(true);
  });

  test('columns of one file that are called like the models', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, at) => `${at % 2},${at % 3 ? at % 2 : 1 - (at % 2)},${at % 2},0.${1 + (at % 9)}`,
    );
    const files = { 'all.csv': ['y_true,pred_tree,xgb,xgb_proba', ...rows].join('\n') };
    const answer = await compared(files, { called: 'tree' }, [{ called: 'xgb.json' }, { called: 'svm' }]);
    if (!answer.ok) throw new Error(answer.failure.reason);
    const [xgb, svm] = answer.value.others;
    expect(xgb?.ok && xgb.value.comparisons[0]).toMatchObject({ own: 40 / 60, rival: 1 });
    expect(svm).toEqual({
      ok: false,
      failure: 'all.csv: it has no column of predictions that is called like `svm`',
    });
  });

  test('of numbers, by the paired t and by rows that are drawn for both', async () => {
    const file = (off: number): string =>
      [
        'id,y_true,y_pred',
        ...Array.from({ length: 40 }, (_, at) => `${at},${at},${at + off * (1 + (at % 5))}`),
      ].join('\n');
    const answer = await compared({ 'a.csv': file(1), 'b.csv': file(0.1) });
    const pair = answer.ok ? answer.value.others[0] : undefined;
    expect(pair?.ok && pair.value.comparisons.map(({ metric, test }) => `${metric} ${test}`)).toEqual([
      'mae paired-t',
      'rmse paired-bootstrap',
    ]);
  });
});

describe('rows that are not the same', () => {
  const reasonOf = async (...files: readonly string[]): Promise<unknown> => {
    const answer = await compared(Object.fromEntries(files.map((text, at) => [`${at}.csv`, text])));
    if (!answer.ok) return answer.failure;
    const [pair] = answer.value.others;
    return pair?.ok ? pair.value.by : pair?.failure;
  };
  const sorted = (rows: readonly string[]): string => ['y_true,y_pred', ...rows].join('\n');

  test('by order, where the truth is the same in each row', async () => {
    expect(await reasonOf(table(COUNTS, 0, false), table(COUNTS, 1, false))).toBe('order');
  });

  test('not by order where the truth differs', async () => {
    const text = table(COUNTS, 1, false).split('\n');
    const [head = '', ...rows] = text;
    expect(await reasonOf(table(COUNTS, 0, false), [head, ...rows.reverse()].join('\n'))).toMatch(
      /^\d+ rows have another truth at the same place/,
    );
  });

  test('not by order where both are sorted by the truth', async () => {
    const rows = ['0,0', '0,1', '0,0', '1,1', '1,1', '1,0'];
    expect(await reasonOf(sorted(rows), sorted(rows))).toMatch(/sorted by the truth/);
  });

  test('not by ids that stand for other rows', async () => {
    const [head = '', ...rows] = table(COUNTS, 1).split('\n');
    const moved = rows.map((row, at) => row.replace(/^id-\d+/, `id-${(at + 1) % rows.length}`));
    expect(await reasonOf(table(COUNTS, 0), [head, ...moved].join('\n'))).toMatch(
      /same id and another truth/,
    );
  });

  test.each([
    ['fewer rows without an id', sorted(['0,0', '1,1']), /it has 2 rows, not 80, and no id/],
    [
      'another kind of prediction',
      'y_true,y_pred\n0.5,0.2\n0.7,0.1\n1.5,3\n',
      /another kind: regression, not/,
    ],
    ['an empty file', '', /^1\.csv: it is empty/],
    ['a file without truth', 'a,b\n1,2\n', /^1\.csv: no column says what is true/],
    ['no prediction', 'y_true\n1\n0\n', /^1\.csv: no column says what was predicted/],
    ['an id that comes twice', 'id,y_true,y_pred\na,ham,ham\na,spam,ham\n', /was there before/],
    ['no row in common', 'id,y_true,y_pred\nx,ham,ham\ny,spam,ham\n', /no row is predicted by both/],
  ])('%s', async (_, other, expected) => {
    expect(await reasonOf(table(COUNTS, 0, other.startsWith('id')), other)).toMatch(expected);
  });

  test('what is stopped says so', async () => {
    const cancellation = { cancelled: true };
    const files = largeFiles(new Map([['a.csv', table(COUNTS, 0)]]));
    const request = { files: ['a.csv'], columns: {}, splitRoles: [], slices: [], groups: [] };
    const answer = await comparePairs(
      { first: request, others: [request] },
      { ...EVALUATING, files, cancellation },
    );
    expect(answer).toMatchObject({ ok: false });
  });
});
