import type { Evidence } from '../manifest/evidence';

/** The stages that a project goes through, and what each of them asks. */
export interface Lifecycle {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly stages: readonly Stage[];
  /** Criteria beside the stages, of the same form. */
  readonly groups: readonly Stage[];
  /** What commonly goes wrong: criteria that are shown as warnings while they are not met, and counted nowhere. */
  readonly pitfalls: readonly Criterion[];
  /** Sayings of the trade, shown as they are: nothing is measured by them. */
  readonly rulesOfThumb: readonly string[];
  /** Which stage a rule's word (`features`, `training` …) means here. */
  readonly ruleStages: Readonly<Partial<Record<RuleWord, string>>>;
}

export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly criteria: readonly Criterion[];
  /** Where work goes back to when the stage is reopened, unless the criterion that failed says so itself. */
  readonly returnsTo?: string;
}

export interface Criterion {
  readonly id: string;
  /** A short question or imperative. */
  readonly ask: string;
  /** One line. */
  readonly help?: string;
  /** The rule that explains it. */
  readonly rule?: string;
  /** The document that explains it, below `docs/`. */
  readonly doc?: string;
  readonly evidence: Evidence;
  readonly returnsTo?: string;
}

/** The words by which rules name a stage. */
export const RULE_WORDS = [
  'data',
  'features',
  'model-selection',
  'training',
  'evaluation',
  'deployment',
  'project',
] as const;
export type RuleWord = (typeof RULE_WORDS)[number];
