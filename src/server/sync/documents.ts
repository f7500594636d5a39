import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ModuleSource } from '../../base/source';
import { scriptSource } from '../../base/source';
import { nameOf } from '../../project/paths';
import { MANIFEST_NAME } from '../../project/walk';
import { pathOf } from '../convert';
import type { OpenNotebook } from './notebook';
import { cellDocuments, changeNotebook, notebookModule, openNotebook } from './notebook';

/** A file that is open in the editor, with its unsaved text. */
export interface OpenFile {
  /** Of the document, or of the notebook. */
  readonly uri: string;
  /** The engine's name for it. */
  readonly file: string;
  readonly content: Content;
  /** The documents that show its findings: itself, or the cells of a notebook in order. */
  readonly parts: readonly { readonly uri: string; readonly version: number }[];
}

export type Content =
  | { readonly kind: 'module'; readonly source: ModuleSource }
  /** A manifest, perhaps a lifecycle, or somebody else's. */
  | { readonly kind: 'yaml'; readonly text: string }
  /** Markdown, perhaps a model card. */
  | { readonly kind: 'markdown'; readonly text: string };

/** Everything that is open. */
export interface Documents {
  /** By the address of a document, a notebook or a cell. */
  byUri(uri: string): OpenFile | undefined;
  byFile(file: string): OpenFile | undefined;
  all(): readonly OpenFile[];
}

export interface DocumentEvents {
  readonly onChange: (open: OpenFile) => void;
  readonly onSave: (file: string) => void;
  readonly onClose: (closed: OpenFile) => void;
}

/** Follows the connection's notifications of documents and notebooks. */
export function followDocuments(connection: Connection, events: DocumentEvents): Documents {
  const texts = new Map<string, TextDocument>();
  const notebooks = new Map<string, OpenNotebook>();
  const open = new Map<string, OpenFile>();
  const show = (file: OpenFile): void => {
    open.set(file.uri, file);
    events.onChange(file);
  };
  const close = (uri: string): void => {
    const closed = open.get(uri);
    texts.delete(uri);
    notebooks.delete(uri);
    open.delete(uri);
    if (closed) events.onClose(closed);
  };
  followTexts(connection, texts, { show, close, onSave: events.onSave });
  followNotebooks(connection, notebooks, { show, close, onSave: events.onSave });
  return {
    byUri: uri =>
      open.get(uri) ?? [...open.values()].find(({ parts }) => parts.some(part => part.uri === uri)),
    byFile: file => [...open.values()].find(one => one.file === file),
    all: () => [...open.values()],
  };
}

interface Shown {
  readonly show: (file: OpenFile) => void;
  readonly close: (uri: string) => void;
  readonly onSave: (file: string) => void;
}

function followTexts(
  connection: Connection,
  texts: Map<string, TextDocument>,
  { show, close, onSave }: Shown,
): void {
  const update = (document: TextDocument): void => {
    texts.set(document.uri, document);
    const file = openText(document);
    if (file) show(file);
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    update(TextDocument.create(uri, languageId, version, text));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const before = texts.get(uri);
    if (before) update(TextDocument.update(before, contentChanges, version));
  });
  connection.onDidSaveTextDocument(({ textDocument }) => {
    onSave(pathOf(textDocument.uri));
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    close(textDocument.uri);
  });
}

function followNotebooks(
  connection: Connection,
  notebooks: Map<string, OpenNotebook>,
  { show, close, onSave }: Shown,
): void {
  const { synchronization } = connection.notebooks;
  const update = (notebook: OpenNotebook): void => {
    notebooks.set(notebook.uri, notebook);
    show(openCells(notebook));
  };
  synchronization.onDidOpenNotebookDocument(params => {
    update(openNotebook(params));
  });
  synchronization.onDidChangeNotebookDocument(params => {
    const before = notebooks.get(params.notebookDocument.uri);
    if (before) update(changeNotebook(before, params));
  });
  synchronization.onDidSaveNotebookDocument(({ notebookDocument }) => {
    onSave(pathOf(notebookDocument.uri));
  });
  synchronization.onDidCloseNotebookDocument(({ notebookDocument }) => {
    close(notebookDocument.uri);
  });
}

/** `undefined` for a document that is none of ours. */
function openText(document: TextDocument): OpenFile | undefined {
  const { uri, version, languageId } = document;
  const file = pathOf(uri);
  const content = contentOf(file, languageId, document.getText());
  return content && { uri, file, content, parts: [{ uri, version }] };
}

function contentOf(file: string, languageId: string, text: string): Content | undefined {
  if (languageId === 'python') return { kind: 'module', source: scriptSource(file, text) };
  if (languageId === 'markdown') return { kind: 'markdown', text };
  return languageId === 'yaml' || nameOf(file) === MANIFEST_NAME ? { kind: 'yaml', text } : undefined;
}

function openCells(notebook: OpenNotebook): OpenFile {
  const file = pathOf(notebook.uri);
  const source = notebookModule(notebook, file);
  return { uri: notebook.uri, file, content: { kind: 'module', source }, parts: cellDocuments(notebook) };
}
