import { expect, test } from 'vitest';
import { mcnemar } from '../../../src/statistics/tests/mcnemar';

// M. W. Fagerland and others, BMC Medical Research Methodology 13:91 (2013): 7 and 1 of 21 children; the supplement, where both are equal.
test.each([
  [7, 1, 18 / 256 - 8 / 256],
  [3, 3, 1 - 0.5 * (20 / 64)],
  [0, 0, 1],
])('the mid-p value of %i against %i', (b, c, expected) => {
  expect(mcnemar(b, c).midP).toBeCloseTo(expected, 12);
  expect(mcnemar(c, b).midP).toBeCloseTo(expected, 12);
});
