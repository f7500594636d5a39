/**
 * An open notebook as the client synchronises it. We ask for all cells, so that they are counted as on disk; a client may
 * still leave some out, so what is shown is tied to the address of a cell's document, never to a number.
 *
 * The library's own `NotebookDocuments` stays silent when a cell is only moved, which changes the order of execution.
 */
import type {
  DidChangeNotebookDocumentParams,
  DidOpenNotebookDocumentParams,
  NotebookCell,
  NotebookDocumentChangeEvent,
  TextDocumentItem,
} from 'vscode-languageserver';
import { NotebookCellKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ModuleSource, Segment } from '../../base/source';
import { cellTags } from '../../base/tags';

export interface OpenNotebook {
  readonly uri: string;
  /** In document order. */
  readonly cells: readonly NotebookCell[];
  /** By address. */
  readonly texts: ReadonlyMap<string, TextDocument>;
}

export function openNotebook(params: DidOpenNotebookDocumentParams): OpenNotebook {
  const { uri, cells } = params.notebookDocument;
  return { uri, cells, texts: new Map(params.cellTextDocuments.map(item => [item.uri, opened(item)])) };
}

/** The notebook after a change; the protocol's parts of a change apply in this order. */
export function changeNotebook(
  before: OpenNotebook,
  { change }: Pick<DidChangeNotebookDocumentParams, 'change'>,
): OpenNotebook {
  const { structure, data = [], textContent = [] } = change.cells ?? {};
  const cells = [...before.cells];
  const texts = new Map(before.texts);
  if (structure) applyStructure(structure, cells, texts);
  for (const changed of data) {
    const index = cells.findIndex(({ document }) => document === changed.document);
    if (index >= 0) cells[index] = changed;
  }
  for (const { document, changes } of textContent) {
    const text = texts.get(document.uri);
    if (text) texts.set(document.uri, TextDocument.update(text, changes, document.version));
  }
  return { uri: before.uri, cells, texts };
}

type CellsChange = NonNullable<NotebookDocumentChangeEvent['cells']>;

function applyStructure(
  { array, didOpen = [], didClose = [] }: NonNullable<CellsChange['structure']>,
  cells: NotebookCell[],
  texts: Map<string, TextDocument>,
): void {
  cells.splice(array.start, array.deleteCount, ...(array.cells ?? []));
  for (const { uri } of didClose) texts.delete(uri);
  for (const item of didOpen) texts.set(item.uri, opened(item));
}

function opened({ uri, languageId, version, text }: TextDocumentItem): TextDocument {
  return TextDocument.create(uri, languageId, version, text);
}

/** The Python cells as one module; a segment's `cell` counts all cells that the client synchronises, from 0. */
export function notebookModule({ cells, texts }: OpenNotebook, file: string): ModuleSource {
  const segments: Segment[] = [];
  const joined: string[] = [];
  let start = 0;
  cells.forEach(({ kind, document, executionSummary, metadata }, cell) => {
    const text = texts.get(document);
    if (kind !== NotebookCellKind.Code || text?.languageId !== 'python') return;
    const content = text.getText();
    const executionCount = executionSummary?.executionOrder ?? null;
    const tags = cellTags(metadata);
    segments.push({
      start,
      end: start + content.length,
      cell,
      executionCount,
      ...(tags.length > 0 && { tags }),
      ...(executionSummary?.success === false && { failed: true }),
    });
    start += content.length + 1;
    joined.push(content);
  });
  return { file, kind: 'notebook', text: joined.join('\n'), segments };
}

/** The documents of the cells, in order: Markdown ones included. */
export function cellDocuments({
  cells,
  texts,
}: OpenNotebook): { readonly uri: string; readonly version: number }[] {
  return cells.map(({ document }) => ({ uri: document, version: texts.get(document)?.version ?? 0 }));
}
