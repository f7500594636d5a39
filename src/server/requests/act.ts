import type { Action, ActResult, RecordParams, RecordResult } from '../../protocol/messages';
import { historyFile } from '../../project/read-history';
import { folderOf } from '../../project/paths';
import type { Session } from '../session';

/** The edits that carry out a person's decision, on the text that the editor holds where the manifest is open. */
export async function act({ workspace, documents, unrecorded }: Session, action: Action): Promise<ActResult> {
  const { project: file, ...decision } = action;
  const content = documents.byFile(file)?.content;
  const unsaved = content?.kind === 'yaml' ? content.text : undefined;
  const acted = await workspace.act(file, decision, unsaved);
  if (!acted.ok) return { ok: false, message: acted.failure };
  const { edits, entry } = acted.value;
  if (!entry) return { ok: true, file, edits };
  unrecorded.set(entry.id, entry);
  return { ok: true, file, edits, entry: entry.id };
}

/** Notes in the history what was acted, now that the manifest is saved. */
export async function record(
  { workspace, unrecorded, tracker }: Session,
  { project, entry: id }: RecordParams,
): Promise<RecordResult> {
  const entry = unrecorded.get(id);
  if (!entry) return {};
  unrecorded.delete(id);
  const recorded = await workspace.record(project, [entry]);
  if (!recorded.ok) return { message: recorded.failure };
  tracker.note([{ path: historyFile(folderOf(project)), kind: 'changed' }]);
  return {};
}
