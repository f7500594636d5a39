import type { Ledger } from './ledger';
import type { StageState } from './outcome';
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
  readonly next?: NextStep;
  /** How often the test set has been looked at. */
  readonly ledger?: Ledger;
}

/** What a person does next: a criterion to meet or, without one, a stage to sign off. */
export interface NextStep {
  readonly stage: string;
  readonly criterion?: string;
}
