/** Work that follows changes once they pause. */
export interface Quiet {
  /** Something changed. */
  note(): void;
  dispose(): void;
}

/** Long enough for a run to write its files, short enough to feel immediate. */
const QUIET_MS = 150;
/** A run that writes on and on is still shown. */
const LATEST_MS = 2000;

/** Does the work when nothing has changed for a moment, or some time after the first change where changes go on. */
export function onceQuiet(work: () => void): Quiet {
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  const due = (): void => {
    timer = undefined;
    work();
  };
  return {
    note: () => {
      if (timer === undefined) since = Date.now();
      clearTimeout(timer);
      timer = setTimeout(due, Math.max(0, Math.min(QUIET_MS, since + LATEST_MS - Date.now())));
    },
    dispose: () => clearTimeout(timer),
  };
}
