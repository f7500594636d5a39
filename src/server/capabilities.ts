import type { ClientCapabilities, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { normalise } from '../project/paths';
import { ACTION_KINDS, pathOf } from './convert';
import { COMPLETION_TRIGGERS } from './convert-language';

export const SERVER_CAPABILITIES: ServerCapabilities = {
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  notebookDocumentSync: {
    // All cells, Markdown too: then a cell's number is the same here, on disk and in what we say of it.
    notebookSelector: [{ notebook: 'jupyter-notebook' }],
    save: true,
  },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentSymbolProvider: true,
  documentLinkProvider: {},
  codeLensProvider: {},
  renameProvider: { prepareProvider: true },
  completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
  codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** What the client said of itself, as far as we ask. */
export interface Client {
  readonly roots: readonly string[];
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** It tells when folders join or leave. */
  readonly workspaceFolders: boolean;
  /** Links in Markdown may run our commands. */
  readonly commandLinks: boolean;
  /** It asks for code lenses again when it is told to. */
  readonly lensRefresh: boolean;
  /** The user trusts the workspace. Whoever does not say so is not taken to. */
  readonly trusted: boolean;
}

export function readClient(params: InitializeParams): Client {
  const { workspace }: ClientCapabilities = params.capabilities;
  const options: unknown = params.initializationOptions;
  return {
    roots: rootsOf(params),
    configuration: workspace?.configuration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    lensRefresh: workspace?.codeLens?.refreshSupport === true,
    commandLinks: isOn(options, 'commandLinks'),
    trusted: isOn(options, 'trusted'),
  };
}

function isOn(options: unknown, name: string): boolean {
  return (
    typeof options === 'object' && options !== null && new Map(Object.entries(options)).get(name) === true
  );
}

/** Folders, or the single root of clients that know no more. */
function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  return uris.filter(uri => uri.startsWith('file:')).map(uri => normalise(pathOf(uri)));
}
