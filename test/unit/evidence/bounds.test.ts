import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../src/evidence/metric/bounds';
import { evaluate } from '../../../src/manifest/expression/evaluate';
import { parseExpression } from '../../../src/manifest/expression/parse';
import { ok } from '../../../src/base/result';

const parsed = (text: string) => {
  const expression = parseExpression(text);
  if (!expression.ok || expression.value.kind === 'comparison') throw new Error(text);
  return expression.value;
};

describe('the bounds of an expression', () => {
  it.each([
    ['a - b', -2, 4],
    ['-a', -3, -1],
    ['abs(a - 2)', 0, 1],
    ['abs(0 - a)', 1, 3],
    ['max(a, b, 2)', 2, 3],
    ['min(a, b)', -1, 3],
    ['a * b', -3, 9],
    ['b / a', -1, 3],
  ])('of %s are %f and %f', (text, low, high) => {
    const own = { a: { low: 1, high: 3 }, b: { low: -1, high: 3 } };
    expect(boundsOf(parsed(text), ({ name }) => own[name as 'a' | 'b'])).toEqual({ low, high });
  });

  it.each(['a / b', 'a + c'])('of %s are not known', text => {
    const own: Record<string, { low: number; high: number }> = {
      a: { low: 1, high: 3 },
      b: { low: -1, high: 3 },
    };
    expect(boundsOf(parsed(text), ({ name }) => own[name])).toBeUndefined();
  });

  it('hold whatever values lie within', () => {
    const number = fc.double({ min: -10, max: 10, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const texts = ['a * b - a', 'max(a, -b) / 2', 'abs(a - b) + min(a, 3)', '(a + b) * (a - b)'];
    fc.assert(
      fc.property(fc.constantFrom(...texts), number, number, share, share, (text, a, b, s, t) => {
        const interval = { low: Math.min(a, b), high: Math.max(a, b) };
        const within = (at: number): number => interval.low + at * (interval.high - interval.low);
        const bounds = boundsOf(parsed(text), () => interval);
        const value = evaluate(parsed(text), ({ name }) => ok(within(name === 'a' ? s : t)));
        if (!bounds || !value.ok) throw new Error(text);
        expect(value.value).toBeGreaterThanOrEqual(bounds.low - 1e-9);
        expect(value.value).toBeLessThanOrEqual(bounds.high + 1e-9);
      }),
    );
  });
});
