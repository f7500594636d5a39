import { describe, expect, test } from 'vitest';
import type { RivalComparison } from '../../../src/predictions/evaluation';
import { comparePairs } from '../../../src/predictions/pairs';
import type { ModelRequest } from '../../../src/predictions/request';
import { largeFiles } from '../data/memory';
import { evaluation, fixture } from './evaluated';

/** Written by `test/fixtures/predictions/expected.py` with scikit-learn and scipy. */
const { paired: EXPECTED } = JSON.parse(fixture('expected.json')) as {
  readonly paired: {
    readonly ranking: {
      readonly queries: number;
      readonly own: number;
      readonly rival: number;
      readonly p: number;
      readonly bounds: readonly [number, number];
      readonly hits: readonly [number, number];
      readonly hitP: number;
    };
    readonly labels: {
      readonly only: readonly [number, number];
      readonly exact: number;
      readonly rival: Readonly<Record<string, number>>;
    };
    readonly forecasts: Readonly<
      Record<'mae' | 'rmse', { readonly p: number; readonly bounds: readonly [number, number] }>
    >;
  };
};

type Comparisons = readonly RivalComparison[];

async function pairOf(first: string, second: string): Promise<Comparisons | string> {
  const request = (file: string): ModelRequest => ({
    files: [file],
    columns: {},
    splitRoles: [],
    slices: [],
    groups: [],
  });
  const files = new Map([
    ['a.csv', first],
    ['b.csv', second],
  ]);
  const answer = await comparePairs(
    { first: request('a.csv'), others: [request('b.csv')] },
    {
      files: largeFiles(files),
      cancellation: { cancelled: false },
      onBytes: () => undefined,
      pause: () => Promise.resolve(),
    },
  );
  if (!answer.ok) return answer.failure.reason;
  const [pair] = answer.value.others;
  return pair?.ok ? pair.value.comparisons : (pair?.failure ?? '');
}

async function comparisonsOf(first: string, second: string): Promise<Comparisons> {
  const of = await pairOf(first, second);
  if (typeof of === 'string') throw new Error(of);
  return of;
}

const named = (comparisons: Comparisons, metric: string) =>
  comparisons.find(comparison => comparison.metric === metric);
const tests = (comparisons: Comparisons) => comparisons.map(({ metric, test: by }) => `${metric} ${by}`);

describe('rankings, query by query', () => {
  test('as scipy computes it from the scores of scikit-learn', async () => {
    const of = await comparisonsOf(fixture('ranking.csv'), fixture('ranking-old.csv'));
    expect(tests(of)).toEqual([
      'ndcg paired-t',
      'map paired-t',
      'mrr paired-t',
      expect.stringMatching(/^recall_at_k/),
      'hit_rate mcnemar-exact',
    ]);
    const ndcg = named(of, 'ndcg');
    const { queries, own, rival, p, bounds, hits, hitP } = EXPECTED.ranking;
    expect(ndcg?.own).toBeCloseTo(own, 9);
    expect(ndcg?.rival).toBeCloseTo(rival, 9);
    expect(ndcg?.p).toBeCloseTo(p, 12);
    expect(ndcg?.difference).toMatchObject({ n: queries, interval: { method: 'student-t' } });
    expect(ndcg?.difference.interval?.low).toBeCloseTo(bounds[0], 9);
    expect(ndcg?.difference.interval?.high).toBeCloseTo(bounds[1], 9);
    expect(named(of, 'hit_rate')).toMatchObject({
      unit: 'query',
      p: hitP,
      discordant: { onlyOwn: hits[0], onlyRival: hits[1] },
    });
  });

  test('a column of the same file is the other ranking', async () => {
    const [head = '', ...rows] = fixture('ranking.csv').trim().split('\n');
    const turned = rows.map(row => `${row},${-Number(row.split(',')[2])}`);
    const text = [`${head},old`, ...turned].join('\n');
    const { rival } = await evaluation({ 'r.csv': text }, { rival: { name: 'old', y_score: 'old' } });
    const ndcg = rival?.comparisons.find(({ metric }) => metric === 'ndcg');
    expect(ndcg?.own).toBeCloseTo(EXPECTED.ranking.own, 9);
    expect(ndcg?.rival).toBeLessThan(EXPECTED.ranking.own);
  });

  test('items of several queries may have one id', async () => {
    const rows = (flip: number): string =>
      [
        'query_id,id,relevance,score',
        ...['a', 'b', 'c'].flatMap((query, at) =>
          [0, 1, 2].map(
            item => `${query},doc-${item},${Number(item === at)},${flip * (item === at ? 2 : item / 2)}`,
          ),
        ),
      ].join('\n');
    const of = await comparisonsOf(rows(1), rows(-1));
    expect(named(of, 'mrr')).toMatchObject({ own: 1, difference: { n: 3 } });
    const { remarks } = await evaluation({ 'r.csv': rows(1) });
    expect(remarks.filter(({ code }) => code === 'duplicate-id')).toEqual([]);
  });

  test.each([
    [
      'of other queries',
      'query_id,relevance,score\na,1,1\na,0,0\nb,1,1\nc,0,0\n',
      /another truth at the same place/,
    ],
    ['of another relevance', 'query_id,relevance,score\na,1,1\na,0,0\nb,0,1\nb,1,0\n', /another truth/],
  ])('rows %s are no pairs', async (_, other, reason) => {
    expect(await pairOf('query_id,relevance,score\na,1,1\na,0,0\nb,1,1\nb,0,0\n', other)).toMatch(reason);
  });

  test('a single query tells nothing', async () => {
    const text = 'query_id,relevance,score\na,1,1\na,0,0\na,1,3\n';
    expect(await pairOf(text, text)).toMatch(/no paired test can be made/);
  });
});

