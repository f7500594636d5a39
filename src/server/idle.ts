/** Who has not typed for so long does most likely something else. Milliseconds. */
const IDLE_MS = 30_000;

/** Tells of files into which nobody has typed for a while. It keeps no process alive. */
export function whenIdle(tell: (file: string) => void): IdleFiles {
  const timers = new Map<string, NodeJS.Timeout>();
  const forget = (file: string): void => {
    clearTimeout(timers.get(file));
    timers.delete(file);
  };
  return {
    typed: file => {
      forget(file);
      const rest = (): void => {
        timers.delete(file);
        tell(file);
      };
      timers.set(file, setTimeout(rest, IDLE_MS).unref());
    },
    forget,
  };
}

export interface IdleFiles {
  typed(file: string): void;
  forget(file: string): void;
}
