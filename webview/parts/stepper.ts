/** So long may one step take before the window is drawn again, in milliseconds. */
const STEP = 12;

/** Work that is done in small steps, between which the page is drawn and the reader is heard. */
export interface Stepper {
  /** Does what there is time for now, and goes on by itself; what was begun before is given up. */
  begin(work: Iterator<unknown, unknown>): void;
  /** Does something as soon as it can be done, at the latest when all work is; only what was asked for last is done. */
  when(isReady: () => boolean, then: () => void): void;
}

interface Awaited {
  readonly isReady: () => boolean;
  readonly then: () => void;
}

/** @param wrap does each step */
export function stepper(wrap: (step: () => void) => void): Stepper {
  let work: Iterator<unknown, unknown> | undefined;
  let awaited: Awaited | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    if (!awaited || (work && !awaited.isReady())) return;
    const { then } = awaited;
    awaited = undefined;
    then();
  };
  const step = (): void => {
    wrap(() => {
      if (work && workUntil(work, performance.now() + STEP)) work = undefined;
    });
    settle();
    if (work) timer = setTimeout(step);
  };
  return {
    begin: next => {
      clearTimeout(timer);
      work = next;
      step();
    },
    when: (isReady, then) => {
      awaited = { isReady, then };
      settle();
    },
  };
}

/** Is it done? */
function workUntil(work: Iterator<unknown, unknown>, end: number): boolean {
  do if (work.next().done) return true;
  while (performance.now() < end);
  return false;
}
