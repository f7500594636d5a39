import type { Finding } from '../base/finding';
import type { Place, Range } from '../base/place';
import type { Selection } from './requests/actions';
import type { Session } from './session';
import type { OpenFile } from './sync/documents';

/** A range of a document as the engine sees it: in a script or manifest, or in one cell of an open notebook. */
export interface Spot {
  readonly open: OpenFile;
  readonly selection: Selection;
  /** What the open file shows, all of it. */
  readonly findings: readonly Finding[];
}

/** `undefined` for a document that is none of ours. */
export function spotAt(session: Session, uri: string, range: Range): Spot | undefined {
  const open = session.documents.byUri(uri);
  if (!open) return undefined;
  const index = open.parts.findIndex(part => part.uri === uri);
  // What is shown must be of the text that is there: fixes change it by places.
  session.diagnosing.settle(open.file);
  const cell = open.uri === uri ? undefined : index;
  return { open, selection: { cell, range }, findings: session.findings.get(open.file) ?? [] };
}

/** The text of the line on which a place in an open script or notebook begins. */
export function lineOf({ content }: OpenFile, { cell, range }: Place): string {
  if (content.kind !== 'module') return '';
  const { text, segments } = content.source;
  const segment = segments.find(one => one.cell === cell);
  const lines = segment ? text.slice(segment.start, segment.end).split(/\r\n|\r|\n/) : [];
  return lines[range.start.line] ?? '';
}
