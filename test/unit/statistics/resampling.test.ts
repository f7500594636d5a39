import { describe, expect, test } from 'vitest';
import { pairedNewcombe } from '../../../src/statistics/intervals/paired-difference';
import { ascendingOrder } from '../../../src/statistics/ranking/order';
import { drawBlocks, drawGroups, drawRows, drawWithin } from '../../../src/statistics/resampling/draws';
import type { Draw } from '../../../src/statistics/resampling/draws';
import { poisson } from '../../../src/statistics/resampling/poisson';
import { mulberry32 } from '../../../src/statistics/resampling/random';
import { fisherExact } from '../../../src/statistics/tests/fisher';
import { momentsOf, welch } from '../../../src/statistics/tests/welch';

describe('tests of slices, as scipy has them', () => {
  test.each([
    [[8, 2, 1, 5], 0.034965034965034975],
    [[30, 12, 5, 40], 5.9442809831042425e-9],
    [[0, 5, 0, 7], 1],
  ] as const)('Fisher’s exact test of %j', ([a, b, c, d], p) => {
    expect(fisherExact(a, b, c, d)).toBeCloseTo(p, 10);
  });

  test('Welch’s t', () => {
    const first = momentsOf([3.1, 2.7, 4.4, 5, 3.9]);
    const second = momentsOf([2.2, 2.8, 1.9, 3, 2.4, 2.6]);
    const { statistic, p } = welch(first, second);
    expect(statistic).toBeCloseTo(2.9715119110857446, 10);
    expect(p).toBeCloseTo(0.029464951680399643, 10);
  });
});

describe('draws', () => {
  const weightsOf = (draw: Draw, n: number): readonly number[] => {
    const weights = new Float64Array(n).fill(9);
    draw(weights);
    return [...weights];
  };
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

  test('of rows: as many as there are', () => {
    expect(sum(weightsOf(drawRows(50, mulberry32(3)), 50))).toBe(50);
  });

  test('within strata: each keeps its number of rows', () => {
    const strata = [0, 0, 0, 1, 2, 2];
    const weights = weightsOf(drawWithin(strata, mulberry32(3)), 6);
    expect([0, 1, 2].map(of => sum(weights.filter((_, row) => strata[row] === of)))).toEqual([3, 1, 2]);
  });

  test('of groups: all rows of one count alike', () => {
    const groups = [0, 1, 0, 2, 1, 0];
    const weights = weightsOf(drawGroups(groups, mulberry32(5)), 6);
    for (const of of [0, 1, 2]) expect(new Set(weights.filter((_, row) => groups[row] === of)).size).toBe(1);
    expect(sum([weights[0], weights[1], weights[3]].map(Number))).toBe(3);
  });

  test('of blocks: as many rows as there are, those of a block together', () => {
    const weights = weightsOf(drawBlocks(12, 12, mulberry32(1)), 12);
    expect(weights).toEqual(Array.from({ length: 12 }, () => 1));
    expect(sum(weightsOf(drawBlocks(10, 4, mulberry32(1)), 10))).toBe(10);
  });

  test.each([0.5, 3, 200])('of a Poisson number with mean %d: mean and variance are that', mean => {
    const random = mulberry32(11);
    const values = Float64Array.from({ length: 20_000 }, () => poisson(mean, random));
    const { mean: own, variance } = momentsOf(values);
    expect(Math.abs(own - mean)).toBeLessThan(5 * Math.sqrt(mean / 20_000));
    expect(variance / mean).toBeGreaterThan(0.94);
    expect(variance / mean).toBeLessThan(1.06);
  });
});

describe('the order of many numbers', () => {
  test('is that of few: negative, infinite, equal and no numbers', () => {
    const random = mulberry32(2);
    const values = Float64Array.from({ length: 5000 }, (_, at) =>
      at % 500 === 0 ? NaN : at % 333 === 0 ? -Infinity : Math.round((random() - 0.5) * 400) / 10,
    );
    const order = [...ascendingOrder(values)];
    const expected = [...values.keys()].sort((a, b) => {
      const [x, y] = [values[a] ?? NaN, values[b] ?? NaN];
      if (Number.isNaN(x) || Number.isNaN(y))
        return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
      return x === y ? a - b : x < y ? -1 : 1;
    });
    expect(order).toEqual(expected);
  });
});

test('the interval of a paired difference turns round with the models, and narrows as they agree', () => {
  const counts = { both: 40, onlyFirst: 12, onlySecond: 5, neither: 3 };
  const { value, low, high } = pairedNewcombe(counts);
  const turned = pairedNewcombe({ ...counts, onlyFirst: 5, onlySecond: 12 });
  expect(value).toBeCloseTo(7 / 60, 12);
  expect([turned.low, turned.high].map(end => -end)).toEqual(
    [high, low].map(end => expect.closeTo(end, 12) as number),
  );
  const alike = pairedNewcombe({ both: 40, onlyFirst: 0, onlySecond: 0, neither: 20 });
  expect(alike.value).toBe(0);
  expect(alike.high - alike.low).toBeLessThan(high - low);
});
