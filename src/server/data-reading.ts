import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../project/workspace';
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
      const bar = progressBar(connection, stop);
      try {
        return await workspace.readData({ cancellation, onProgress: bar.show });
      } finally {
        bar.end();
      }
    },
    { onNews: onRead, onError: error => connection.console.error(String(error)) },
  );
}

/** Progress in the editor's window, from the moment at which there is much to read. */
function progressBar(connection: Connection, stop: () => void) {
  let percent = -1;
  let bar: Awaited<ReturnType<Connection['window']['createWorkDoneProgress']>> | undefined;
  let ended = false;
  const open = async (): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    if (ended) return;
    bar = created;
    bar.begin('Reading data files', 0, '', true);
    bar.token.onCancellationRequested(stop);
  };
  return {
    show: (done: number, of: number): void => {
      if (of < WORTH_SHOWING) return;
      if (percent < 0) open().catch(() => undefined);
      const now = Math.floor((100 * done) / of);
      if (now > percent) bar?.report((percent = now));
      percent = Math.max(percent, 0);
    },
    end: (): void => {
      ended = true;
      bar?.done();
    },
  };
}
