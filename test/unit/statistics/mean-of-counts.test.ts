import { expect, it } from 'vitest';
import { meanOfCounts } from '../../../src/statistics/mean-of-counts';

it('is the mean and normal interval of the rows, counted', () => {
  // NumPy: x = [0] * 185 + [4000] * 10 + [120000] * 5; mean(x) ± 1.959964 std(x, ddof=1) / √200
  const { value, low, high } = meanOfCounts([
    { rows: 185, value: 0 },
    { rows: 10, value: 4000 },
    { rows: 5, value: 120_000 },
  ]);
  expect(value).toBe(3200);
  expect(low).toBeCloseTo(598.6263, 3);
  expect(high).toBeCloseTo(5801.3737, 3);
});

it('has no interval of a single row', () => {
  expect(meanOfCounts([{ rows: 1, value: 2 }]).low).toBeNaN();
});
