import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criticalValue } from '../../../src/statistics/intervals/critical-value';
import { meanInterval } from '../../../src/statistics/intervals/mean';
import { wilson } from '../../../src/statistics/intervals/wilson';

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });

describe('published values', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), Table I, method 3; to the printed four digits.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (successes, n, low, high) => {
    const interval = wilson(successes, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  // statsmodels 0.13.5, proportion_confint(method="wilson").
  test.each([
    [81, 263, 0.2552885198782742, 0.36620957698280004],
    [990, 1000, 0.9816905311296853, 0.9945592455544707],
    [5, 5, 0.5655175352168252, 1],
    [11, 14, 0.5241076941339969, 0.9242861328730682],
  ])('%i of %i to ten digits', (successes, n, low, high) => {
    const interval = wilson(successes, n);
    expect(interval.low).toBeCloseTo(low, 10);
    expect(interval.high).toBeCloseTo(high, 10);
  });

  test('the quantile is that of the normal distribution', () => {
    expect(criticalValue(0.95)).toBeCloseTo(1.959963984540054, 12);
    expect(criticalValue(0.99)).toBeCloseTo(2.5758293035489004, 12);
  });
});

describe('for all counts and levels', () => {
  test('it lies in [0, 1] and holds the proportion', () => {
    fc.assert(
      fc.property(counts, level, ([k, n], l) => {
        const { low, high } = wilson(k, n, l);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(k / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(k / n - 1e-12);
      }),
    );
  });

  test('failures mirror successes', () => {
    fc.assert(
      fc.property(counts, level, ([k, n], l) => {
        const here = wilson(k, n, l);
        const mirrored = wilson(n - k, n, l);
        expect(here.low).toBeCloseTo(1 - mirrored.high, 10);
        expect(here.high).toBeCloseTo(1 - mirrored.low, 10);
      }),
    );
  });

  test('one success more moves both ends up', () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        fc.pre(k < n);
        const less = wilson(k, n);
        const more = wilson(k + 1, n);
        expect(more.low).toBeGreaterThan(less.low);
        expect(more.high).toBeGreaterThan(less.high);
      }),
    );
  });

  test('a higher level is wider, ten times the rows narrower', () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const width = ({ low, high }: { low: number; high: number }): number => high - low;
        expect(width(wilson(k, n, 0.99))).toBeGreaterThan(width(wilson(k, n, 0.95)));
        expect(width(wilson(10 * k, 10 * n))).toBeLessThan(width(wilson(k, n)));
      }),
    );
  });
});

test("Student's interval of a mean is SciPy's", () => {
  const { low, high } = meanInterval([0.81, 0.79, 0.84, 0.8, 0.83]);
  expect(low).toBeCloseTo(0.788252, 6);
  expect(high).toBeCloseTo(0.839748, 6);
});
