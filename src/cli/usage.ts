import type { ExitCode, Io } from './io';

/** Says on standard error what was wrong, a line each. */
export function complain(io: Io, messages: readonly string[]): ExitCode {
  for (const message of messages) io.err(`holdout: ${message}\n`);
  return 2;
}
