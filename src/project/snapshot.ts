import type { Finding } from '../base/finding';
import type { Position } from '../base/place';
import type { ProjectState } from '../base/project';

/** What one pass over a workspace found: immutable, plain, and all that hosts draw. */
export interface CheckResult {
  /** By file, then by place. */
  readonly findings: readonly Finding[];
  /** Absolute paths of the files that were analysed. */
  readonly files: readonly string[];
  /** Files that were not analysed, and those of which some lines could not be: nothing is left out silently. */
  readonly skipped: readonly Skipped[];
  readonly stats: CheckStats;
}

export interface CheckStats {
  /** Wall time. */
  readonly ms: number;
  /** Size of the files that were analysed. */
  readonly bytes: number;
  /** Number of files whose analysis stopped at its budget. */
  readonly cutShort: number;
}

export interface Skipped {
  readonly file: string;
  readonly reason: string;
  /** Where in the file, when one place of it is what this is about. */
  readonly at?: Position;
}

export interface StatusResult {
  readonly projects: readonly ProjectState[];
  /** Manifests that could not be read. */
  readonly skipped: readonly Skipped[];
}
