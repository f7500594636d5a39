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

/** What each group of rules is about. */
export const LINT_NEEDS: Readonly<Record<RuleGroup, readonly Need[]>> = {
  leakage: [FIT, SPLIT_OR_SCORE],
  'test-misuse': [FIT, SCORE],
  evaluation: [SCORE],
  splits: [SPLIT],
  training: [FIT],
  reproducibility: [FIT],
  notebook: [],
  'data-handling': [LOAD],
  deployment: [FIT],
  lifecycle: [FIT, SCORE],
};
