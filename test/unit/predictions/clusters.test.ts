import { expect, test } from 'vitest';
import { evaluated, evaluation, fixture, scoresIn } from './evaluated';

/** Written by `test/fixtures/predictions/expected.py` with scikit-learn. */
const EXPECTED = (
  JSON.parse(fixture('expected.json')) as {
    readonly clustering: {
      readonly scores: Readonly<Record<string, number>>;
      readonly bounds: readonly [number, number];
      readonly alone: number;
      readonly rows: number;
    };
  }
).clustering;

test('clusters beside known classes, as scikit-learn computes it', async () => {
  const of = await evaluation({ 'clusters.csv': fixture('clusters.csv') });
  expect(of.task).toBe('clustering');
  expect(of.assumptions.join()).toContain('taken for clustering, since `cluster` names clusters');
  const own = scoresIn(of);
  for (const [metric, value] of Object.entries(EXPECTED.scores))
    expect(own[metric], metric).toBeCloseTo(value, 9);
  const rand = of.scores.find(({ metric }) => metric === 'adjusted_rand_score');
  expect(rand?.interval).toMatchObject({
    method: 'bootstrap',
    low: expect.closeTo(EXPECTED.bounds[0], 9) as number,
    high: expect.closeTo(EXPECTED.bounds[1], 9) as number,
  });
  for (const { interval, noInterval } of of.scores)
    expect((interval === undefined) !== (noInterval === undefined)).toBe(true);
  const alone = of.baselines.find(({ metric }) => metric === 'fowlkes_mallows_score');
  expect(alone?.value).toBeCloseTo(EXPECTED.alone, 12);
  expect(Math.max(...(of.clusters?.counts.flat() ?? []))).toBe(EXPECTED.rows);
});

test('a column of clusters predicts nothing where scores or predictions do', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `${at % 2},${(at % 7) / 7},k${at % 3}`);
  const of = await evaluation({ 'p.csv': `y_true,y_score,cluster\n${rows.join('\n')}\n` });
  expect(of.task).toBe('binary');
  expect(of.slices.map(({ column }) => column)).toEqual(['cluster']);
});

test('clusters alone, without a truth, are refused with the reason', async () => {
  const result = await evaluated({ 'p.csv': 'x,cluster\n1,0\n2,1\n' }, { task: 'clustering' });
  expect(result.ok ? '' : result.failure.reason).toContain('no column says what is true');
});

const BITS = [
  [1, 0, 1, 0, 0.9, 0.2],
  [0, 1, 1, 1, 0.6, 0.7],
  [1, 1, 1, 1, 0.8, 0.9],
  [0, 0, 0, 1, 0.1, 0.5],
] as const;

const csv = (header: string, columns: readonly number[]): string =>
  [header, ...BITS.map(row => columns.map(column => row[column]).join(','))].join('\n');

test.each([
  ['y_true_news,y_true_sport,y_pred_news,y_pred_sport', [0, 1, 2, 3]],
  ['true_news,true_sport,pred_news,pred_sport', [0, 1, 2, 3]],
  ['label_news,label_sport,prob_sport,prob_news', [0, 1, 5, 4]],
  ['Target-news,Target-sport,proba_news,proba_sport', [0, 1, 4, 5]],
] as const)('columns by label are several labels a row: %s', async (header, columns) => {
  const of = await evaluation({ 'p.csv': csv(header, columns) });
  expect(of.task).toBe('multilabel');
  expect(of.labels?.map(({ label, support }) => [label, support])).toEqual([
    ['news', 2],
    ['sport', 2],
  ]);
  // Of both forms, one label of two rows is called wrongly.
  expect(scoresIn(of)['hamming_loss']).toBeCloseTo(2 / 8, 12);
  expect(scoresIn(of)['subset_accuracy']).toBeCloseTo(2 / 4, 12);
  const isFromScores = header.includes('prob');
  expect(of.assumptions.some(text => text.startsWith('A label is called from'))).toBe(isFromScores);
});

test.each([
  ['numbers that are no bits', 'y_true_a,y_true_b,y_pred_a,y_pred_b\n1.5,2,1,2\n2.5,3,1,2\n'],
  ['a single label', 'y_true_a,y_pred_a\n1,1\n0,1\n'],
  ['labels without predictions', 'y_true_a,y_true_b,y_pred_a\n1,0,1\n0,1,1\n'],
])('%s are no family', async (_, content) => {
  const result = await evaluated({ 'p.csv': content });
  expect(result.ok ? 'evaluated' : result.failure.reason).toMatch(/no column says what/);
});

test('a single column of truth beside probabilities by class stays one of classes', async () => {
  const rows = ['a,0.7,0.2,0.1', 'b,0.1,0.8,0.1', 'c,0.2,0.2,0.6', 'a,0.5,0.3,0.2'];
  const of = await evaluation({ 'p.csv': `label,prob_a,prob_b,prob_c\n${rows.join('\n')}\n` });
  expect(of.task).toBe('multiclass');
});
