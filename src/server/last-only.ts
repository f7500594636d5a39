/** Work that is asked for more often than it can be done: only what was asked for last is done. */
export interface LastOnly {
  /** Takes the place of what was asked for under this key before and is not done yet. */
  ask(key: string, work: () => void): void;
  /** Does at once what is left under this key: somebody needs what comes of it. */
  settle(key: string): void;
  /** Leaves undone what is left under this key. */
  drop(key: string): void;
}

interface Asked {
  work: () => void;
  /** Since the last turn of the event loop. */
  fresh: boolean;
}

/**
 * Waits for a whole turn of the event loop in which nothing was asked for: messages that arrived together are taken one a
 * turn, so that by then all of them were.
 */
export function createLastOnly(onError: (error: unknown) => void): LastOnly {
  const left = new Map<string, Asked>();
  const settle = (key: string): void => {
    const asked = left.get(key);
    left.delete(key);
    try {
      asked?.work();
    } catch (error) {
      onError(error);
    }
  };
  const wait = (key: string, asked: Asked): void => {
    setImmediate(() => {
      if (left.get(key) !== asked) return;
      if (asked.fresh) {
        asked.fresh = false;
        wait(key, asked);
      } else settle(key);
    });
  };
  return {
    ask: (key, work) => {
      const asked = left.get(key);
      if (asked) {
        Object.assign(asked, { work, fresh: true });
        return;
      }
      const made = { work, fresh: true };
      left.set(key, made);
      wait(key, made);
    },
    settle,
    drop: key => {
      left.delete(key);
    },
  };
}
