import { expect, test } from 'vitest';
import { twoSided } from '../../../src/predictions/evaluate/paired-bootstrap';

const replicates = (above: number, below: number, without: number): Float64Array =>
  Float64Array.from([
    ...Array.from({ length: above }, () => 1),
    ...Array.from({ length: below }, () => -1),
    ...Array.from({ length: without }, () => NaN),
  ]);

test('replicates without a value say nothing for a difference', () => {
  expect(twoSided(replicates(99, 0, 0))).toBeCloseTo(0.02, 12);
  expect(twoSided(replicates(89, 0, 10))).toBeCloseTo(0.22, 12);
  expect(twoSided(replicates(0, 0, 99))).toBe(1);
});
