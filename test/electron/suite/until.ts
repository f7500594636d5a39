import * as vscode from 'vscode';

const PATIENCE = 20_000;

/** Asks again whenever `event` fires, until the answer is neither undefined nor false. */
export async function until<T>(
  what: string,
  event: vscode.Event<unknown>,
  ask: () => T | undefined | false,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      listener.dispose();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`waited in vain for ${what}`));
    }, PATIENCE);
    const again = (): void => {
      const answer = ask();
      if (answer === undefined || answer === false) return;
      end();
      resolve(answer);
    };
    const listener = event(again);
    again();
  });
}

/** Our diagnostics of a document, once they are what is asked for. */
export function diagnostics(
  uri: vscode.Uri,
  what: string,
  fits: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(`${what} in ${uri.path}`, vscode.languages.onDidChangeDiagnostics, () => {
    const found = ours(uri);
    return fits(found) && found;
  });
}

/** What Holdout says of a document now. */
export function ours(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'holdout');
}

/** A rule's id, or a manifest problem's code. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
