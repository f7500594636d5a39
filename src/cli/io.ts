import type { Style } from './formats/style';

/** What a command sees of the process it runs in. */
export interface Io {
  /** Absolute, with `/` as separator. */
  readonly cwd: string;
  readonly style: Style;
  out(text: string): void;
  err(text: string): void;
}

/** Clean; findings at or above `--fail-on`; wrong usage or a path that cannot be read. */
export type ExitCode = 0 | 1 | 2;
