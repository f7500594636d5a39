import { readFileSync } from 'node:fs';
import process from 'node:process';

/** How long this thread's turns are, in milliseconds of its own CPU time: what other threads and processes do does not count. */
export interface Turns {
  /** The longest turn since this was asked last. */
  longest(): Promise<number>;
}

/** Asks at every turn, from now on. Linux alone tells. */
export function watchTurns(): Turns {
  let [before, most] = [cpuOfThread(), 0];
  const ask = (): void => {
    const now = cpuOfThread();
    most = Math.max(most, now - before);
    before = now;
  };
  setInterval(ask, 1).unref();
  return {
    longest: async () => {
      // What ended just now is seen in the turn after it.
      await new Promise(resolve => setTimeout(resolve, 20));
      const longest = most;
      most = 0;
      return longest;
    },
  };
}

/** The first thread's number is that of its process. */
function cpuOfThread(): number {
  const [running = ''] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(running) / 1e6;
}
