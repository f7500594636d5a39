import type { CommandOutcome } from '../base/command';

/** How commands ended, by manifest and command line. The host keeps it beyond this session. */
export interface CommandLog {
  record(manifest: string, line: string, outcome: CommandOutcome): void;
  /** The same map as long as nothing was recorded. */
  of(manifest: string): ReadonlyMap<string, CommandOutcome>;
}

const NONE: ReadonlyMap<string, CommandOutcome> = new Map();

export function createCommandLog(): CommandLog {
  const outcomes = new Map<string, ReadonlyMap<string, CommandOutcome>>();
  return {
    record: (manifest, line, outcome) => {
      outcomes.set(manifest, new Map([...(outcomes.get(manifest) ?? NONE), [line, outcome]]));
    },
    of: manifest => outcomes.get(manifest) ?? NONE,
  };
}
