import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../../src/predictions/evaluation';
import { evaluation, fixture, scoresIn } from './evaluated';

/** Written by `test/fixtures/predictions/expected.py` with scikit-learn and scipy. */
const EXPECTED = JSON.parse(fixture('expected.json')) as {
  readonly binary: {
    readonly counts: Readonly<Record<string, number>>;
    readonly scores: Readonly<Record<string, number>>;
    readonly bootstrap: Readonly<Record<string, readonly [number, number]>>;
    readonly rival: { readonly discordant: readonly number[]; readonly exact: number; readonly auc: number };
    readonly slice: { readonly p: number };
  };
  readonly weighted: Readonly<Record<string, number>>;
  readonly multiclass: {
    readonly matrix: readonly (readonly number[])[];
    readonly scores: Readonly<Record<string, number>>;
  };
  readonly regression: {
    readonly scores: Readonly<Record<string, number>>;
    readonly covered: number;
    readonly slice: number;
    readonly rival: number;
    readonly bca: Readonly<Record<string, readonly [number, number]>>;
  };
  readonly ranking: {
    readonly queries: number;
    readonly judged: number;
    readonly bca: readonly [number, number];
    readonly worst: string;
    readonly scores: Readonly<Record<string, number>>;
  };
  readonly multilabel: Readonly<Record<string, number>>;
  readonly forecasting: Readonly<Record<string, number>>;
  readonly horizons: readonly Readonly<Record<string, number>>[];
};

function expectScores(of: Evaluation, expected: Readonly<Record<string, number>>): void {
  const own = scoresIn(of);
  for (const [metric, value] of Object.entries(expected)) expect(own[metric], metric).toBeCloseTo(value, 9);
}

/** Every figure has an interval that holds it, or says why it has none. */
function expectCertainty({ scores }: Evaluation): void {
  for (const { metric, value, interval, noInterval } of scores) {
    expect((interval === undefined) !== (noInterval === undefined), metric).toBe(true);
    if (!interval) continue;
    expect(interval.low, metric).toBeLessThanOrEqual(value);
    expect(interval.high, metric).toBeGreaterThanOrEqual(value);
  }
}

describe('as scikit-learn computes it', () => {
  test('binary', async () => {
    const of = await evaluation({ 'binary.csv': fixture('binary.csv') });
    expect(of.task).toBe('binary');
    expectScores(of, EXPECTED.binary.scores);
    expectCertainty(of);
    const { tp = 0, fp = 0, fn = 0, tn = 0 } = EXPECTED.binary.counts;
    expect(of.classes).toMatchObject({
      labels: ['0', '1'],
      counts: [
        [tn, fp],
        [fn, tp],
      ],
    });
    expect(of.scores.find(({ metric }) => metric === 'recall')?.counts).toEqual({
      successes: tp,
      n: tp + fn,
    });
  });

  test('replicates draw the very rows that another program draws from the seed', async () => {
    const of = await evaluation({ 'binary.csv': fixture('binary.csv') });
    for (const [metric, [low, high]] of Object.entries(EXPECTED.binary.bootstrap)) {
      const { interval } = of.scores.find(score => score.metric === metric) ?? {};
      expect(interval).toMatchObject({ method: 'bootstrap', replicates: 1000, seed: 1 });
      expect(interval?.low, metric).toBeCloseTo(low, 9);
      expect(interval?.high, metric).toBeCloseTo(high, 9);
    }
  });

  test('weighted rows', async () => {
    const of = await evaluation({ 'weighted.csv': fixture('weighted.csv') });
    expectScores(of, EXPECTED.weighted);
    expectCertainty(of);
    expect(of.scores.find(({ metric }) => metric === 'accuracy')?.counts).toBeUndefined();
  });

  test('several classes', async () => {
    const of = await evaluation({ 'multiclass.csv': fixture('multiclass.csv') });
    expect(of.task).toBe('multiclass');
    expectScores(of, EXPECTED.multiclass.scores);
    expectCertainty(of);
    expect(of.classes?.counts).toEqual(EXPECTED.multiclass.matrix);
    expect(of.calibration?.of).toBe('confidence');
  });

  test('numbers, and how many lie between the predicted bounds', async () => {
    const of = await evaluation({ 'regression.csv': fixture('regression.csv') }, { coverage: 0.9 });
    expect(of.task).toBe('regression');
    expectScores(of, EXPECTED.regression.scores);
    expectCertainty(of);
    expect(of.regression?.coverage?.counts).toEqual({ successes: EXPECTED.regression.covered, n: 150 });
    const [slice] = of.slices;
    expect(slice?.column).toBe('site');
    expect(slice?.slices[0]?.difference).toMatchObject({ test: 'welch', metric: 'mae' });
    expect(slice?.slices[0]?.difference?.p).toBeCloseTo(EXPECTED.regression.slice, 9);
  });

  test('rankings', async () => {
    const of = await evaluation({ 'ranking.csv': fixture('ranking.csv') });
    const { queries, judged, scores } = EXPECTED.ranking;
    expect(of.ranking).toMatchObject({ queries, withoutRelevant: queries - judged });
    expectScores(of, scores);
    expectCertainty(of);
  });

  test.each(['multilabel.csv', 'multilabel-lists.csv'])('sets of labels, %s', async file => {
    const columns =
      file === 'multilabel.csv'
        ? {
            y_true: ['true_news', 'true_sport', 'true_arts'],
            y_pred: ['pred_news', 'pred_sport', 'pred_arts'],
          }
        : {};
    const of = await evaluation({ [file]: fixture(file) }, { columns });
    expect(of.task).toBe('multilabel');
    expectScores(of, EXPECTED.multilabel);
    expectCertainty(of);
  });

  test('forecasts, in the order of time whatever that of the rows', async () => {
    const of = await evaluation({ 'f.csv': fixture('forecasting.csv') }, { task: 'forecasting', season: 7 });
    expectScores(of, EXPECTED.forecasting);
    expectCertainty(of);
    expect(of.scores[0]?.interval?.method).toBe('block-bootstrap');
  });
});

