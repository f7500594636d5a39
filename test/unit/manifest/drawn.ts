import type { Problem } from '../../../src/base/result';

/**
 * A text with its problems drawn below the lines they stand on:
 *
 *     porblem:
 *     ^^^^^^^ warning unknown-field: There is no field `porblem`. Did you mean `problem`? -> problem
 *
 * The part after `->` is what the fix puts in. A problem without width is drawn as `|`.
 */
export function draw(text: string, problems: readonly Problem[]): string {
  return text
    .split('\n')
    .flatMap((line, number) => [
      line,
      ...problems.filter(({ place }) => place.range.start.line === number).map(drawOne),
    ])
    .join('\n');
}

/** The text without what is drawn. */
export function undrawn(drawing: string): string {
  return drawing
    .split('\n')
    .filter(line => !/^ *(\^+|\|) (error|warning|information) /.test(line))
    .join('\n');
}

function drawOne({ place: { range }, severity, code, message, fix }: Problem): string {
  const { start, end } = range;
  const width = end.line === start.line ? end.column - start.column : 1;
  const mark = width === 0 ? '|' : '^'.repeat(width);
  return `${' '.repeat(start.column)}${mark} ${severity} ${code}: ${message}${fix ? ` -> ${fix.newText}` : ''}`;
}
