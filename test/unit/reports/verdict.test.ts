import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from '../../../src/statistics/intervals/wilson';
import { rowOf } from './report-of';

const recall = (target: string, successes: number, n: number): string => {
  const { verdict } = rowOf(`recall: { ${target} }`, `{"recall": {"successes": ${successes}, "n": ${n}}}`);
  return verdict;
};

describe('with an interval', () => {
  test.each([
    ['min: 0.8', 95, 100, 'met'],
    ['min: 0.8', 60, 100, 'not met'],
    ['min: 0.8', 82, 100, 'undecided'],
    ['min: 0.8', 78, 100, 'undecided'],
    ['max: 0.8', 60, 100, 'met'],
    ['max: 0.8', 95, 100, 'not met'],
    ['max: 0.8', 82, 100, 'undecided'],
    ['target: "== 0.8"', 80, 100, 'met'],
    ['target: "== 0.8"', 81, 100, 'not met'],
  ])('%s and %i of %i: %s', (target, successes, n, verdict) => {
    expect(recall(target, successes, n)).toBe(verdict);
  });

  test('the interval decides, for all counts and targets', () => {
    const counts = fc.integer({ min: 1, max: 500 }).chain(n => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 99 }), ([successes, n], percent) => {
        const target = percent / 100;
        const { low, high } = wilson(successes, n);
        const expected = low >= target ? 'met' : high < target ? 'not met' : 'undecided';
        expect(recall(`min: ${target}`, successes, n)).toBe(expected);
      }),
    );
  });

  test('an undecided one says how many rows would do', () => {
    const { reason, interval } = rowOf('recall: { min: 0.9 }', '{"recall": {"correct": 40, "n": 43}}');
    expect(reason).toBe(
      '0.9302 is ≥ 0.9, but the 95 % interval 0.814 – 0.976 reaches to both sides of the target. If the value stays, about 380 rows would decide instead of 43.',
    );
    expect(interval).toMatchObject({ successes: 40, n: 43, level: 0.95, method: 'Wilson' });
  });
});

describe('without one', () => {
  test('the value decides, and the reason says so', () => {
    expect(rowOf('f1: { min: 0.8 }', '{"f1": 0.81}')).toMatchObject({
      verdict: 'met',
      reason: '0.81 is ≥ 0.8. No interval: the source gives no counts.',
    });
    expect(rowOf('latency: { max: 100, unit: ms }', '{"latency": 1234.5}')).toMatchObject({
      text: '1,235 ms',
      verdict: 'not met',
      target: { text: '≤ 100 ms' },
    });
  });

  test.each([
    ['f1: {}', '{"f1": 0.8}', 'sets no target'],
    ['f1: { min: 0.8 }', '{"f1": NaN}', 'NaN'],
    ['accuracy: { min: 0.95 }', '{"accuracy": 95}', 'in percent'],
    ['accuracy: { min: 95 }', '{"accuracy": 0.99}', 'in percent'],
    ['f1: { min: 0.8 }', '{"f2": 0.9}', 'Did you mean `f2`?'],
    ['f1: { min: 0.8, split: test }', '{"train_f1": 0.9}', 'only `f1[split=train]`'],
    ['f1: { min: 0.8 }', '{"a": {"f1": 0.9}, "b": {"f1": 0.7}}', '`a.f1`'],
  ])('%s of %s is unknown', (metric, file, why) => {
    const { verdict, reason } = rowOf(metric, file);
    expect(verdict).toBe('unknown');
    expect(reason).toContain(why);
  });

  test('a loss may well be above 1', () => {
    expect(rowOf('loss: { max: 0.5 }', '{"loss": 2.3}').verdict).toBe('not met');
  });
});
