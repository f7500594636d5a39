import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../project/workspace';
import type { Rounds } from './rounds';
import { inRounds } from './rounds';

/** A round that takes longer is shown. Milliseconds. */
const WORTH_SHOWING_MS = 3000;

/**
 * Asks tracking servers beside everything else, and shows when that takes a while.
 *
 * @param onNews a server answered something: projects may stand differently
 */
export function createServerAsking(connection: Connection, workspace: Workspace, onNews: () => void): Rounds {
  return inRounds(
    async ({ cancellation, stop }) => {
      const bar = lateBar(connection, stop);
      try {
        return await workspace.askServers({ cancellation, onProgress: bar.show });
      } finally {
        bar.end();
      }
    },
    { onNews, onError: error => connection.console.error(String(error)) },
  );
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
