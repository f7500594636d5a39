import { endOfLine, skipBlanks } from './words';

/** A line with something on it beside blanks and comments. */
export interface Line {
  readonly start: number;
  /** Offset of the first character that is no blank. */
  readonly content: number;
  /** Before the line break. */
  readonly end: number;
}

/** A tab counts as one column, as the reader of manifests takes it. */
export function columnOf({ start, content }: Line): number {
  return content - start;
}

/** The lines that say something, in order. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length;) {
    const end = endOfLine(text, start);
    const content = skipBlanks(text, start, end);
    if (content < end && text[content] !== '#' && !/^(---|\.\.\.)\s*$/.test(text.slice(start, end))) {
      lines.push({ start, content, end });
    }
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return lines;
}
