import type { Clock } from '../base/ports';
import type { WorkspacePorts } from './ports';

/** Lets others go first where work has gone on for a while; to be awaited wherever it may be left for a moment. */
export type Pace = () => Promise<void>;

/** So long may work go on, in milliseconds: a fraction of what one notices. */
const AT_A_TIME = 12;

export function createPace(clock: Clock, pause: WorkspacePorts['pause']): Pace {
  let since = clock.now();
  /** Of work that goes on side by side all waits for the same pause: else each would go on for as long in one turn. */
  let pausing: Promise<void> | undefined;
  const once = async (): Promise<void> => {
    await pause();
    since = clock.now();
    pausing = undefined;
  };
  return async () => {
    if (!pausing && clock.now() - since < AT_A_TIME) return;
    await (pausing ??= once());
  };
}

/** Goes through work that may be left for a moment wherever it yields. */
export async function paced<T>(work: Generator<unknown, T, undefined>, pace: Pace): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await pace();
  }
}
