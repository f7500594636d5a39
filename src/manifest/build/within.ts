import type { Range, Span } from '../../base/place';
import type { Reading } from '../read/report';
import type { Located } from '../schema/types';

/** The range of a part of a text value; all of it where escapes or folding make offsets differ. */
export function rangeWithin(reading: Reading, { value, range }: Located<string>, part: Span): Range {
  const { lines, text } = reading;
  const start = lines.offsetAt(range.start);
  const written = text.slice(start, lines.offsetAt(range.end));
  const shift = written === value ? 0 : written.slice(1, -1) === value ? 1 : undefined;
  if (shift === undefined) return range;
  const from = Math.min(part.start, Math.max(0, value.length - 1));
  return lines.rangeOf({ start: start + shift + from, end: start + shift + Math.max(part.end, from + 1) });
}
