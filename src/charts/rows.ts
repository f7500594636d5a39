import { text } from '@observablehq/plot';
import type { Marks } from './axes';
import { FOREGROUND, LETTER, TEXT_SIZE } from './theme';

/** How many rows a picture shows; the table beside it has them all. */
export const MOST_ROWS = 120;

/** The room that names need at the left: at most a good third of the picture. */
export function nameMargin(names: readonly string[], width: number): number {
  let longest = 0;
  for (const { length } of names) if (length > longest) longest = length;
  return Math.round(Math.min(longest * LETTER + 20, width * 0.38));
}

/** Names at the left, each at its height, cut where they are longer than their room. */
export function rowNames<T>(
  rows: readonly T[],
  name: (row: T) => string,
  height: (row: T) => number,
  margin: number,
): Marks[number] {
  return text(rows, {
    text: name,
    y: height,
    frameAnchor: 'left',
    textAnchor: 'end',
    dx: -10,
    // The library's idea of a letter is narrower than many fonts'.
    lineWidth: Math.max(3, (margin - 12) / TEXT_SIZE / 1.12),
    textOverflow: 'ellipsis',
    fill: FOREGROUND,
    fontSize: TEXT_SIZE,
  });
}

/** `12 more rows are in the table.` */
export function moreWords(all: number, shown: number): readonly string[] {
  return all > shown ? [`The table has ${all - shown} more.`] : [];
}
