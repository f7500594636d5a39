import type { Connection } from 'vscode-languageserver';
import type { OpenText } from '../project/editing/language';
import { fromPosition } from './convert';
import { toCompletionItem } from './convert-language';
import type { Session } from './session';

/** Answers what an editor asks of manifests and lifecycles. */
export function answerForManifests(connection: Connection, session: Session): void {
  connection.onCompletion(async ({ textDocument, position }) => {
    const open = openText(session, textDocument.uri);
    if (!open) return null;
    const language = await session.workspace.language();
    const completions = await language.complete(open, fromPosition(position));
    const given = { commands: session.commandLinks };
    return completions.map((completion, index) => toCompletionItem(completion, index, given));
  });
}

function openText({ documents, tracker }: Session, uri: string): OpenText | undefined {
  const open = documents.byUri(uri);
  if (open?.content.kind !== 'yaml') return undefined;
  return { file: open.file, text: open.content.text, stateOf: tracker.stateOf };
}
