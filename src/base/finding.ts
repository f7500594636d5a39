import type { Place } from './place';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Most severe first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Is `severity` as severe as `limit`, or more? */
export function atLeast(severity: Severity, limit: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}

/** One step on the path from a source to a score that makes a finding true. */
export interface Step {
  readonly place: Place;
  readonly note: string;
}

export interface Edit {
  readonly place: Place;
  readonly newText: string;
}

/** `safe`: preserves behaviour but for the defect and introduces no name. Only safe fixes are applied unasked. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** What a rule reports: one root cause, one finding. */
export interface Finding {
  /** The rule's id, as in `fit-before-split`. */
  readonly rule: string;
  /** The rule's code, as in `A5`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly path: readonly Step[];
  readonly fix?: Fix;
}
