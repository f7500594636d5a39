import { isAgainst } from '../../python/flow/effects/models/columnScores';
import type { LearnedBefore } from '../grounds/beforeSplit';
import { allRowsThenSplit, isInner, learnedBefore, onePerSplit, pathBefore } from '../grounds/beforeSplit';
import { defineRule } from '../contract';
import { answersColumn } from '../grounds/declared';
import { learnOnTrain } from '../fixes/learnOnTrain';
import { HARDLY_CHOOSES, hardlyChooses } from '../grounds/choiceByCut';
import { named, scoreAt } from '../wording';

export const featureSelectionBeforeSplit = defineRule<LearnedBefore>({
  id: 'feature-selection-before-split',
  code: 'A1',
  group: 'leakage',
  stage: 'features',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find: program => learnedBefore(program, ({ cls }) => cls === 'supervised-selection'),

  guards: {
    // Selection outside cross-validation is the matter of another rule.
    'cross-validation': ({ parting }) => parting.form === 'folds',
    'scores against another column than the answers': ({ statistics: [one], score }, program) =>
      !isAgainst(one, answersColumn(program, score.fit.target)),
    'selected on the training part': ({ statistics: [one] }, program) => isInner(program, one.rows),
  },

  merge: matches => onePerSplit(matches, (a, b) => Number(a.cut !== undefined) - Number(b.cut !== undefined)),

  word(match, program) {
    const { statistics, score } = match;
    const [first] = statistics;
    const hardlyMoves = hardlyChooses(program, statistics);
    return {
      span: first.site,
      severity: hardlyMoves ? 'information' : 'error',
      message:
        `${named(first.label)} chooses features by the answers of ${allRowsThenSplit(match, program)}: ` +
        `${scoreAt(program, score)} is measured on rows that took part in the choice, ${hardlyMoves ? `though ${HARDLY_CHOOSES}` : MOVES}. ` +
        'Split first and select on the training part only, or put the selector into a Pipeline with the model.',
      path: pathBefore(match, program),
      scores: [score.site],
    };
  },

  fix: (match, program) => learnOnTrain(match, program, 'selector'),
});

const MOVES = 'and looks good even where there is nothing to learn';
