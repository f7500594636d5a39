import type { StatClass } from '../../python/flow/facts';
import type { StatTaint } from '../../python/flow/taint';
import { asksForOrder } from '../../python/knowledge/families';
import type { LearnedBefore } from '../beforeSplit';
import { allRowsThenSplit, isInner, learnedBefore, onePerSplit, pathBefore } from '../beforeSplit';
import { defineRule } from '../contract';
import { answersColumn } from '../declared';
import { learnOnTrain } from '../learnOnTrain';
import { onlyScales } from '../scaling';
import { named, scoreAt } from '../wording';

/** From mild to worse. Classes that look at the target are the matter of other rules. */
const CLASSES: readonly StatClass[] = ['location', 'vocabulary', 'unsupervised-selection', 'projection'];

export const fitBeforeSplit = defineRule<LearnedBefore>({
  id: 'fit-before-split',
  code: 'A5',
  group: 'leakage',
  stage: 'features',
  severity: 'warning',
  tier: 'certain',
  since: '0.1.0',

  find: program => learnedBefore(program, ({ cls }) => CLASSES.includes(cls)),

  guards: {
    // Statistics outside cross-validation are the matter of another rule.
    'cross-validation': ({ parting }) => parting.form === 'folds',
    'statistic of the target': ({ statistics: [one], score }, program) =>
      one.column !== undefined && one.column === answersColumn(program, score.fit.target),
    // Trees ask on which side of a threshold a value lies: scaled or not, it is the same side.
    'scaled for trees': ({ statistics: [one], score }, program) =>
      asksForOrder(score.fit.learner) && onlyScales(one, program),
    'inner split': ({ statistics: [one] }, program) => one.cls === 'location' && isInner(program, one.rows),
  },

  merge: matches => onePerSplit(matches, (a, b) => harmRank(b) - harmRank(a)),

  word(match, program) {
    const { statistics, score } = match;
    const [first] = statistics;
    return {
      span: first.site,
      message:
        `${named(first.label)} learns from ${allRowsThenSplit(match, program)}: ` +
        `${scoreAt(program, score)} is measured on rows that the training features already knew. ` +
        harmOf(first) +
        'Split first, fit on the training part only and apply it to the other, or put it into a Pipeline with the model.',
      severity: isMild(first) ? 'information' : 'warning',
      path: pathBefore(match, program),
      scores: [score.site],
    };
  },

  fix: (match, program) => learnOnTrain(match, program, 'transformer'),
});

/** What fills a gap from the rows beside it hardly knows the others, and is named last. */
function harmRank({ cls, how }: StatTaint): number {
  return how === 'interpolate' ? -1 : CLASSES.indexOf(cls);
}

/** Scaling, filling and which words there are move a score little, and so does leaving out columns that repeat others. */
function isMild({ cls, how }: StatTaint): boolean {
  return (
    cls === 'location' ||
    cls === 'vocabulary' ||
    (cls === 'unsupervised-selection' && how !== 'VarianceThreshold')
  );
}

function harmOf(statistic: StatTaint): string {
  return isMild(statistic)
    ? 'The bias of such a statistic is usually small; with few rows, many columns, heavy tails or a trend it is not. '
    : '';
}
