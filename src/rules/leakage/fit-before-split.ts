import { isAgainst } from '../../python/flow/effects/models/columnScores';
import type { StatClass } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { sameSite, siteKey } from '../../python/flow/site';
import type { StatTaint } from '../../python/flow/taint';
import { taintsOf, unite } from '../../python/flow/taint';
import type { LearnedBefore } from '../grounds/beforeSplit';
import { allRowsThenSplit, isInner, learnedBefore, onePerSplit, pathBefore } from '../grounds/beforeSplit';
import { defineRule } from '../contract';
import { answersColumn } from '../grounds/declared';
import { learnOnTrain } from '../fixes/learnOnTrain';
import { weightOf } from '../grounds/harm';
import { hasManyColumns } from '../grounds/tableSizes';
import { idleReason, isIdleScale, isLost } from '../grounds/scaling';
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
    // The same call, and what it says of the answers is the matter of the rule for choices by them.
    'chooses by the answers as well': ({ statistics: [one], score }, program) =>
      one.cls === 'unsupervised-selection' &&
      taintsOf(unite(score.taints, score.fit.taints), 'stat').some(
        other =>
          other.cls === 'supervised-selection' &&
          sameSite(other.site, one.site) &&
          isAgainst(other, answersColumn(program, score.fit.target)),
      ),
    'inner split': ({ statistics: [one] }, program) => one.cls === 'location' && isInner(program, one.rows),
  },

  merge(matches) {
    const idle = matches.filter(match => isIdle(match));
    // A score that depends on it is named rather than one that does not.
    const telling = matches
      .filter(match => !idle.includes(match))
      .toSorted((a, b) => doubtOf(a) - doubtOf(b));
    // What else was learned for the same model may have mixed the columns after they were scaled.
    const told = new Set(telling.map(({ score }) => score.fit));
    const toldSites = new Set(telling.map(({ statistics: [one] }) => siteKey(one.site)));
    const alone = idle.filter(
      ({ statistics: [one], score }) => !told.has(score.fit) && !toldSites.has(siteKey(one.site)),
    );
    // A hint is given once.
    return [...onePerSplit(telling, byHarm), ...onePerSplit(alone, byHarm).slice(0, 1)];
  },

  word(match, program) {
    const { statistics, score } = match;
    const [first] = statistics;
    const idle = isIdle(match);
    return {
      span: first.site,
      message:
        `${named(first.label)} learns from ${allRowsThenSplit(match, program)}: ` +
        (idle
          ? `${idleReason(score.fit)}, so that ${scoreAt(program, score)} is hardly ` +
            'another where only the training part is learned from; that of another model on these features may be. '
          : `${scoreAt(program, score)} is measured on rows that the training features already knew. ${harmOf(first, program)}`) +
        'Split first, fit on the training part only and apply it to the other, or put it into a Pipeline with the model.',
      severity: idle ? 'hint' : isMild(first, program) ? 'information' : 'warning',
      path: pathBefore(match, program),
      scores: [score.site],
    };
  },

  fix: (match, program) => learnOnTrain(match, program, 'transformer'),
});

/** Trees ask on which side of a threshold a value lies: scaled or not, it is the same side. */
function isIdle({ statistics, score }: LearnedBefore): boolean {
  return isIdleScale(statistics, score.fit);
}

/** How far it is from certain that the score depends on the scale: what learns may not be known, and see none. */
function doubtOf({ statistics, score: { fit } }: LearnedBefore): number {
  if (fit.family === undefined && isUnknown(fit.learner)) return 2;
  return statistics.every(one => isLost(one, fit.blindTo)) ? 1 : 0;
}

/** Not told, or told by the call that made it. */
function isUnknown(learner: string | undefined): boolean {
  return learner === undefined || learner === 'model' || learner.includes('(');
}

const byHarm = (a: StatTaint, b: StatTaint): number => harmRank(b) - harmRank(a);

function harmRank(one: StatTaint): number {
  return 10 * CLASSES.indexOf(one.cls) + weightOf(one);
}

/** What does not look at the answers moves a score little, unless there are about as many columns as rows to learn it from. */
function isMild({ cls, rows }: StatTaint, program: Program): boolean {
  return cls !== 'projection' || !hasManyColumns(program, rows);
}

function harmOf(statistic: StatTaint, program: Program): string {
  return isMild(statistic, program)
    ? 'The bias of such a statistic is usually small; with few rows, many columns, heavy tails or a trend it is not. '
    : 'With so many columns for the rows the bias of such a statistic is not small. ';
}
