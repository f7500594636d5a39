import type { Clock, Files, Log } from '../base/ports';

/** What a host gives the engine. */
export interface WorkspacePorts {
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** Lets work that waits, such as a keystroke, go first. */
  readonly pause: () => Promise<void>;
}

/** A file or folder that was made, written or removed. */
export interface Change {
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}
