import type { Place } from './place';

/** How a criterion stands. `unknown` is never counted as met. */
export type Outcome = 'met' | 'unmet' | 'unknown' | 'waived';

/** What evidence says: an outcome, one sentence why, and where to go. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly location?: Place;
}

export interface CriterionState extends Verdict {
  readonly id: string;
  /** What the criterion asks: a short question or imperative. */
  readonly ask: string;
  /** One line of help. */
  readonly help?: string;
  /** The rule, or the document below `docs/`, that explains it. */
  readonly rule?: string;
  readonly doc?: string;
  /** The evidence in words, as in `metric recall` or `file docs/scope.md`. */
  readonly evidence: string;
  /** Command lines that answer it once somebody runs them. */
  readonly commands?: readonly string[];
  /** The part of the metric report that says more: `metric/recall`, or a section. */
  readonly report?: string;
  /** Answered by a person's tick, not by a machine. */
  readonly manual: boolean;
  /** Somebody's tick as it stands in the manifest, whether it decides or not. */
  readonly tick?: Tick;
  /** The files that the tick rested on and that have changed since, relative to the manifest: it counts no longer. */
  readonly stale?: readonly string[];
}

export interface Tick {
  /** A day: `2026-10-02`. */
  readonly on: string;
  /** Names, joined by commas; empty where none is given. */
  readonly by: string;
  readonly note?: string;
}

export type StageStatus = 'not-started' | 'in-progress' | 'ready' | 'done' | 'reopened';

/** Criteria met or waived, out of all. */
export interface Progress {
  readonly met: number;
  readonly total: number;
}

/** A stage, or a group of criteria beside the stages, as it stands. */
export interface StageState {
  readonly id: string;
  readonly title: string;
  readonly status: StageStatus;
  readonly overdue: boolean;
  readonly progress: Progress;
  readonly criteria: readonly CriterionState[];
  /** Why it was reopened, and the stage that this sends work back to. */
  readonly note?: string;
}
