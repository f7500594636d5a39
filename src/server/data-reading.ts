import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../project/workspace';
import { progressBar } from './progress-bar';
import type { Rounds } from './rounds';
import { inRounds } from './rounds';

/** Less than this is read before anybody looks. Bytes. */
const WORTH_SHOWING = 8_000_000;

/**
 * Reads data files beside everything else, and shows how far it is.
 *
 * @param onRead something was read: projects may stand differently
 */
export function createDataReading(connection: Connection, workspace: Workspace, onRead: () => void): Rounds {
  return inRounds(
    async ({ cancellation, stop }) => {
      const bar = shownFromSize(connection, stop);
      try {
        return await workspace.readData({ cancellation, onProgress: bar.show });
      } finally {
        bar.end();
      }
    },
    { onNews: onRead, onError: error => connection.console.error(String(error)) },
  );
}

/** From the moment at which there is much to read. */
function shownFromSize(connection: Connection, stop: () => void) {
  const bar = progressBar(connection, 'Reading data files', 0, stop);
  let percent = -1;
  return {
    show: (done: number, of: number): void => {
      if (of < WORTH_SHOWING) return;
      if (percent < 0) bar.open();
      const now = Math.floor((100 * done) / of);
      if (now > percent) bar.report((percent = now));
    },
    end: bar.end,
  };
}