describe('intervals that are corrected for bias and skew, as scipy computes them from the same replicates', () => {
  const ends = (of: Evaluation, metric: string) => {
    const { interval } = of.scores.find(score => score.metric === metric) ?? {};
    return { method: interval?.method, ends: [interval?.low, interval?.high] };
  };
  const close = (values: readonly number[]) => values.map(value => expect.closeTo(value, 9) as number);

  test('of numbers', async () => {
    const of = await evaluation({ 'regression.csv': fixture('regression.csv') });
    for (const [metric, expected] of Object.entries(EXPECTED.regression.bca))
      expect(ends(of, metric), metric).toEqual({ method: 'bca', ends: close(expected) });
  });

  test('but not of a few groups, which say nothing of bias and skew', async () => {
    const of = await evaluation(
      { 'h.csv': fixture('horizons.csv') },
      { columns: { group: ['store'] }, season: 7 },
    );
    expect(ends(of, 'mae').method).toBe('cluster-bootstrap');
  });

  test('of queries, and not of their rows', async () => {
    const of = await evaluation({ 'ranking.csv': fixture('ranking.csv') });
    const { bca, judged } = EXPECTED.ranking;
    expect(ends(of, 'ndcg')).toEqual({ method: 'query-bca', ends: close(bca) });
    expect(of.scores[0]?.n).toBe(judged);
  });
});

test('the worst query is named, with the line of its first row', async () => {
  const { errors, ranking } = await evaluation({ 'ranking.csv': fixture('ranking.csv') });
  const [worst] = errors.queries ?? [];
  expect(worst?.query).toBe(EXPECTED.ranking.worst);
  expect(worst?.ndcg).toBeCloseTo(ranking?.perQuery[0] ?? NaN, 12);
  const lines = fixture('ranking.csv').split('\n');
  expect(lines[(worst?.place.row ?? 0) - 1]?.startsWith(`${EXPECTED.ranking.worst},`)).toBe(true);
  expect(lines.findIndex(line => line.startsWith(`${EXPECTED.ranking.worst},`))).toBe(
    (worst?.place.row ?? 0) - 1,
  );
});

test('forecasts by horizon, against the season before, within their bounds', async () => {
  const { task, forecast } = await evaluation(
    { 'h.csv': fixture('horizons.csv') },
    { columns: { group: ['store'] }, season: 7 },
  );
  expect(task).toBe('forecasting');
  expect(forecast?.horizons).toHaveLength(EXPECTED.horizons.length);
  for (const [at, expected] of EXPECTED.horizons.entries()) {
    const row = forecast?.horizons[at];
    expect(row?.horizon).toBe(expected['horizon']);
    expect(row?.mase?.n).toBe(expected['known']);
    for (const name of ['mae', 'bias', 'mase', 'coverage'] as const)
      expect(row?.[name]?.value, name).toBeCloseTo(expected[name] ?? NaN, 9);
  }
  expect(forecast?.beside?.n).toBe(forecast?.naive?.n);
});

test('of a single series, blocks of time are drawn for each horizon', async () => {
  const lines = fixture('horizons.csv').trim().split('\n');
  const one = lines.filter((line, at) => at === 0 || line.includes(',a,')).join('\n');
  const { forecast, regression } = await evaluation({ 'h.csv': one }, { season: 7 });
  expect(forecast?.horizons.map(({ mae }) => mae.interval?.method)).toEqual([
    'block-bootstrap',
    'block-bootstrap',
  ]);
  expect(regression?.coverage?.interval?.method).toBe('block-bootstrap');
});

describe('comparisons, as scipy computes them', () => {
  test('two models on the same rows', async () => {
    const of = await evaluation(
      { 'binary.csv': fixture('binary.csv') },
      { rival: { name: 'old', y_score: 'old' } },
    );
    const [onlyOwn = 0, onlyRival = 0] = EXPECTED.binary.rival.discordant;
    const [accuracy, area] = of.rival?.comparisons ?? [];
    expect(accuracy).toMatchObject({ metric: 'accuracy', discordant: { onlyOwn, onlyRival } });
    if (accuracy?.test === 'mcnemar-exact') expect(accuracy.p).toBeCloseTo(EXPECTED.binary.rival.exact, 9);
    expect(area).toMatchObject({ metric: 'roc_auc', test: 'delong-paired' });
    expect(area?.rival).toBeCloseTo(EXPECTED.binary.rival.auc, 9);
  });

  test('a slice against the rows outside of it', async () => {
    const of = await evaluation({ 'binary.csv': fixture('binary.csv') });
    const [country] = of.slices;
    const france = country?.slices.find(({ value }) => value === 'FR');
    expect(france?.difference?.test).toBe('chi-squared');
    expect(france?.difference?.p).toBeCloseTo(EXPECTED.binary.slice.p, 9);
    expect(france?.difference?.adjusted).toBeGreaterThanOrEqual(france?.difference?.p ?? 1);
  });

  test('two models that predict numbers', async () => {
    const of = await evaluation(
      { 'regression.csv': fixture('regression.csv') },
      { rival: { name: 'old', y_pred: 'old' } },
    );
    expect(of.rival?.comparisons[0]).toMatchObject({ metric: 'mae', test: 'paired-t' });
    expect(of.rival?.comparisons[0]?.p).toBeCloseTo(EXPECTED.regression.rival, 9);
  });
});
