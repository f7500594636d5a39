import type { Clock } from '../base/ports';
import { DAY } from '../base/time';

/** A machine that sleeps does not count: it is looked at the clock at least so often. Milliseconds. */
const LONGEST_MS = 60 * 60 * 1000;

/**
 * Tells when a day begins, as evidence counts them (UTC): stages become overdue, and what was young enough is so no longer, with
 * nobody touching a file. It keeps no process alive.
 */
export function onNewDay(clock: Clock, tell: () => void): { dispose(): void } {
  let day = Math.floor(clock.now() / DAY);
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    const left = (day + 1) * DAY - clock.now();
    timer = setTimeout(look, Math.min(Math.max(left, 0), LONGEST_MS)).unref();
  };
  const look = (): void => {
    const today = Math.floor(clock.now() / DAY);
    if (today !== day) tell();
    day = today;
    wait();
  };
  wait();
  return { dispose: () => clearTimeout(timer) };
}
