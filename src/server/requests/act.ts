import type { Action, ActResult } from '../../protocol/messages';
import type { Session } from '../session';

/** The edits that carry out a person's decision, on the text that the editor holds where the manifest is open. */
export async function act({ workspace, documents }: Session, action: Action): Promise<ActResult> {
  const { project: file, ...decision } = action;
  const content = documents.byFile(file)?.content;
  const unsaved = content?.kind === 'manifest' ? content.text : undefined;
  const edits = await workspace.act(file, decision, unsaved);
  return edits.ok ? { ok: true, file, edits: edits.value } : { ok: false, message: edits.failure };
}
