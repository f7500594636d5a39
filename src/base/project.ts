import type { Ledger } from './ledger';
import type { CriterionState, StageState } from './outcome';
import type { Problem } from './result';

/** A project as it stands: what the tracker draws and `holdout status` prints. */
export interface ProjectState {
  readonly name: string;
  /** Absolute path of the manifest. */
  readonly file: string;
  readonly lifecycle: string;
  readonly progress: { readonly met: number; readonly total: number };
  readonly problems: readonly Problem[];
  readonly stages: readonly StageState[];
  /** Groups of criteria beside the stages. */
  readonly groups: readonly StageState[];
  /** What commonly goes wrong in this lifecycle: a warning where unmet; counted in no progress. */
  readonly pitfalls: readonly CriterionState[];
  /** Sayings that the lifecycle shows as they are. */
  readonly rulesOfThumb: readonly string[];
  /** How the work is shared out, where the manifest says. */
  readonly effort: readonly EffortShare[];
  readonly next?: NextStep;
  /** Tracking servers that the manifest names. */
  readonly servers?: readonly NamedServer[];
  /** Paths and globs, relative to the manifest, of files that the answers rest on by name. */
  readonly watched: readonly string[];
  /** How often the test set has been looked at. */
  readonly ledger?: Ledger;
}

export interface NamedServer {
  readonly address: string;
  /** It is not asked as long as the user has not agreed to that. */
  readonly notAllowed: boolean;
  /** Its answers are of that time, as asking it anew was cancelled: milliseconds since 1970-01-01 UTC. */
  readonly keptSince?: number;
}

/** What one kind of work takes of the whole. */
export interface EffortShare {
  readonly kind: string;
  /** As the manifest has it: `30d`. */
  readonly text: string;
  /** A fraction. */
  readonly share: number;
  /** Far from what is usual. */
  readonly lopsided: boolean;
}

/** What a person does next: a criterion to meet or, without one, a stage to sign off. */
export interface NextStep {
  readonly stage: string;
  readonly criterion?: string;
}
