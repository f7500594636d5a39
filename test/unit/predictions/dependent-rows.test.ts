import { describe, expect, test } from 'vitest';
import { dice } from '../../../src/statistics/intervals/dice';
import { clusteredDifference } from '../../../src/statistics/tests/clustered';
import { weightedMedian } from '../../../src/statistics/regression';
import { evaluation, fixture } from './evaluated';

interface Test {
  readonly value: number;
  readonly p: number;
}
type Named = Readonly<Record<string, number>>;

/** Written by `test/fixtures/predictions/expected.py` with scikit-learn, scipy and numpy. */
const EXPECTED = JSON.parse(fixture('expected.json')) as {
  readonly grouped: {
    readonly matrix: readonly (readonly number[])[];
    readonly classes: readonly Named[];
    readonly recall: readonly [number, number];
    readonly slice: {
      readonly accuracy: number;
      readonly area: number;
      readonly selection: number;
      readonly bounds: readonly [number, number];
      readonly test: Test;
    };
    readonly threshold: Named;
    readonly calibration: { readonly predicted: number; readonly observed: number };
    readonly majority: number;
  };
  readonly weighed: {
    readonly mae: number;
    readonly constant: number;
    readonly lowest: number;
    readonly slice: Test;
  };
  readonly dice: readonly (readonly [number, number, number])[];
};

const grouped = () =>
  evaluation(
    { 'grouped.csv': fixture('grouped.csv') },
    { groups: ['customer'], slices: ['country'], costs: { falsePositive: 4, falseNegative: 120 } },
  );

describe('rows that have weights and belong together', () => {
  const of = grouped();

  test('count by their weights in the confusion matrix and in each class', async () => {
    const { classes, baselines } = await of;
    const { matrix, classes: expected, recall, majority } = EXPECTED.grouped;
    expect(classes).toMatchObject({ weighted: true, counts: matrix });
    for (const [at, row] of expected.entries())
      for (const name of ['precision', 'recall', 'f1'] as const) {
        expect(classes?.perClass[at]?.[name].value).toBeCloseTo(row[name] ?? NaN, 12);
        expect(classes?.perClass[at]?.[name].interval?.method).toBe('cluster-bootstrap');
      }
    const { interval } = classes?.perClass[1]?.recall ?? {};
    expect([interval?.low, interval?.high]).toEqual(recall.map(end => expect.closeTo(end, 9) as number));
    expect(baselines.find(({ metric }) => metric === 'accuracy')?.value).toBeCloseTo(majority, 12);
  });

  test('are drawn together in slices, which are compared by how much groups vary', async () => {
    const { slices } = await of;
    const { accuracy, area, selection, bounds, test: difference } = EXPECTED.grouped.slice;
    const france = slices[0]?.slices.find(({ value }) => value === 'FR');
    const score = (name: string) => france?.scores.find(({ metric }) => metric === name);
    expect(score('accuracy')?.value).toBeCloseTo(accuracy, 12);
    expect(score('accuracy')?.counts).toBeUndefined();
    expect(score('accuracy')?.interval).toMatchObject({
      method: 'cluster-bootstrap',
      low: expect.closeTo(bounds[0], 9) as number,
      high: expect.closeTo(bounds[1], 9) as number,
    });
    expect(score('roc_auc')?.value).toBeCloseTo(area, 12);
    expect(score('roc_auc')?.interval?.method).toBe('cluster-bootstrap');
    expect(france?.rates?.selection.value).toBeCloseTo(selection, 12);
    expect(france?.difference).toMatchObject({ test: 'clustered-t', metric: 'accuracy' });
    expect(france?.difference?.value).toBeCloseTo(difference.value, 12);
    expect(france?.difference?.p).toBeCloseTo(difference.p, 10);
    expect(slices[0]?.fairness?.gap.interval?.method).toBe('cluster-bootstrap');
  });

  test('count by their weights at each threshold, and in what errors cost there', async () => {
    const { binary, cost } = await of;
    const row = binary?.thresholds.find(({ threshold }) => Math.abs(threshold - 0.35) < 1e-9);
    const { precision, recall, f1, cost: amount } = EXPECTED.grouped.threshold;
    const figures = [row?.precision, row?.recall, row?.f1, row?.cost];
    for (const [i, expected] of [precision, recall, f1, amount].entries())
      expect(figures[i]?.value).toBeCloseTo(expected ?? NaN, 8);
    for (const figure of [...figures, cost?.current])
      expect(figure?.interval?.method).toBe('cluster-bootstrap');
    const halfway = binary?.thresholds.find(({ threshold }) => threshold === 0.5);
    expect(cost?.current.value).toBeCloseTo(halfway?.cost?.value ?? NaN, 8);
  });

  test('count by their weights in calibration', async () => {
    const [equal, uniform] = (await of).calibration?.binnings ?? [];
    const first = uniform?.bins[3];
    const { predicted, observed } = EXPECTED.grouped.calibration;
    expect(first?.predicted).toBeCloseTo(predicted, 12);
    expect(first?.observed.value).toBeCloseTo(observed, 12);
    expect(equal?.bins[5]?.observed.interval?.method).toBe('cluster-bootstrap');
  });
});

