import type { FitFact, PredictFact, ScoreFact, Stopper, Watch } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import type { SpanFix, SpanStep } from '../contract';
import { defineRule } from '../contract';
import { measurements } from '../grounds/heldOut';
import { onePer, withScoresOf } from '../grounds/onePer';
import { mentionsTest } from '../grounds/partNames';
import { validationSplit } from '../fixes/validationSplit';
import {
  anotherPart,
  isFold,
  isHeldOut,
  isSaidToBeValidation,
  isTest,
  isValidation,
  readAsTest,
} from '../grounds/testUse';
import { distinctSteps, named, scoreAt, scoreStep, sourceSteps } from '../wording';

/** A fit decided by rows that it watched how long to go on, and these rows are what it is measured on. */
interface Match {
  readonly fit: FitFact;
  readonly stopper: Stopper;
  readonly watch: Watch;
  readonly scores: readonly [ScoreFact | PredictFact, ...(ScoreFact | PredictFact)[]];
}

export const earlyStoppingOnTest = defineRule<Match>({
  id: 'early-stopping-on-test',
  code: 'B1',
  group: 'test-misuse',
  stage: 'training',
  severity: 'warning',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return measurements(program).flatMap(score => matchesAt(program, score));
  },

  guards: {
    'nothing is chosen by epochs that are saved': ({ stopper }) => stopper.chooses === 'checkpoint',
    'validation part': (match, program) => isMeantForChoosing(match, program),
    'inner fold': ({ fit, watch }, program) => isFold(program, watch, fit),
    'training rows': ({ fit, watch, scores: [score] }, program) =>
      program.contains(fit.rows, score.rows) ||
      (!isHeldOut(program, watch, fit) && !isApart(program, watch, fit)),
    'another part is scored later': ({ fit, watch }, program) => anotherPart(program, watch, fit.order),
  },

  merge: matches => onePer(matches, match => siteKey(match.fit.site), withScoresOf),

  word(match, program) {
    return {
      span: match.watch.site ?? match.fit.site,
      // A rate that is lowered a few times keeps no best epoch: there is hardly a choice.
      severity: match.stopper.chooses === 'learning rate' ? 'information' : 'warning',
      message: messageOf(match, program),
      path: pathOf(match),
      scores: match.scores.map(score => score.site),
    };
  },

  fix({ fit, watch }, program): SpanFix | undefined {
    return validationSplit(program, fit, watch);
  },
});

/** What is scored under the name of the test part is that, whatever a helper calls it that is given it to watch. */
function isMeantForChoosing({ watch, scores }: Match, program: Program): boolean {
  if (isSaidToBeValidation(program, watch.rows)) return true;
  if (!isValidation(program, watch) && !isCalledValidation(watch, program)) return false;
  return !scores.some(score => isScoredAsTest(score, program));
}

/** As they are written where the model predicts them; else by the variable that held the rows first. */
function isScoredAsTest({ fit, rows, features }: ScoreFact | PredictFact, program: Program): boolean {
  const given = program
    .all('predict')
    .flatMap(one => (one.fit === fit && one.rows === rows && one.given ? [program.textOf(one.given)] : []));
  const names = given.length > 0 ? given : [features];
  return names.some(name => isTest({ rows, features: name }));
}

/** A helper that splits may have called it otherwise; what counts is what it is called where it is watched. */
function isCalledValidation({ rows, site }: Watch, program: Program): boolean {
  if (!site) return false;
  const written = program.textOf(site).replace(/^\s*\w+\s*=/, '');
  return !mentionsTest(written) && isValidation(program, { rows, features: written });
}

function matchesAt(program: Program, score: ScoreFact | PredictFact): readonly Match[] {
  const { fit } = score;
  const { stopper } = fit;
  if (!stopper) return [];
  return fit.watches
    .filter(watch => program.contains(watch.rows, score.rows) || program.contains(score.rows, watch.rows))
    .map(watch => ({ fit, stopper, watch, scores: [score] }));
}

/** Another table than the one that is learned from. */
function isApart(program: Program, { rows }: Watch, fit: FitFact): boolean {
  return program.disjoint(rows, fit.rows);
}

const DECIDES: Readonly<Record<Stopper['chooses'], string>> = {
  rounds: 'ends the training by',
  checkpoint: 'keeps the best epoch by',
  'learning rate': 'sets the learning rate by',
};

const CHOSE: Readonly<Record<Stopper['chooses'], string>> = {
  rounds: 'they chose how long to train, so that the number is too good',
  checkpoint: 'they chose the epoch, so that the number is too good',
  'learning rate': 'they had a say in how it was trained, so that the number may be a little too good',
};

function messageOf({ stopper, watch, scores }: Match, program: Program): string {
  const [score] = scores;
  const rows = watch.features === undefined ? 'the held-out rows' : named(watch.features);
  return (
    `${named(stopper.label)} ${DECIDES[stopper.chooses]} the score on ${rows}, and ${scoreAt(program, score)} is measured on the ` +
    `same rows: ${CHOSE[stopper.chooses]}.${readAsTest(watch)} Watch a validation part of the training rows, ` +
    'and keep the test rows for the last score.'
  );
}

function pathOf({ fit, stopper, watch, scores }: Match): readonly SpanStep[] {
  return distinctSteps([
    ...sourceSteps(watch.rows),
    ...(watch.site
      ? [{ span: watch.site, note: `${fit.label} looks at the held-out rows (${stopper.label})` }]
      : []),
    {
      span: fit.site,
      note:
        stopper.chooses === 'learning rate'
          ? `${fit.label} learns at a rate that the score on them sets`
          : `${fit.label} learns as long as the score on them gets better`,
    },
    ...scores.slice(0, 3).map(scoreStep),
  ]);
}
