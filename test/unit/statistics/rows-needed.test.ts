import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beatsBaseline } from '../../../src/statistics/baseline';
import { rowsNeeded } from '../../../src/statistics/rows-needed';
import { wilson } from '../../../src/statistics/intervals/wilson';

const straddles = (value: number, target: number, n: number): boolean => {
  const { low, high } = wilson(value * n, n);
  return low <= target && target <= high;
};

describe('rowsNeeded', () => {
  test('is the first count at which the interval leaves the target out', () => {
    const proportion = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(proportion, proportion, (value, target) => {
        fc.pre(Math.abs(value - target) > 0.001);
        const n = rowsNeeded(value, target);
        if (n === undefined) throw new Error('a gap of a thousandth can be resolved');
        expect(straddles(value, target, n)).toBe(false);
        if (n > 1) expect(straddles(value, target, n - 1)).toBe(true);
      }),
    );
  });

  test('nothing resolves a value from itself, nor from its neighbour in the last bit', () => {
    expect(rowsNeeded(0.8, 0.8)).toBeUndefined();
    expect(rowsNeeded(0.8, 0.8 + Number.EPSILON)).toBeUndefined();
    expect(rowsNeeded(95, 0.8)).toBeUndefined();
    expect(rowsNeeded(NaN, 0.8)).toBeUndefined();
  });
});

describe('beatsBaseline', () => {
  test.each([
    [0.9, 0.8, 'higher', true],
    [0.8, 0.8, 'higher', false],
    [3, 4, 'lower', true],
    [4, 3, 'lower', false],
    [0.9, 0.8, 'unknown', undefined],
    [NaN, 0.8, 'higher', undefined],
  ] as const)('%d against %d, %s is better', (value, baseline, direction, expected) => {
    expect(beatsBaseline(value, baseline, direction)).toBe(expected);
  });
});
