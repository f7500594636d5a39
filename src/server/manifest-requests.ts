import type { CodeAction, Connection } from 'vscode-languageserver';
import { CodeLensRefreshRequest, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Language, OpenText } from '../project/editing/language';
import { fromPosition, toHover, toLocation, toRange, toWorkspaceEdit, uriOf } from './convert';
import { toCodeLens, toCompletionItem, toNewFile, toSymbol } from './convert-language';
import { MANIFEST_PAGE } from '../project/rule-ids';
import { manifestLink, pageLink } from './page-link';
import type { EditorAction } from './requests/actions';
import { isTouched } from './requests/actions';
import type { Spot } from './selection';
import type { Session } from './session';

/** Answers what an editor asks of manifests and lifecycles. */
export function answerForManifests(connection: Connection, session: Session): void {
  const asked = async <T>(
    uri: string,
    ask: (language: Language, open: OpenText) => Promise<T>,
  ): Promise<T | null> => {
    const open = openText(session, uri);
    return open ? ask(await session.workspace.language(), open) : null;
  };
  connection.onCompletion(({ textDocument, position }) =>
    asked(textDocument.uri, async (language, open) => {
      const completions = await language.complete(open, fromPosition(position));
      const given = { commands: session.commandLinks };
      return completions.map((completion, index) => toCompletionItem(completion, index, given));
    }),
  );
  connection.onDefinition(({ textDocument, position }) =>
    asked(textDocument.uri, async (language, open) => {
      const places = await language.definition(open, fromPosition(position));
      return places.map(place => toLocation(session.locate(place)));
    }),
  );
  connection.onReferences(({ textDocument, position }) =>
    asked(textDocument.uri, async (language, open) => {
      const places = await language.references(open, fromPosition(position));
      return places.map(place => toLocation(session.locate(place)));
    }),
  );
  connection.onDocumentLinks(({ textDocument }) =>
    asked(textDocument.uri, async (language, open) => {
      const links = await language.links(open);
      return links.map(({ range, file }) => ({ range: toRange(range), target: uriOf(file) }));
    }),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    asked(textDocument.uri, async (language, open) => (await language.symbols(open)).map(toSymbol)),
  );
  connection.onCodeLens(({ textDocument }) =>
    asked(textDocument.uri, async (language, open) => {
      const { settings, trusted, commandLinks } = session;
      if (!settings.codeLens || !trusted || !commandLinks) return [];
      return (await language.lenses(open)).map(lens => toCodeLens(lens, open.file));
    }),
  );
  connection.onPrepareRename(({ textDocument, position }) =>
    asked(textDocument.uri, async (language, open) => {
      const prepared = await language.prepareRename(open, fromPosition(position));
      if (!prepared.ok) throw refused(prepared.failure);
      return { range: toRange(prepared.value.range), placeholder: prepared.value.name };
    }),
  );
  connection.onRenameRequest(({ textDocument, position, newName }) =>
    asked(textDocument.uri, async (language, open) => {
      const renamed = await language.rename(open, fromPosition(position), newName);
      if (!renamed.ok) throw refused(renamed.failure);
      return toWorkspaceEdit(renamed.value, session.locate);
    }),
  );
}

/** How projects stand has changed: what is shown above stages and metrics is asked for again. */
export function refreshLenses(connection: Connection, { lensRefresh }: Session): void {
  // An editor that has gone does not answer, and nobody is left to be told.
  if (lensRefresh) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
}

/** The editor shows why. */
const refused = (reason: string): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestFailed, reason);

/** What a word of a manifest means, with the way to the page that says more. */
export async function hoverInManifest(
  session: Session,
  uri: string,
  position: { readonly line: number; readonly character: number },
): Promise<ReturnType<typeof toHover> | null> {
  const open = openText(session, uri);
  const hover = open && (await (await session.workspace.language()).hover(open, fromPosition(position)));
  if (!hover) return null;
  const isManifest = hover.page === MANIFEST_PAGE;
  const link = isManifest
    ? manifestLink(session.commandLinks)
    : pageLink(hover.page ?? '', session.commandLinks);
  const words = isManifest ? 'All fields' : 'Why, and what to write instead';
  return toHover(
    link === undefined ? hover.markdown : `${hover.markdown}\n\n[${words}](${link})`,
    hover.range,
  );
}

/** What mends the problems that a selection touches, beside the replacements that they bring themselves. */
export async function fixesInManifest(
  session: Session,
  { open, findings, selection }: Spot,
): Promise<EditorAction[]> {
  const text = openText(session, open.uri);
  if (!text) return [];
  const language = await session.workspace.language();
  const actions: EditorAction[] = [];
  for (const finding of findings.filter(({ place }) => isTouched(place, selection))) {
    for (const { title, edits } of await language.fixes(text, finding)) {
      const own = edits.map(({ range, newText }) => ({ place: { file: text.file, range }, newText }));
      actions.push({ kind: 'fix', title, preferred: false, edits: own, finding });
    }
  }
  return actions;
}

/** Files that the criterion at a place asks for: they can be begun from here. */
export async function newFilesInManifest(session: Session, { open, selection }: Spot): Promise<CodeAction[]> {
  const text = openText(session, open.uri);
  if (!text) return [];
  const files = await (await session.workspace.language()).newFiles(text, selection.range.start);
  return files.map(toNewFile);
}

export function openText({ documents, tracker }: Session, uri: string): OpenText | undefined {
  const open = documents.byUri(uri);
  if (open?.content.kind !== 'yaml') return undefined;
  const textOf = (file: string): string | undefined => {
    const content = documents.byFile(file)?.content;
    return content?.kind === 'yaml' ? content.text : undefined;
  };
  return { file: open.file, text: open.content.text, textOf, stateOf: tracker.stateOf };
}
