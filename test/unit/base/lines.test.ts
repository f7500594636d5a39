import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../../src/base/lines';

describe('lines', () => {
  it('end at LF, CR LF and CR', () => {
    const { positionAt } = lineIndex('a\nb\r\nc\rd');
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(positionAt)).toEqual([
      { line: 0, column: 0 },
      { line: 0, column: 1 },
      { line: 1, column: 0 },
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 0 },
      { line: 2, column: 1 },
      { line: 3, column: 0 },
    ]);
  });

  it('count UTF-16 units', () => {
    expect(lineIndex('𝕏é\n').positionAt(3)).toEqual({ line: 0, column: 3 });
  });

  it('keep to the text whatever is asked', () => {
    const { positionAt, offsetAt } = lineIndex('ab\nc');
    expect(positionAt(-5)).toEqual({ line: 0, column: 0 });
    expect(positionAt(99)).toEqual({ line: 1, column: 1 });
    expect(offsetAt({ line: 7, column: 0 })).toBe(4);
    expect(offsetAt({ line: 1, column: 99 })).toBe(4);
  });

  it('take an offset to its position and back', () => {
    const texts = fc
      .array(fc.constantFrom('a', '\n', '\r', '\r\n', 'é', '𝕏'), { maxLength: 30 })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(60), (text, at) => {
        const offset = Math.min(at, text.length);
        const { positionAt, offsetAt } = lineIndex(text);
        expect(offsetAt(positionAt(offset))).toBe(offset);
      }),
    );
  });
});
