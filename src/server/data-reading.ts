import type { Connection } from 'vscode-languageserver';
import type { Workspace } from '../project/workspace';

/** Reads data files beside everything else, one round at a time, and shows how far it is. */
export interface DataReading {
  /** Projects stand as they do: is there something to read for them? */
  begin(): void;
  dispose(): void;
}

/** Less than this is read before anybody looks. Bytes. */
const WORTH_SHOWING = 8_000_000;

/** @param onRead something was read: projects may stand differently */
export function createDataReading(
  connection: Connection,
  workspace: Workspace,
  onRead: () => void,
): DataReading {
  const cancellation = { cancelled: false };
  let running: Promise<void> | undefined;
  let disposed = false;
  const read = async (): Promise<void> => {
    const bar = progressBar(connection, () => (cancellation.cancelled = true));
    try {
      const isNews = await workspace.readData({ cancellation, onProgress: bar.show });
      if (isNews && !disposed) onRead();
    } finally {
      bar.end();
      cancellation.cancelled = disposed;
      running = undefined;
    }
  };
  return {
    begin: () => {
      running ??= read().catch((error: unknown) => {
        connection.console.error(String(error));
      });
    },
    dispose: () => {
      disposed = true;
      cancellation.cancelled = true;
    },
  };
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
