import type { Program } from '../../python/flow/program';
import type { Choice } from '../grounds/choice';
import { choicePath, choicesOf, CHOOSES_RIGHTLY, onePerScore, spoilt } from '../grounds/choice';
import { defineRule } from '../contract';
import { named, scoreAt } from '../wording';

export const seedPickedByScore = defineRule<Choice>({
  id: 'seed-picked-by-score',
  code: 'B5',
  group: 'test-misuse',
  stage: 'evaluation',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return choicesOf(program, 'seed');
  },

  guards: {
    ...CHOOSES_RIGHTLY,
    // The largest of several scores, with none of what gave it, shows how far they spread.
    'spread of the scores': ({ selection }) => selection.scoreOnly,
  },

  merge: onePerScore,

  word(choice, program) {
    return {
      span: choice.deciding.site,
      message: messageOf(choice, program),
      path: choicePath(choice, 'the seed with the best score is kept'),
      scores: spoilt(choice),
    };
  },
});

function messageOf({ deciding, again }: Choice, program: Program): string {
  const number = again ? scoreAt(program, again) : 'the best score';
  return (
    `The same is done with one random seed after the other, and the seed with the best ${named(deciding.metric).replace(/^an? /, '')} ` +
    `on the held-out rows is kept: the seed says nothing of the model, so ${number} is the luckiest of many draws, not what new rows ` +
    'would give. Fix the seed beforehand, or repeat the cross-validation over seeds and report mean and spread.'
  );
}
