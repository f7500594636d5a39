import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../base/finding';
import type { Place } from '../base/place';
import { START_OF_FILE } from '../base/place';
import type { Sheet } from './board';
import type { Dressing, Locate, Target } from './convert';
import { toDiagnostic, uriOf } from './convert';
import { pageLink } from './page-link';
import { UNUSED_SUPPRESSION } from './requests/unsilence';
import type { Documents, OpenFile } from './sync/documents';

/** Places in open files lead to their documents and cells; others to the file, and in a closed notebook to its start. */
export function locator(documents: Documents): Locate {
  return place => {
    const open = documents.byFile(place.file);
    return open ? placeInOpen(open, place) : placeInClosed(place);
  };
}

function placeInOpen({ uri, parts }: OpenFile, { cell, range }: Place): Target {
  const part = parts[cell ?? 0];
  return part ? { uri: part.uri, version: part.version, range } : { uri, range: START_OF_FILE };
}

/** The file of a notebook has no lines that a user knows. */
function placeInClosed({ file, cell, range }: Place): Target {
  if (cell === undefined) return { uri: uriOf(file), range };
  return { uri: uriOf(file), range: START_OF_FILE, where: `Cell ${cell + 1}, line ${range.start.line + 1}` };
}

/** How findings are shown by this client. */
export interface Showing {
  readonly locate: Locate;
  /** The client runs command links. */
  readonly commandLinks: boolean;
}

/** One sheet for every document of an open file that can have findings, also for those that have none now. */
export function openSheets(open: OpenFile, findings: readonly Finding[], showing: Showing): Sheet[] {
  const { content, parts } = open;
  const cells = content.kind === 'module' ? content.source.segments.map(({ cell }) => cell) : [undefined];
  return cells.flatMap(cell => {
    const part = parts[cell ?? 0];
    const diagnostics = findings
      .filter(({ place }) => place.cell === cell)
      .map(finding => shown(finding, showing));
    return part ? [{ ...part, diagnostics }] : [];
  });
}

/** The sheet of a file that is closed. */
export function closedSheets(file: string, findings: readonly Finding[], showing: Showing): Sheet[] {
  if (findings.length === 0) return [];
  return [{ uri: uriOf(file), diagnostics: findings.map(finding => shown(finding, showing)) }];
}

function shown(finding: Finding, { locate, commandLinks }: Showing): Diagnostic {
  return toDiagnostic(finding, dressingOf(finding, commandLinks), locate);
}

function dressingOf({ rule }: Finding, commandLinks: boolean): Dressing {
  const page = pageLink(rule, commandLinks);
  return { faded: rule === UNUSED_SUPPRESSION, ...(page === undefined ? {} : { page }) };
}
