import type { CodeAction, Connection, Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../base/finding';
import { fromChangeType, fromRange, isWanted, pathOf, toCodeAction, toHover } from './convert';
import { fixesInManifest, hoverInManifest, newFilesInManifest } from './manifest-requests';
import { actionsAt, isTouched } from './requests/actions';
import { hoverOver } from './requests/hover';
import type { Session } from './session';
import { lineOf, spotAt } from './selection';

/** Answers what any editor asks: hovers, code actions, files that changed. */
export function answerEditor(connection: Connection, session: Session): void {
  connection.onHover(async ({ textDocument, position }) => {
    const spot = spotAt(session, textDocument.uri, fromRange({ start: position, end: position }));
    const touched = spot?.findings.filter(({ place }) => isTouched(place, spot.selection)) ?? [];
    const hover = await hoverOver(touched, { commandLinks: session.commandLinks });
    return hover
      ? toHover(hover.markdown, hover.range)
      : hoverInManifest(session, textDocument.uri, position);
  });
  connection.onCodeAction(async ({ textDocument, range, context }): Promise<CodeAction[]> => {
    const spot = spotAt(session, textDocument.uri, fromRange(range));
    if (!spot) return [];
    const actions = [
      ...actionsAt(spot.findings, spot.selection, place => lineOf(spot.open, place)),
      ...(await fixesInManifest(session, spot)),
    ];
    const files = isWanted('fix', context.only) ? await newFilesInManifest(session, spot) : [];
    const wanted = actions
      .filter(({ kind }) => isWanted(kind, context.only))
      .map(action =>
        toCodeAction(action, diagnosticsOf(context.diagnostics, action.finding), session.locate),
      );
    return [...wanted, ...files];
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    session.tracker.note(changes.map(({ uri, type }) => ({ path: pathOf(uri), kind: fromChangeType(type) })));
  });
}

/** Those of the editor's own diagnostics that show this finding: VS Code ties an action to them. */
function diagnosticsOf(shown: readonly Diagnostic[], finding: Finding | undefined): Diagnostic[] {
  if (!finding) return [];
  const { line, column } = finding.place.range.start;
  return shown.filter(
    ({ range, message }) =>
      range.start.line === line && range.start.character === column && message === finding.message,
  );
}
