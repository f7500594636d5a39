import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thin } from '../../../src/statistics/thin';

const curve = fc.array(
  fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(NaN, Infinity)),
  {
    maxLength: 400,
  },
);

describe('a thinned curve', () => {
  it('has the ends and every peak of its stretches, in order, and no more than four points of each', () => {
    fc.assert(
      fc.property(curve, fc.integer({ min: 1, max: 40 }), (y, stretches) => {
        const x = y.map((_, at) => at);
        const thinned = thin(x, y, stretches);
        const finite = x.filter(at => Number.isFinite(y[at]));
        const values = finite.map(at => y[at] ?? NaN);
        expect(thinned.x.length).toBeLessThanOrEqual(Math.max(4 * stretches, 4));
        expect(thinned.x).toEqual([...new Set(thinned.x)].sort((a, b) => a - b));
        expect(thinned.y).toEqual(thinned.x.map(at => y[at]));
        expect([thinned.x[0], thinned.x.at(-1)]).toEqual([finite[0], finite.at(-1)]);
        if (values.length === 0) return;
        expect(Math.min(...thinned.y)).toBe(Math.min(...values));
        expect(Math.max(...thinned.y)).toBe(Math.max(...values));
      }),
    );
  });

  it('is the same where there are few points', () => {
    expect(thin([1, 2, 3], [3, 1, 2], 10)).toEqual({ x: [1, 2, 3], y: [3, 1, 2] });
    expect(thin([], [], 10)).toEqual({ x: [], y: [] });
  });

  it('keeps a single peak among a hundred thousand points', () => {
    const y = new Float64Array(100_000);
    y[54_321] = 9;
    const { x, y: kept } = thin(
      Float64Array.from(y, (_, at) => at),
      y,
      1500,
    );
    expect(kept.length).toBeLessThanOrEqual(6000);
    expect(x[kept.indexOf(9)]).toBe(54_321);
  });
});
