import type { Files } from '../base/ports';
import { START_OF_FILE } from '../base/place';
import { HISTORY_PATH } from '../history/entry';
import type { History } from '../history/read';
import { NO_HISTORY, readHistory } from '../history/read';
import { readText } from './text';

/** Where the log of a project lies. */
export function historyFile(root: string): string {
  return `${root === '/' ? '' : root}/${HISTORY_PATH}`;
}

/** The code of the problem that a log is there and cannot be read. */
export const HISTORY_NOT_READ = 'history-not-read';

/** The log of a project. One that cannot be read is empty, says why, and has lost what it held. */
export async function readProjectHistory(files: Files, root: string): Promise<History> {
  const file = historyFile(root);
  const read = await readText(files, file);
  if (read.ok) return readHistory(file, read.value.text);
  if (read.failure.kind === 'missing') return NO_HISTORY;
  const message = `The history cannot be read: ${read.failure.message}. What was decided before is not known here.`;
  const place = { file, range: START_OF_FILE };
  return {
    entries: [],
    problems: [{ code: HISTORY_NOT_READ, severity: 'warning', message, place }],
    lost: 1,
  };
}
