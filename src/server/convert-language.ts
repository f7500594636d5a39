/** What the editor shows of manifests and lifecycles, in the types of the Language Server Protocol. */
import type { CodeAction, CodeLens, CompletionItem, DocumentSymbol } from 'vscode-languageserver';
import {
  CodeActionKind,
  CompletionItemKind,
  InsertTextMode,
  MarkupKind,
  SymbolKind as LspSymbolKind,
} from 'vscode-languageserver';
import { commandName, REVEAL_ROW } from '../contributes/commands';
import type {
  Completion,
  CompletionKind,
  FileSymbol,
  Lens,
  NewFile,
  SymbolKind,
} from '../project/editing/language';
import { toRange, uriOf } from './convert';

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

export function toSymbol({ name, detail, kind, range, selection, children }: FileSymbol): DocumentSymbol {
  return {
    name,
    detail,
    kind: SYMBOL_KINDS[kind],
    range: toRange(range),
    selectionRange: toRange(selection),
    children: children.map(toSymbol),
  };
}

const SYMBOL_KINDS: Record<SymbolKind, LspSymbolKind> = {
  section: LspSymbolKind.Module,
  metric: LspSymbolKind.Number,
  split: LspSymbolKind.Array,
  stage: LspSymbolKind.Namespace,
  criterion: LspSymbolKind.Boolean,
  field: LspSymbolKind.Property,
};

/** A click shows the stage in the tracker, or the metric in the project's report. */
export function toCodeLens({ range, title, shows }: Lens, project: string): CodeLens {
  const command =
    shows.kind === 'stage'
      ? { title, command: REVEAL_ROW, arguments: [{ project, stage: shows.stage }] }
      : { title, command: commandName('openReport'), arguments: [{ project, metric: shows.metric }] };
  return { range: toRange(range), command };
}

/** Makes a file that is not there, with its beginning; one that is there is left alone. */
export function toNewFile({ title, file, content }: NewFile): CodeAction {
  const start = { line: 0, character: 0 };
  const uri = uriOf(file);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    edit: {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: content }] },
      ],
    },
  };
}
