import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shared } from '../../../src/base/shared';

describe('what is shared', () => {
  it('is the very same where it says the same', () => {
    const before = { list: [1, { a: 'x' }], map: new Map([['k', { deep: [NaN] }]]), none: undefined };
    expect(shared(before, structuredClone(before))).toBe(before);
  });

  it('keeps the parts that did not change', () => {
    const before = {
      a: { n: 1 },
      b: { n: 2 },
      map: new Map([
        ['k', [1]],
        ['l', [2]],
      ]),
    };
    const now = shared<typeof before>(before, {
      a: { n: 1 },
      b: { n: 3 },
      map: new Map([
        ['k', [1]],
        ['l', [3]],
      ]),
    });
    expect(now.a).toBe(before.a);
    expect(now.map.get('k')).toBe(before.map.get('k'));
    expect([now.b, now.map.get('l')]).toEqual([{ n: 3 }, [3]]);
  });

  it('tells an absent field from one without a value, and one order of a map from another', () => {
    expect(Object.keys(shared<object>({ a: 1, b: undefined }, { a: 1 }))).toEqual(['a']);
    expect(Object.keys(shared<object>({ a: 1 }, { a: 1, b: undefined }))).toEqual(['a', 'b']);
    const reversed = new Map([
      ['l', 1],
      ['k', 1],
    ]);
    expect([
      ...shared<Map<string, number>>(
        new Map([
          ['k', 1],
          ['l', 1],
        ]),
        reversed,
      ).keys(),
    ]).toEqual(['l', 'k']);
  });

  it('says the same as what is now, whatever was before', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
        expect(shared(before, now)).toEqual(now);
      }),
    );
  });
});
