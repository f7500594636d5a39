import type { ReadFailure, Result } from './result';

/** What a file is, without reading it. `stamp` changes when the content may have changed. */
export interface FileStat {
  readonly kind: 'file' | 'directory';
  readonly size: number;
  readonly stamp: string;
}

/** The file system as the engine sees it. Paths are absolute with `/` as separator. Reads never throw. */
export interface Files {
  read(path: string): Promise<Result<Uint8Array, ReadFailure>>;
  stat(path: string): Promise<FileStat | undefined>;
  /** Names in a directory, sorted; empty when it is not there. Directories end in `/`. */
  list(path: string): Promise<readonly string[]>;
}

export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Asks long work to stop. */
export interface Cancellation {
  readonly cancelled: boolean;
}

export const NEVER_CANCELLED: Cancellation = { cancelled: false };
