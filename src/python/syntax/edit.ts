import type { Span } from '../../base/place';
import type { Stmt } from './ast';

/** What one version of a text has in the place of another's. */
export interface Edit {
  /** Up to here both are the same. */
  readonly start: number;
  /** From here on in the old text they are the same again. */
  readonly oldEnd: number;
  /** By how much what stands below moved down. */
  readonly by: number;
}

/** A text, with the stretches of it that stand alone. */
export interface Version {
  readonly text: string;
  readonly cells: readonly Span[];
}

/** Where two versions differ, in their texts or in their cells. */
export function differenceOf(a: Version, b: Version): Edit {
  const by = b.text.length - a.text.length;
  const start = firstDifference(a, b);
  // What is the same above is not counted again: `aa` that becomes `aaa` is longer by one letter.
  const most = Math.min(a.text.length, b.text.length) - start;
  const same = commonEnd(a.text, b.text, most);
  return { start, oldEnd: Math.max(a.text.length - same, lastMoved(a, b)), by };
}

function firstDifference(a: Version, b: Version): number {
  const end = Math.min(a.text.length, b.text.length, firstMoved(a.cells, b.cells));
  return commonBeginning(a.text, b.text, end);
}

/** So many letters are compared at once. */
const STRIDE = 512;

function commonBeginning(a: string, b: string, most: number): number {
  let at = 0;
  while (at + STRIDE <= most && a.slice(at, at + STRIDE) === b.slice(at, at + STRIDE)) at += STRIDE;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonEnd(a: string, b: string, most: number): number {
  const [x, y] = [a.length, b.length];
  let same = 0;
  while (same + STRIDE <= most && endAt(a, x - same) === endAt(b, y - same)) same += STRIDE;
  while (same < most && a.charCodeAt(x - 1 - same) === b.charCodeAt(y - 1 - same)) same++;
  return same;
}

function endAt(text: string, end: number): string {
  return text.slice(end - STRIDE, end);
}

function firstMoved(a: readonly Span[], b: readonly Span[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (!x || !y) return (x ?? y)?.start ?? 0;
    if (x.start !== y.start) return Math.min(x.start, y.start);
    if (x.end !== y.end) return Math.min(x.end, y.end);
  }
  return Infinity;
}

/** The last border between cells, in the old text, that is not there in the new one. */
function lastMoved(a: Version, b: Version): number {
  const by = b.text.length - a.text.length;
  for (let i = 1; i <= Math.max(a.cells.length, b.cells.length); i++) {
    const [x, y] = [a.cells.at(-i), b.cells.at(-i)];
    if (!x || !y) return x?.end ?? (y ? y.end - by : 0);
    if (x.end + by !== y.end) return Math.max(x.end, y.end - by);
    if (x.start + by !== y.start) return Math.max(x.start, y.start - by);
  }
  return 0;
}

/** With its decorators, and the `@` before them. */
export function startOf(statement: Stmt): number {
  const decorator = 'decorators' in statement ? statement.decorators[0] : undefined;
  return decorator ? decorator.start - 1 : statement.start;
}

/** Where an offset of the old text is in the new one; what was edited away keeps its place. */
export function moveSpans(spans: Iterable<Span>, { start, oldEnd, by }: Edit): void {
  for (const span of spans as Iterable<{ start: number; end: number }>) {
    if (span.start >= oldEnd) span.start += by;
    if (span.end >= oldEnd && span.end > start) span.end += by;
  }
}
