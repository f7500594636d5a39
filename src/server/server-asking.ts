import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../project/workspace';
import { progressBar, shownLate } from './progress-bar';
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
      const own = progressBar(connection, 'Asking tracking servers', undefined, stop);
      const bar = shownLate(own, WORTH_SHOWING_MS);
      const onProgress = (server: string, runs: number): void =>
        bar.report(`${new URL(server).host}: ${runs.toLocaleString('en-US')} runs`);
      try {
        return await workspace.askServers({ cancellation, onProgress });
      } finally {
        bar.end();
      }
    },
    { onNews, onError: error => connection.console.error(String(error)) },
  );
}
