import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../project/workspace';

/** Asks tracking servers beside everything else, one round at a time, and shows when that takes a while. */
export interface ServerAsking {
  /** Projects stand as they do: is there something to ask for them? */
  begin(): void;
  dispose(): void;
}

/** A round that takes longer is shown. Milliseconds. */
const WORTH_SHOWING_MS = 3000;

/** @param onNews a server answered something: projects may stand differently */
export function createServerAsking(
  connection: Connection,
  workspace: Workspace,
  onNews: () => void,
): ServerAsking {
  const cancellation = { cancelled: false };
  let running: Promise<void> | undefined;
  let disposed = false;
  const ask = async (): Promise<void> => {
    const bar = lateBar(connection, () => (cancellation.cancelled = true));
    try {
      const isNews = await workspace.askServers({ cancellation, onProgress: bar.show });
      if (isNews && !disposed) onNews();
    } finally {
      bar.end();
      cancellation.cancelled = disposed;
      running = undefined;
    }
  };
  return {
    begin: () => {
      running ??= ask().catch((error: unknown) => {
        connection.console.error(String(error));
      });
    },
    dispose: () => {
      disposed = true;
      cancellation.cancelled = true;
    },
  };
}

/** Progress in the editor's window, which comes only where there is something to wait for. */
function lateBar(connection: Connection, stop: () => void) {
  let bar: Awaited<ReturnType<Connection['window']['createWorkDoneProgress']>> | undefined;
  let ended = false;
  const open = async (): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    if (ended) return;
    bar = created;
    bar.begin('Asking tracking servers', undefined, '', true);
    bar.token.onCancellationRequested(stop);
  };
  const timer = setTimeout(() => void open().catch(() => undefined), WORTH_SHOWING_MS);
  return {
    show: (server: string, runs: number): void => {
      bar?.report(`${new URL(server).host}: ${runs.toLocaleString('en-US')} runs`);
    },
    end: (): void => {
      ended = true;
      clearTimeout(timer);
      bar?.done();
    },
  };
}
