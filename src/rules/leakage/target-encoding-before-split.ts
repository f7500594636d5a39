import type { PredictFact, ScoreFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { StatTaint } from '../../python/flow/taint';
import type { LearnedBefore } from '../grounds/beforeSplit';
import { allRowsThenSplit, isInner, learnedBefore, onePerSplit, pathBefore } from '../grounds/beforeSplit';
import { defineRule } from '../contract';
import { answersColumn } from '../grounds/declared';
import { learnOnTrain } from '../fixes/learnOnTrain';
import { named, scoreAt } from '../wording';

export const targetEncodingBeforeSplit = defineRule<LearnedBefore>({
  id: 'target-encoding-before-split',
  code: 'A2',
  group: 'leakage',
  stage: 'features',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find: program => learnedBefore(program, one => one.cls === 'target-statistic' || one.grouped),

  guards: {
    // Statistics outside cross-validation are the matter of another rule.
    'cross-validation': ({ parting }) => parting.form === 'folds',
    'groups of another column than the answers': ({ statistics: [one], score }, program) =>
      one.cls !== 'target-statistic' && !isOfAnswers(program, one, score),
    'learned on the training part': ({ statistics: [one] }, program) => isInner(program, one.rows),
  },

  merge: matches => onePerSplit(matches),

  word(match, program) {
    const { statistics, score } = match;
    const [first] = statistics;
    return {
      span: first.site,
      message:
        `${named(first.label)} turns the answers of ${allRowsThenSplit(match, program)}: the features of held-out rows hold their own ` +
        `answers, and ${scoreAt(program, score)} measures how well they are read back. Split first and learn the encoding from the ` +
        'training part only, out of fold for the training rows themselves.',
      path: pathBefore(match, program),
      scores: [score.site],
    };
  },

  fix: (match, program) => learnOnTrain(match, program, 'encoder'),
});

function isOfAnswers(program: Program, { column }: StatTaint, { fit }: ScoreFact | PredictFact): boolean {
  return column !== undefined && column === answersColumn(program, fit.target);
}
