import type { Severity } from '../base/finding';
import type { RuleGroup } from '../base/groups';
import type { Span } from '../base/place';
import type { Program } from '../python/flow/program';
import type { Site } from '../python/flow/site';

/**
 * What a rule is. A rule asks the analysed program for facts (it is not a visitor) and says in small steps which matches
 * there are (`find`), which of them are no defect after all (`guards`), which say the same (`merge`), how to word one
 * (`word`), and how to mend it (`fix`).
 *
 * `<id>.md` beside the rule is its documentation and its test.
 */
export interface Rule<Match = unknown> extends RuleHead {
  /** Everything that may be a defect, at the finest grain. */
  find(program: Program): Iterable<Match>;
  /** What the rule must leave alone, each by a name that says why: a match for which one of them holds is dropped. */
  readonly guards?: Guards<Match>;
  /** One match per root cause, where `find` gives more. */
  merge?(matches: readonly Match[], program: Program): Iterable<Match>;
  word(match: Match, program: Program): Wording;
  fix?(match: Match, program: Program): SpanFix | undefined;
}

export type Guards<Match> = Readonly<Record<string, (match: Match, program: Program) => boolean>>;

export interface RuleHead {
  /** Reads as "allow <id>": `fit-before-split`. */
  readonly id: string;
  /** Letter of the group and a number, as in RULES: `A5`. */
  readonly code: string;
  readonly group: RuleGroup;
  /** The lifecycle's word for where it belongs; each lifecycle maps it to a stage of its own. */
  readonly stage: RuleStage;
  /** The severity unless a match says otherwise. */
  readonly severity: Severity;
  readonly tier: 'certain' | 'probable' | 'hint';
  /** The version of Holdout that brought it. */
  readonly since: string;
  /** Rules whose finding says less of the same number: it is left out where this rule reports that number. */
  readonly outranks?: readonly string[];
}

export type RuleStage =
  'data' | 'features' | 'model-selection' | 'training' | 'evaluation' | 'deployment' | 'project';

/** Says what is wrong, which rows reached which call, which number cannot be believed, and what to do. */
export interface Wording {
  /** Where the diagnostic stands. */
  readonly span: Span;
  readonly message: string;
  /** Source → statistic → split → score. */
  readonly path: readonly SpanStep[];
  readonly severity?: Severity;
  /** The numbers that cannot be believed: where each is computed. */
  readonly scores?: readonly Site[];
}

export interface SpanStep {
  readonly span: Span;
  readonly note: string;
}

export interface SpanFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

/** The matches of a rule that are defects, one per root cause. */
export function matchesOf<Match>(rule: Rule<Match>, program: Program): readonly Match[] {
  const guards = Object.values(rule.guards ?? {});
  const left = [...rule.find(program)].filter(match => !guards.some(guard => guard(match, program)));
  return rule.merge ? [...rule.merge(left, program)] : left;
}

/** Erases the match type, so that rules of different matches stand in one table. */
export function defineRule<Match>(rule: Rule<Match>): Rule {
  return rule as Rule;
}
