import { expect, test } from 'vitest';
import { benjaminiHochberg, bonferroni, holm } from '../../../src/statistics/tests/multiple';

test.each([
  ['Holm', holm, [NaN, 0.02, 0.02]],
  ['Bonferroni', bonferroni, [NaN, 0.02, 0.04]],
  ['Benjamini and Hochberg', benjaminiHochberg, [NaN, 0.02, 0.02]],
])('a test that could not be made does not count among others: %s', (_, adjust, expected) => {
  expect(adjust([NaN, 0.01, 0.02])).toEqual(expected);
  expect(adjust([0.01, NaN, 0.02])).toEqual([expected[1], NaN, expected[2]]);
});