describe('sets of labels', () => {
  test('all labels right by McNemar, the others by rows that are drawn for both; columns by their names', async () => {
    const of = await comparisonsOf(fixture('multilabel.csv'), fixture('multilabel-old.csv'));
    expect(tests(of)).toEqual([
      expect.stringMatching(/^subset_accuracy mcnemar/),
      'f1_micro paired-bootstrap',
      'f1_macro paired-bootstrap',
      'f1_samples paired-bootstrap',
      'jaccard paired-bootstrap',
      'hamming_loss paired-bootstrap',
    ]);
    const { only, rival } = EXPECTED.labels;
    expect(of[0]).toMatchObject({ discordant: { onlyOwn: only[0], onlyRival: only[1] } });
    for (const [metric, value] of Object.entries(rival))
      expect(named(of, metric)?.rival, metric).toBeCloseTo(value, 9);
    for (const { difference, own, rival: other } of of) expect(difference.value).toBeCloseTo(own - other, 12);
  });

  test('a label that only the other model says is one of both', async () => {
    const rows = (said: (at: number) => string): string =>
      [
        'id,labels,predicted',
        ...Array.from({ length: 30 }, (_, at) => `${at},"[""${at % 2 ? 'a' : 'b'}""]","[""${said(at)}""]"`),
      ].join('\n');
    const right = rows(at => (at % 2 ? 'a' : 'b'));
    const odd = rows(at => (at % 10 === 0 ? 'c' : at % 2 ? 'a' : 'b'));
    const of = await comparisonsOf(right, odd);
    expect(named(of, 'subset_accuracy')).toMatchObject({ own: 1, rival: 0.9 });
    // Of three labels, one of which no row has: F1 of it is 0 for both.
    expect(named(of, 'f1_macro')?.own).toBeCloseTo(2 / 3, 12);
    const turned = await comparisonsOf(odd, right);
    expect(named(turned, 'f1_macro')?.own).toBeCloseTo(named(of, 'f1_macro')?.rival ?? NaN, 12);
  });

  test('a column of lists in the same file, and columns of each label in another one', async () => {
    const lists = fixture('multilabel-lists.csv').trim().split('\n');
    const text = lists.map((line, at) => `${line},${at === 0 ? 'old' : '"[""news""]"'}`).join('\n');
    const same = await evaluation({ 'p.csv': text }, { rival: { name: 'old', y_pred: 'old' } });
    expect(same.rival?.comparisons[0]).toMatchObject({ metric: 'subset_accuracy' });
    const withIds = (name: string): string =>
      fixture(name)
        .trim()
        .split('\n')
        .map((line, at) => `${at === 0 ? 'id' : at},${line}`)
        .join('\n');
    const other = await evaluation(
      { 'p.csv': withIds('multilabel.csv'), 'old.csv': withIds('multilabel-old.csv') },
      { rival: { name: 'old', files: ['old.csv'] } },
    );
    expect(named(other.rival?.comparisons ?? [], 'hamming_loss')?.rival).toBeCloseTo(
      EXPECTED.labels.rival['hamming_loss'] ?? NaN,
      9,
    );
  });

  test('rows with other labels are no pairs', async () => {
    const text = (label: string): string =>
      `id,labels,predicted\n1,"[""a""]","[""a""]"\n2,"[""${label}""]","[]"\n`;
    expect(await pairOf(text('a'), text('b'))).toMatch(/1 row has the same id and another truth/);
  });
});

