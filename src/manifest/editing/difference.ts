import { lineIndex } from '../../base/lines';
import type { Range } from '../../base/place';

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** The smallest single edit that turns one text into the other; none when they are the same. */
export function difference(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  // Neither half of a line break or of a character outside the basic plane may be cut off.
  if (splits(before, start) || splits(after, start)) start--;
  if (splits(before, before.length - tail) || splits(after, after.length - tail)) tail--;
  const range = lineIndex(before).rangeOf({ start, end: before.length - tail });
  return [{ range, newText: after.slice(start, after.length - tail) }];
}

function splits(text: string, at: number): boolean {
  return /^(\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(text.slice(at - 1, at + 1));
}
