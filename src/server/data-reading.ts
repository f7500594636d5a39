import type { Connection } from 'vscode-languageserver';
import type { DataTask } from '../project/ports';
import type { Workspace } from '../project/workspace';
import { progressBar } from './progress-bar';
import type { Cancel, Rounds } from './rounds';
import { inRounds } from './rounds';

/** Less than this is read before anybody looks. Bytes. */
const WORTH_SHOWING = 8_000_000;

/**
 * Reads data files beside everything else, and shows how far it is.
 *
 * @param onRead something was read: projects may stand differently
 */
export function createDataReading(connection: Connection, workspace: Workspace, onRead: () => void): Rounds {
  return inRounds(showing(connection, 'Reading data files', workspace.readData), {
    onNews: onRead,
    onError: error => connection.console.error(String(error)),
  });
}

/**
 * Compares the predictions of runs that somebody looks at.
 *
 * @param onRead the comparisons of these projects, by their manifests, may be others
 */
export function createPairReading(
  connection: Connection,
  workspace: Workspace,
  onRead: (projects: readonly string[]) => void,
): Rounds {
  const news = new Set<string>();
  const round = showing(connection, 'Reading predictions', async task => {
    for (const project of await workspace.readPairs(task)) news.add(project);
    return news.size > 0;
  });
  const onNews = (): void => {
    onRead([...news]);
    news.clear();
  };
  return inRounds(round, { onNews, onError: error => connection.console.error(String(error)) });
}

/** A round that shows how far it is. */
function showing(connection: Connection, title: string, read: (task: DataTask) => Promise<boolean>) {
  return async ({ cancellation, stop }: Cancel): Promise<boolean> => {
    const bar = shownFromSize(connection, title, stop);
    try {
      return await read({ cancellation, onProgress: bar.show });
    } finally {
      bar.end();
    }
  };
}

/** From the moment at which there is much to read. */
function shownFromSize(connection: Connection, title: string, stop: () => void) {
  const bar = progressBar(connection, title, 0, stop);
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
