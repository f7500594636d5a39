import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedMaximum, luckOfBest } from '../../../src/statistics/best-of';

describe('the expected maximum of k standard normal values', () => {
  it.each([
    // In closed form (H. L. Jones, The Annals of Mathematical Statistics 19, 1948).
    [1, 0],
    [2, 1 / Math.sqrt(Math.PI)],
    [3, 3 / (2 * Math.sqrt(Math.PI))],
    [4, (6 / Math.PI ** 1.5) * Math.atan(Math.SQRT2)],
    [5, (5 / (4 * Math.sqrt(Math.PI))) * (1 + (6 / Math.PI) * Math.asin(1 / 3))],
    // By numerical integration with SciPy 1.10: quad of x k φ(x) Φ(x)^(k-1).
    [10, 1.5387527],
    [50, 2.2490736],
    [100, 2.5075936],
    [10_000, 3.8516158],
  ])('of %i is %f', (k, expected) => {
    expect(expectedMaximum(k)).toBeCloseTo(expected, 6);
  });
});

describe('the luck of the best', () => {
  it('is nothing for a single look, and grows with looks and shrinks with rows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 2, max: 500 }),
        fc.nat(5000),
        (n, k, s) => {
          const successes = Math.min(s, n);
          expect(luckOfBest(successes, n, 1)).toBe(0);
          expect(luckOfBest(successes, n, k)).toBeGreaterThan(0);
          expect(luckOfBest(successes, n, k + 1)).toBeGreaterThan(luckOfBest(successes, n, k));
          expect(luckOfBest(successes * 2, n * 2, k)).toBeLessThan(luckOfBest(successes, n, k));
        },
      ),
    );
  });

  // The mean of the best of k binomial shares, drawn 200,000 times with NumPy 1.24, seed 1.
  it.each([
    [50, 0.5, 50, 0.15786],
    [500, 0.5, 50, 0.05025],
    [114, 0.9, 5, 0.03152],
    [1000, 0.7, 3, 0.01226],
  ])('is what draws of %i rows at %f give for the best of %i', (n, p, k, drawn) => {
    expect(Math.abs(luckOfBest(n * p, n, k) - drawn)).toBeLessThan(0.1 * drawn);
  });
});
