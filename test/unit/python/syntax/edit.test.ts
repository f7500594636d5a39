import { describe, expect, it } from 'vitest';
import { differenceOf, moveSpans } from '../../../../src/python/syntax/edit';

const whole = (text: string): { text: string; cells: { start: number; end: number }[] } => ({
  text,
  cells: [{ start: 0, end: text.length }],
});

describe('what one text has in the place of another', () => {
  it('is what was typed', () => {
    expect(differenceOf(whole('a = 1\nb'), whole('a = 12\nb'))).toEqual({ start: 5, oldEnd: 5, by: 1 });
  });

  it('counts what is repeated once', () => {
    expect(differenceOf(whole('aa'), whole('aaa'))).toEqual({ start: 2, oldEnd: 2, by: 1 });
  });

  it('reaches as far as the borders of cells differ', () => {
    const before = { text: 'a\nb\nc', cells: [span(0, 1), span(2, 3), span(4, 5)] };
    const now = { text: 'a\nb\nc', cells: [span(0, 3), span(4, 5)] };
    expect(differenceOf(before, now)).toEqual({ start: 1, oldEnd: 2, by: 0 });
  });

  it('moves what stands below, and stretches what is around', () => {
    const spans = [span(0, 3), span(0, 9), span(4, 9), span(3, 3)];
    moveSpans(spans, { start: 3, oldEnd: 3, by: 2 });
    expect(spans).toEqual([span(0, 3), span(0, 11), span(6, 11), span(5, 3)]);
  });
});

function span(start: number, end: number): { start: number; end: number } {
  return { start, end };
}
