import { lineIndex } from './lines';
import type { Place, Range, Span } from './place';

/**
 * A Python module as the analysis reads it: a script's text, or a notebook's code cells joined in document order by
 * line feeds. Segments map the joined text back to where it came from.
 */
export interface ModuleSource {
  /** Absolute path with `/` as separator. */
  readonly file: string;
  readonly kind: 'script' | 'notebook';
  readonly text: string;
  /** In order, not overlapping; a script has one. */
  readonly segments: readonly Segment[];
}

/** One stretch of a module's text. */
export interface Segment extends Span {
  /** Index over all cells of the notebook, Markdown ones included; absent in a script. */
  readonly cell?: number;
  /** Of a cell that was executed; `null` for one that was not. */
  readonly executionCount?: number | null;
  /** Of a cell: `parameters`, `raises-exception`, whatever its author gave it. */
  readonly tags?: readonly string[];
  /** The cell's stored output is an error. */
  readonly failed?: boolean;
  /** The cell's stored output has something to look at; undefined where outputs are not there to be seen. */
  readonly shows?: boolean;
  /** The text among the cell's stored outputs, shortened. */
  readonly printed?: string;
}

/** A script is one segment. */
export function scriptSource(file: string, text: string): ModuleSource {
  return { file, kind: 'script', text, segments: [{ start: 0, end: text.length }] };
}

/**
 * Converts spans of a module to places; builds each segment's line index once, when it is first asked. A place never
 * leaves the cell that it starts in: the line feed between two cells is the end of the first.
 */
export function placer(source: ModuleSource): (span: Span) => Place {
  const indexes = new Map<Segment, (span: Span) => Range>();
  return span => {
    const segment = segmentAt(source.segments, span.start);
    let rangeOf = indexes.get(segment);
    if (!rangeOf) {
      rangeOf = lineIndex(source.text.slice(segment.start, segment.end)).rangeOf;
      indexes.set(segment, rangeOf);
    }
    const range = rangeOf({
      start: span.start - segment.start,
      end: Math.min(span.end, segment.end) - segment.start,
    });
    return { file: source.file, ...(segment.cell === undefined ? {} : { cell: segment.cell }), range };
  };
}

const EMPTY: Segment = { start: 0, end: 0 };

/** The last segment that starts at or before `offset`. */
function segmentAt(segments: readonly Segment[], offset: number): Segment {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle] ?? EMPTY).start <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low] ?? EMPTY;
}
