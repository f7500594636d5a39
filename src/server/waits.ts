import type { Connection } from 'vscode-languageserver';
import type { Wait, Waits } from '../project/ports';
import { progressBar, shownLate } from './progress-bar';

/** What takes longer is shown. Milliseconds. */
const WORTH_SHOWING_MS = 1000;
/** How often the count is told, in milliseconds. */
const TELL_MS = 100;

/** What the engine makes the user wait for, in the editor's window, with a button to stop it. */
export function createWaits(connection: Connection): Waits {
  return {
    begin: (title): Wait => {
      const cancellation = { cancelled: false };
      const stop = (): void => {
        cancellation.cancelled = true;
      };
      const bar = shownLate(progressBar(connection, title, undefined, stop), WORTH_SHOWING_MS);
      let told = 0;
      return {
        cancellation,
        count: done => {
          const now = Date.now();
          if (now - told < TELL_MS) return;
          told = now;
          bar.report(`${done.toLocaleString('en-US')} read`);
        },
        end: bar.end,
      };
    },
  };
}
