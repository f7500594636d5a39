import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Places } from '../../../../src/python/flow/incremental/places';

describe('the keys of places', () => {
  it('stay with what is at a place, and are not given twice', () => {
    const edit = fc.tuple(fc.nat(40), fc.nat(6), fc.nat(6));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), edits => {
        const places = new Places();
        places.renew(0, 40);
        // Each letter of the text, by its key.
        let keys = Array.from({ length: 40 }, (_, at) => places.keyOf(at));
        for (const [at, gone, typed] of edits) {
          const start = Math.min(at, keys.length);
          const oldEnd = Math.min(start + gone, keys.length);
          places.edit({ start, oldEnd, by: typed - (oldEnd - start) });
          const now = Array.from({ length: keys.length + typed - (oldEnd - start) }, (_, i) =>
            places.keyOf(i),
          );
          expect(now.slice(0, start)).toEqual(keys.slice(0, start));
          expect(now.slice(start + typed)).toEqual(keys.slice(oldEnd));
          keys = now;
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
    );
  });

  it('are new where a text is analysed anew', () => {
    const places = new Places();
    places.renew(0, 10);
    const before = [0, 4, 5].map(at => places.keyOf(at));
    places.renew(5, 12);
    expect(places.keyOf(4)).toBe(before[1]);
    expect(before).not.toContain(places.keyOf(5));
  });
});
