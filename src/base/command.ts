/** How a command of a manifest ended when somebody last ran it. */
export interface CommandOutcome {
  /** Its exit status; absent where it did not run to its end. */
  readonly status?: number;
  /** Why it did not: a sentence without the command line. */
  readonly failure?: string;
  /** When it ended, in milliseconds since 1970-01-01 UTC. */
  readonly at: number;
}
