import type { Position, Range, Span } from './place';

/** Converts between offsets and positions of one text. Lines end at `\n`, `\r\n` or `\r`. */
export interface LineIndex {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
}

/** Builds the index of a text in one pass; each look-up is a binary search over line starts. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const positionAt = (offset: number): Position => {
    const clamped = Math.max(0, Math.min(offset, text.length));
    const line = lastAtMost(starts, clamped);
    return { line, column: clamped - (starts[line] ?? 0) };
  };
  return {
    positionAt,
    offsetAt: ({ line, column }) => {
      const start = starts[Math.max(0, Math.min(line, starts.length - 1))] ?? 0;
      return line >= starts.length ? text.length : Math.min(start + column, text.length);
    },
    rangeOf: span => ({ start: positionAt(span.start), end: positionAt(span.end) }),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** Index of the last element that is not greater than `value`; `sorted` begins with 0. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
