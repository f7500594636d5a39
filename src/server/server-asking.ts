import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../project/workspace';
import { progressBar } from './progress-bar';
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
      const bar = shownLate(connection, stop);
      try {
        return await workspace.askServers({ cancellation, onProgress: bar.show });
      } finally {
        bar.end();
      }
    },
    { onNews, onError: error => connection.console.error(String(error)) },
  );
}

/** From the moment at which there is something to wait for. */
function shownLate(connection: Connection, stop: () => void) {
  const bar = progressBar(connection, 'Asking tracking servers', undefined, stop);
  const timer = setTimeout(bar.open, WORTH_SHOWING_MS);
  return {
    show: (server: string, runs: number): void => {
      bar.report(`${new URL(server).host}: ${runs.toLocaleString('en-US')} runs`);
    },
    end: (): void => {
      clearTimeout(timer);
      bar.end();
    },
  };
}
