/**
 * The one file that knows both our types and the Language Server Protocol's. Everything else in the server speaks of
 * places, findings and edits.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  CodeAction,
  Diagnostic,
  DiagnosticRelatedInformation,
  FileChangeType,
  Hover,
  Location,
  Range as LspRange,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  CodeActionKind,
  DiagnosticSeverity,
  DiagnosticTag,
  FileChangeType as ChangeType,
  MarkupKind,
} from 'vscode-languageserver';
import type { Edit, Finding, Severity } from '../base/finding';
import type { Place, Position, Range } from '../base/place';
import { normalise } from '../project/paths';
import type { Change } from '../project/ports';
import type { EditorAction } from './requests/actions';

/** A document of the editor: a file, or one cell of an open notebook. */
export interface Target {
  readonly uri: string;
  readonly range: Range;
  /** Of an open document. */
  readonly version?: number;
  /** Says in words what the range cannot: the cell and line in a notebook that is closed. */
  readonly where?: string;
}

/** Says where in the editor a place is. */
export type Locate = (place: Place) => Target;

/** A file's path; a document that is no file keeps its address as its name. */
export function pathOf(uri: string): string {
  return uri.startsWith('file:') ? normalise(fileURLToPath(uri)) : uri;
}

export function uriOf(path: string): string {
  return /^[a-z][a-z0-9+.-]+:/i.test(path) ? path : pathToFileURL(path).href;
}

export function toRange({ start, end }: Range): LspRange {
  return { start: toPosition(start), end: toPosition(end) };
}

function toPosition({ line, column }: Position): LspRange['start'] {
  return { line, character: column };
}

export function fromRange({ start, end }: LspRange): Range {
  return { start: fromPosition(start), end: fromPosition(end) };
}

export function fromPosition({ line, character }: LspRange['start']): Position {
  return { line, column: character };
}

export function fromChangeType(type: FileChangeType): Change['kind'] {
  return type === ChangeType.Created ? 'created' : type === ChangeType.Deleted ? 'deleted' : 'changed';
}

/** What the editor shows of a finding beside its own words. */
export interface Dressing {
  /** Link to the rule's page. */
  readonly page?: string;
  /** The marked code has no effect: it is shown faded. */
  readonly faded: boolean;
}

export function toDiagnostic(finding: Finding, dressing: Dressing, locate: Locate): Diagnostic {
  const target = locate(finding.place);
  return {
    range: toRange(target.range),
    severity: SEVERITIES[finding.severity],
    source: 'holdout',
    code: finding.rule === 'manifest' ? finding.code : finding.rule,
    ...(dressing.page === undefined ? {} : { codeDescription: { href: dressing.page } }),
    message: prefixed(target, finding.message),
    ...(finding.path.length > 0 && { relatedInformation: toRelated(finding, locate) }),
    ...(dressing.faded && { tags: [DiagnosticTag.Unnecessary] }),
  };
}

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function toRelated({ path }: Finding, locate: Locate): DiagnosticRelatedInformation[] {
  return path.map(({ place, note }) => {
    const target = locate(place);
    return { location: toLocation(target), message: prefixed(target, note) };
  });
}

function prefixed({ where }: Target, text: string): string {
  return where === undefined ? text : `${where}: ${text}`;
}

export function toLocation({ uri, range }: Target): Location {
  return { uri, range: toRange(range) };
}

export function toHover(markdown: string, range: Range): Hover {
  return { contents: { kind: MarkupKind.Markdown, value: markdown }, range: toRange(range) };
}

export function toCodeAction(
  action: EditorAction,
  diagnostics: readonly Diagnostic[],
  locate: Locate,
): CodeAction {
  return {
    title: action.title,
    kind: KINDS[action.kind],
    ...(action.preferred && { isPreferred: true }),
    ...(diagnostics.length > 0 && { diagnostics: [...diagnostics] }),
    edit: toWorkspaceEdit(action.edits, locate),
  };
}

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.holdout`;

const KINDS: Record<EditorAction['kind'], string> = {
  fix: CodeActionKind.QuickFix,
  suggestion: CodeActionKind.RefactorRewrite,
  'fix-all': FIX_ALL_KIND,
};

export const ACTION_KINDS: readonly string[] = Object.values(KINDS);

/** Does a request for these kinds want this action? A kind asks for itself and for what lies below it. */
export function isWanted(kind: EditorAction['kind'], only: readonly string[] | undefined): boolean {
  const own = KINDS[kind];
  // Fixing everything at once is offered when it is asked for, not in the menu of one finding.
  if (!only) return kind !== 'fix-all';
  return only.some(asked => asked === '' || own === asked || own.startsWith(`${asked}.`));
}

export function toWorkspaceEdit(edits: readonly Edit[], locate: Locate): WorkspaceEdit {
  const byDocument = new Map<string, TextDocumentEdit>();
  for (const { place, newText } of edits) {
    const { uri, range, version } = locate(place);
    const document = byDocument.get(uri) ?? { textDocument: { uri, version: version ?? null }, edits: [] };
    document.edits.push({ range: toRange(range), newText });
    byDocument.set(uri, document);
  }
  return { documentChanges: [...byDocument.values()] };
}
