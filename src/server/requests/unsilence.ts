import type { Edit, Finding } from '../../base/finding';

/** The rule that reports comments which silence nothing. */
export const UNUSED_SUPPRESSION = 'unused-suppression';

/** The edit that removes a comment which silences nothing; none where the comment names other rules besides. */
export function unsilence({ place }: Finding, text: string): Edit | undefined {
  const { start, end } = place.range;
  const comment = text.slice(start.column, end.column);
  if (comment.includes(',')) return undefined;
  const before = text.slice(0, start.column).trimEnd();
  const isAlone = before === '';
  const range = isAlone
    ? { start: { line: start.line, column: 0 }, end: { line: start.line + 1, column: 0 } }
    : { start: { line: start.line, column: before.length }, end };
  return { place: { ...place, range }, newText: '' };
}
