import { describe, expect, test } from 'vitest';
import { CASES, expectNumbers } from './reference/case';
import { classification } from './reference/classification';
import { decisions } from './reference/decisions';
import { drift } from './reference/drift';
import { intervals } from './reference/intervals';
import { numbers } from './reference/numbers';
import { ranking } from './reference/ranking';

const CHECKS = { ...classification, ...ranking, ...intervals, ...numbers, ...decisions, ...drift };

describe('worked cases', () => {
  test.each(CASES)('$id, from $source', ({ id, input, expected, tol }) => {
    const check = CHECKS[id];
    if (!check) throw new Error('nothing computes this case');
    expectNumbers(check(input), expected, tol);
  });

  test('every check has its case', () => {
    expect(Object.keys(CHECKS).filter(id => !CASES.some(one => one.id === id))).toEqual([]);
  });
});
