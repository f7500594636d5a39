import type { Edit, Finding } from '../../base/finding';
import type { Place, Position, Range } from '../../base/place';
import { CARD_RULE } from '../../project/card/cards';
import { MANIFEST_RULE } from '../../project/manifest-findings';
import { silence } from './silence';
import { UNUSED_SUPPRESSION, unsilence } from './unsilence';

/** What the editor offers at a place. */
export interface EditorAction {
  readonly kind: 'fix' | 'suggestion' | 'fix-all';
  readonly title: string;
  /** The one to take without thinking. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
  /** What it mends; absent for an action on the whole file. */
  readonly finding?: Finding;
}

/** Where the editor asks: in a script, or in one cell. */
export interface Selection {
  readonly cell: number | undefined;
  readonly range: Range;
}

/**
 * Fixes of the findings that the selection touches, a comment that silences each, and all safe fixes of the file at
 * once. `lineAt` gives the text of the line that a place begins on.
 */
export function actionsAt(
  findings: readonly Finding[],
  selection: Selection,
  lineAt: (place: Place) => string,
): EditorAction[] {
  const touched = findings.filter(({ place }) => isTouched(place, selection));
  return [
    ...touched.flatMap(fixAction),
    ...touched.flatMap(finding => commentAction(finding, lineAt(finding.place))),
    ...fixAllAction(findings),
  ];
}

export function isTouched({ cell, range }: Place, selection: Selection): boolean {
  if (cell !== selection.cell) return false;
  return !isBefore(range.end, selection.range.start) && !isBefore(selection.range.end, range.start);
}

function fixAction(finding: Finding): EditorAction[] {
  const { fix, rule } = finding;
  if (!fix) return [];
  // A mistake in a manifest stops it from being read, and a card must say what is so: its mending is a fix even where it is a guess.
  const isFix = fix.safe || !isInCode(rule);
  return [
    { kind: isFix ? 'fix' : 'suggestion', title: fix.title, preferred: isFix, edits: fix.edits, finding },
  ];
}

/** Findings in code can be silenced by a comment; a comment that silences nothing can be removed. */
function commentAction(finding: Finding, line: string): EditorAction[] {
  if (!isInCode(finding.rule)) return [];
  if (finding.rule !== UNUSED_SUPPRESSION) {
    const title = `Silence ${finding.rule} here by a comment`;
    return [{ kind: 'fix', title, preferred: false, edits: [silence(finding, line)], finding }];
  }
  const edit = unsilence(finding, line);
  return edit ? [{ kind: 'fix', title: 'Remove this comment', preferred: true, edits: [edit], finding }] : [];
}

/** Is it a rule of code, whose findings a comment silences? */
function isInCode(rule: string): boolean {
  return rule !== MANIFEST_RULE && rule !== CARD_RULE;
}

/** Safe fixes in order; one that would overlap an earlier one waits for the next time. */
function fixAllAction(findings: readonly Finding[]): EditorAction[] {
  const edits: Edit[] = [];
  for (const { fix } of findings) {
    if (fix?.safe && !fix.edits.some(edit => edits.some(taken => overlap(edit.place, taken.place)))) {
      edits.push(...fix.edits);
    }
  }
  if (edits.length === 0) return [];
  return [{ kind: 'fix-all', title: 'Fix all that Holdout can fix safely', preferred: false, edits }];
}

function overlap(a: Place, b: Place): boolean {
  if (a.file !== b.file || a.cell !== b.cell) return false;
  return !isBefore(a.range.end, b.range.start) && !isBefore(b.range.end, a.range.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
