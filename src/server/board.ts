import type { Connection, Diagnostic } from 'vscode-languageserver';

/** The diagnostics of one document of the editor. */
export interface Sheet {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the editor shows at present, by file. A notebook has a sheet for each cell while it is open and one for itself
 * while it is closed: whatever a file does not show any more is wiped.
 */
export interface Board {
  show(file: string, sheets: readonly Sheet[]): void;
  wipe(file: string): void;
  /** Files that show something. */
  files(): readonly string[];
}

export function createBoard(connection: Connection): Board {
  const shown = new Map<string, readonly string[]>();
  const send = ({ uri, version, diagnostics }: Sheet): void => {
    // A failure to send means that the editor has gone: there is nobody left to tell.
    void connection.sendDiagnostics({
      uri,
      diagnostics: [...diagnostics],
      ...(version === undefined ? {} : { version }),
    });
  };
  const show = (file: string, sheets: readonly Sheet[]): void => {
    const kept = new Set(sheets.map(({ uri }) => uri));
    for (const uri of shown.get(file) ?? []) if (!kept.has(uri)) send({ uri, diagnostics: [] });
    sheets.forEach(send);
    if (kept.size > 0) shown.set(file, [...kept]);
    else shown.delete(file);
  };
  return {
    show,
    wipe: file => {
      show(file, []);
    },
    files: () => [...shown.keys()],
  };
}
