/** What the editor shows of manifests and lifecycles, in the types of the Language Server Protocol. */
import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import type { Completion, CompletionKind } from '../project/editing/language';
import { toRange } from './convert';

/** Behind these there may be something to offer without being asked. */
export const COMPLETION_TRIGGERS: readonly string[] = [...' :/[{,=#"\'`-.'];

/** VS Code's own: whoever picks a name mostly wants its value next. */
const ASK_AGAIN = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

export function toCompletionItem(
  { label, kind, detail, help, edit, filter, goesOn }: Completion,
  index: number,
  { commands }: { readonly commands: boolean },
): CompletionItem {
  return {
    label,
    kind: KINDS[kind],
    ...(detail !== undefined && { detail }),
    ...(help !== undefined && { documentation: { kind: MarkupKind.Markdown, value: help } }),
    textEdit: { range: toRange(edit.range), newText: edit.newText },
    insertTextMode: InsertTextMode.asIs,
    sortText: String(index).padStart(4, '0'),
    ...(filter !== undefined && { filterText: filter }),
    ...(goesOn && commands && { command: ASK_AGAIN }),
  };
}

const KINDS: Record<CompletionKind, CompletionItemKind> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Value,
  metric: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  column: CompletionItemKind.Field,
  rule: CompletionItemKind.Reference,
  unit: CompletionItemKind.Unit,
};