test('numbers that have weights', async () => {
  const { scores, baselines, regression, slices } = await evaluation(
    { 'weighed.csv': fixture('weighed.csv') },
    { slices: ['country'] },
  );
  const { mae, constant, lowest, slice } = EXPECTED.weighed;
  expect(scores.find(({ metric }) => metric === 'mae')?.value).toBeCloseTo(mae, 12);
  expect(baselines.find(({ metric }) => metric === 'mae')?.value).toBeCloseTo(constant, 12);
  expect(regression?.byTruth[0]?.mae.value).toBeCloseTo(lowest, 12);
  expect(regression?.byTruth[0]?.mae.interval?.method).toBe('bootstrap');
  expect(scores.find(({ metric }) => metric === 'median_absolute_error')?.interval?.method).toBe('bootstrap');
  const { difference } = slices[0]?.slices.find(({ value }) => value === 'FR') ?? {};
  expect(difference?.value).toBeCloseTo(slice.value, 10);
  expect(difference?.p).toBeCloseTo(slice.p, 10);
});

test('weights of 1 change no figure but its interval', async () => {
  const plain = await evaluation({ 'b.csv': fixture('binary.csv') });
  const [header = '', ...rows] = fixture('binary.csv').trim().split('\n');
  const ones = await evaluation({
    'b.csv': [`${header},weight`, ...rows.map(row => `${row},1`)].join('\n'),
  });
  const figures = ({ scores, binary, calibration, slices, baselines }: typeof plain) =>
    [
      scores,
      baselines,
      binary?.thresholds.flatMap(({ precision, recall, f1 }) => [precision, recall, f1]) ?? [],
      calibration?.binnings.flatMap(({ bins }) => bins.map(({ observed }) => observed)) ?? [],
      slices.flatMap(({ slices: own }) => own.flatMap(one => one.scores)),
    ]
      .flat()
      .map(({ value, n }) => [Number(value.toFixed(12)), n]);
  expect(figures(ones)).toEqual(figures(plain));
});

test('F1 from Wilson’s interval of the hits among all rows that are or were called so', () => {
  const own = [dice(12, 30), dice(0, 4), dice(5, 5)].map(({ value, low, high }) => [value, low, high]);
  expect(own).toEqual(EXPECTED.dice.map(row => row.map(one => expect.closeTo(one, 12) as number)));
});

test('two sets that do not vary are no test', () => {
  const rows = { values: [1, 1, 1], weights: [1, 1, 1], groups: [0, 1, 2], first: [1, 0, 0] };
  expect(clusteredDifference(rows)).toMatchObject({ difference: 0, error: 0, statistic: NaN });
});

test('the median by weights', () => {
  const median = (values: number[], weights: number[]): number =>
    weightedMedian(
      values,
      values.map((_, at) => at),
      weights,
    );
  expect(median([1, 2, 3, 4], [1, 1, 1, 1])).toBe(2.5);
  expect(median([1, 2, 3, 4], [1, 1, 1, 0])).toBe(2);
  expect(median([1, 2, 3], [1, 0, 5])).toBe(3);
});
