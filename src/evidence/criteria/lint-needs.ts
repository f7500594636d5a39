import type { RuleGroup } from '../../base/groups';
import type { Sights } from '../../base/sights';

/** Something that must have been seen before silence means anything; one of `any` is enough. */
export interface Need {
  readonly any: readonly (keyof Sights)[];
  readonly words: string;
}

const FIT: Need = { any: ['fits', 'crossValidations', 'selections'], words: 'fit' };
const SCORE: Need = { any: ['scores', 'crossValidations', 'selections'], words: 'score' };
const SPLIT: Need = { any: ['splits', 'crossValidations'], words: 'split' };
const SPLIT_OR_SCORE: Need = {
  any: ['splits', 'crossValidations', 'selections', 'scores'],
  words: 'split or score',
};
const LOAD: Need = { any: ['loads', 'splits', 'fits'], words: 'loading of data' };

const REPEATABLE: Need = { any: ['repeatableSplits'], words: 'split that comes out the same in each run' };

/** What each group of rules is about. */
export const LINT_NEEDS: Readonly<Record<RuleGroup, readonly Need[]>> = {
  leakage: [FIT, SPLIT_OR_SCORE],
  'test-misuse': [FIT, SCORE],
  evaluation: [SCORE],
  splits: [SPLIT],
  training: [FIT],
  reproducibility: [REPEATABLE],
  notebook: [],
  'data-handling': [LOAD],
  deployment: [FIT],
  lifecycle: [FIT, SCORE],
};

/** Rules that are about something else than the rest of their group. */
export const RULE_NEEDS: Readonly<Record<string, readonly Need[]>> = {
  'model-saved-without-preprocessing': [{ any: ['saves'], words: 'model that is kept' }],
  'refit-at-inference': [{ any: ['servings'], words: 'prediction of a model that was loaded' }],
  'no-baseline': [{ any: ['baselines'], words: 'score of a simple model' }],
  'experiment-not-tracked': [{ any: ['tracked'], words: 'score that is kept' }],
  'deep-model-on-small-table': [{ any: ['shallowFits'], words: 'fit of another model than a network' }],
};

/**
 * Rules that report that something is missing, and what shows that it is there after all: a finding says nothing where
 * another file has it.
 */
export const MISSED: Readonly<Record<string, keyof Sights>> = {
  'no-baseline': 'baselines',
  'experiment-not-tracked': 'tracked',
  'deep-model-on-small-table': 'shallowFits',
};