describe('forecasts of one series', () => {
  const TWO = fixture('two-forecasts.csv');
  const compared = async (text: string) =>
    (await evaluation({ 'f.csv': text }, { rival: { name: 'old', y_pred: 'old' } })).rival?.comparisons ?? [];

  test('Diebold and Mariano, corrected for few forecasts, in the order of time', async () => {
    const of = await compared(TWO);
    expect(tests(of)).toEqual(['mae diebold-mariano', 'rmse diebold-mariano']);
    const { mae, rmse } = EXPECTED.forecasts;
    expect(of[0]?.p).toBeCloseTo(mae.p, 12);
    expect(of[1]?.p).toBeCloseTo(rmse.p, 12);
    expect(of[0]?.difference.interval?.low).toBeCloseTo(mae.bounds[0], 9);
    expect(of[0]?.difference.interval?.high).toBeCloseTo(mae.bounds[1], 9);
    expect(of[1]?.difference.noInterval).toBe('the test compares squared errors');
  });

  test('a column that names the only series groups nothing', async () => {
    const [head = '', ...rows] = TWO.trim().split('\n');
    const of = await compared([`group,${head}`, ...rows.map(row => `shop,${row}`)].join('\n'));
    expect(of[0]?.p).toBeCloseTo(EXPECTED.forecasts.mae.p, 12);
  });

  test('of several horizons each by itself, all of them by blocks of time', async () => {
    const [head = '', ...rows] = TWO.trim().split('\n');
    const nearer = rows.map(row => row.replace(',3,', ',1,'));
    const of = await compared([head, ...rows, ...nearer].join('\n'));
    expect(of.map(({ metric, test: by, horizon }) => [metric, by, horizon])).toEqual([
      ['mae', 'paired-bootstrap', undefined],
      ['rmse', 'paired-bootstrap', undefined],
      ['mae', 'diebold-mariano', 1],
      ['mae', 'diebold-mariano', 3],
    ]);
    expect(of[0]?.difference.interval?.method).toBe('block-bootstrap');
    expect(of[3]?.p).toBeCloseTo(EXPECTED.forecasts.mae.p, 12);
  });

  test('several series are drawn as wholes, and not tested as one', async () => {
    const [head = '', ...rows] = TWO.trim().split('\n');
    const many = ['a', 'b', 'c', 'd'].flatMap(shop => rows.map(row => `${shop},${row}`));
    const of = await compared([`group,${head}`, ...many].join('\n'));
    expect(tests(of)).toEqual(['mae paired-bootstrap', 'rmse paired-bootstrap']);
  });
});

describe('what is drawn together', () => {
  const text = [
    'y_true,y_score,old,weight,customer',
    ...Array.from({ length: 120 }, (_, at) => {
      const y = Number(at % 3 === 0);
      const score = 0.5 + 0.3 * (y - 0.5) + 0.25 * Math.sin(at * 12.9898);
      const old = 0.5 + 0.1 * (y - 0.5) + 0.3 * Math.cos(at * 78.233);
      return `${y},${score.toFixed(4)},${old.toFixed(4)},${1 + (at % 4)},c${at >> 2}`;
    }),
  ].join('\n');

  test.each([
    ['weights', {}],
    ['groups', { groups: ['customer'] }],
  ])('areas of rows with %s are compared by rows that are drawn for both', async (_, more) => {
    const table = 'groups' in more ? text.replace('weight', 'other') : text.replace('customer', 'c');
    const of = await evaluation({ 'p.csv': table }, { ...more, rival: { name: 'old', y_score: 'old' } });
    const area = of.rival?.comparisons.find(({ metric }) => metric === 'roc_auc');
    expect(area).toMatchObject({ test: 'paired-bootstrap' });
    expect(area?.own).toBeCloseTo(of.scores.find(({ metric }) => metric === 'roc_auc')?.value ?? NaN, 12);
    expect(area?.difference.interval?.method).toBe('groups' in more ? 'cluster-bootstrap' : 'bootstrap');
  });

  test('a difference that is the same everywhere is told by its sign', async () => {
    const rows = Array.from({ length: 8 }, (_, at) => `${at},${at + 1},${at + 3}`);
    const of = await evaluation(
      { 'p.csv': ['y_true,y_pred,old', ...rows].join('\n') },
      { task: 'regression', rival: { name: 'old', y_pred: 'old' } },
    );
    expect(of.rival?.comparisons[0]).toMatchObject({
      metric: 'mae',
      test: 'sign',
      p: 2 / 2 ** 8,
      difference: { value: -2, noInterval: 'the difference is the same everywhere' },
    });
  });
});
