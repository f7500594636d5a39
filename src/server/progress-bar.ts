import type { Connection } from 'vscode-languageserver';

/** Progress in the editor's window. */
export interface ProgressBar {
  /** Asks the editor to show it. */
  open(): void;
  /** Nothing is shown before it is open. A number is a share in percent. */
  report(progress: number | string): void;
  end(): void;
}

/**
 * One that is shown from the moment at which there is something to wait for.
 *
 * @param after milliseconds; what takes no longer is not shown
 */
export function shownLate(bar: ProgressBar, after: number): Pick<ProgressBar, 'report' | 'end'> {
  const timer = setTimeout(bar.open, after);
  return {
    report: bar.report,
    end: () => {
      clearTimeout(timer);
      bar.end();
    },
  };
}

/** @param stop the user wants no more of it */
export function progressBar(
  connection: Connection,
  title: string,
  percent: number | undefined,
  stop: () => void,
): ProgressBar {
  let bar: Awaited<ReturnType<Connection['window']['createWorkDoneProgress']>> | undefined;
  let ended = false;
  const open = async (): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    if (ended) return;
    bar = created;
    bar.begin(title, percent, '', true);
    bar.token.onCancellationRequested(stop);
  };
  return {
    open: () => void open().catch(() => undefined),
    report: progress => {
      if (typeof progress === 'number') bar?.report(progress);
      else bar?.report(progress);
    },
    end: () => {
      ended = true;
      bar?.done();
    },
  };
}
