import type { CodeAction, Connection } from 'vscode-languageserver';
import { ResponseError } from 'vscode-languageserver';
import type { Language, OpenText } from '../project/editing/language';
import { fromPosition, toHover, toLocation, toRange, toWorkspaceEdit, uriOf } from './convert';
import { toCodeLens, toCompletionItem, toNewFile, toSymbol } from './convert-language';
import { pageLink } from './page-link';
import type { Session } from './session';

/** LSP's code for a request that is understood and cannot be carried out; its message is shown to the user. */
const REQUEST_FAILED = -32803;

/** Answers what an editor asks of manifests and lifecycles. */
export function answerForManifests(connection: Connection, session: Session): void {
  const asked = async <T>(uri: string, ask: (language: Language, open: OpenText) => Promise<T>): Promise<T | null> => {
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
      if (!session.settings.codeLens || !session.commandLinks) return [];
      return (await language.lenses(open)).map(lens => toCodeLens(lens, open.file));
    }),
  );
  connection.onPrepareRename(({ textDocument, position }) =>
    asked(textDocument.uri, async (language, open) => {
      const prepared = await language.prepareRename(open, fromPosition(position));
      if (!prepared.ok) throw new ResponseError(REQUEST_FAILED, prepared.failure);
      return { range: toRange(prepared.value.range), placeholder: prepared.value.name };
    }),
  );
  connection.onRenameRequest(({ textDocument, position, newName }) =>
    asked(textDocument.uri, async (language, open) => {
      const renamed = await language.rename(open, fromPosition(position), newName);
      if (!renamed.ok) throw new ResponseError(REQUEST_FAILED, renamed.failure);
      return toWorkspaceEdit(renamed.value, session.locate);
    }),
  );
}

/** What a word of a manifest means, with the way to the page that says more. */
export async function hoverInManifest(
  session: Session,
  uri: string,
  position: { readonly line: number; readonly character: number },
): Promise<ReturnType<typeof toHover> | null> {
  const open = openText(session, uri);
  const hover = open && (await (await session.workspace.language()).hover(open, fromPosition(position)));
  if (!hover) return null;
  const link = hover.page === undefined ? undefined : pageLink(hover.page, session.commandLinks);
  const words = hover.page === 'manifest' ? 'All fields' : 'Why, and what to write instead';
  return toHover(link === undefined ? hover.markdown : `${hover.markdown}\n\n[${words}](${link})`, hover.range);
}

/** What the editor offers at a place of a manifest beside the replacements that problems bring themselves. */
export async function actionsInManifest(
  session: Session,
  uri: string,
  position: { readonly line: number; readonly character: number },
): Promise<CodeAction[]> {
  const open = openText(session, uri);
  if (!open) return [];
  const language = await session.workspace.language();
  const files = await language.newFiles(open, fromPosition(position));
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
