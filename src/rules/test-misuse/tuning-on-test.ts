import type { ScoreFact, SelectFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Rows } from '../../python/flow/rows/rows';
import { lineage } from '../../python/flow/rows/rows';
import type { Site } from '../../python/flow/site';
import { sameSite, siteKey } from '../../python/flow/site';
import { taintsOf } from '../../python/flow/taint';
import type { Choice } from '../grounds/choice';
import { choicesOf, CHOOSES_RIGHTLY, hasNoLastWord, spoilt } from '../grounds/choice';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { onePer } from '../grounds/onePer';
import { sideOf } from '../grounds/partNames';
import { isValidation, readAsTest } from '../grounds/testUse';
import { distinctSteps, fitStep, named, scoreAt, sourceSteps } from '../wording';

/** Parameters, or features, were chosen by scores on rows, and a model with them is scored on these rows. */
interface Match {
  readonly how: SelectFact['how'];
  readonly label: string;
  readonly site: Site;
  readonly rows: Rows;
  /** The number that cannot be believed; without one it is the best score of the choice itself. */
  readonly score: ScoreFact | undefined;
  /** Of a loop or an objective. */
  readonly choice: Choice | undefined;
  /** The variable that held the rows of a search. */
  readonly searched: string | undefined;
  /** Of a search: its winner is scored, not a model that was fitted anew with the best parameters. */
  readonly itself: boolean;
}

export const tuningOnTest = defineRule<Match>({
  id: 'tuning-on-test',
  code: 'B3',
  group: 'test-misuse',
  stage: 'model-selection',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',
  outranks: ['model-selection-on-test', 'experiment-not-tracked'],

  find(program) {
    return [...searches(program), ...choices(program)];
  },

  guards: {
    'validation part': ({ choice }, program) =>
      choice !== undefined && CHOOSES_RIGHTLY['validation part'](choice, program),
    // Other rows were held out before: these are to tell how the training went.
    'validation part of the training part': ({ score, searched }, program) =>
      score !== undefined && isValidation(program, score) && sideOf(searched ?? '')?.side === 'train',
    'inner fold': ({ choice }, program) =>
      choice !== undefined && CHOOSES_RIGHTLY['inner fold'](choice, program),
    'another part is scored later': ({ choice }, program) =>
      choice !== undefined && CHOOSES_RIGHTLY['another part is scored later'](choice, program),
    'nothing says that it is the test part': ({ choice }) => choice !== undefined && hasNoLastWord(choice),
    // The number is one on training rows, and says to be no other.
    'scored on its training rows': ({ score, itself, choice }, program) =>
      !itself && choice === undefined && score !== undefined && !program.disjoint(score.fit.rows, score.rows),
    'rows that are not held out': ({ score, itself }, program) =>
      itself && score !== undefined && !isHeldOut(program, score),
  },

  merge: matches => onePer(matches, match => siteKey(match.site)),

  word(match, program) {
    const { choice, score, site } = match;
    return {
      span: site,
      message: messageOf(match, program),
      path: pathOf(match),
      scores: choice ? [...spoilt(choice), ...besideIt(choice, program)] : score ? [score.site] : [],
    };
  },
});

/** What else the models of the choice were scored by, on the same rows. */
function besideIt({ deciding }: Choice, program: Program): readonly Site[] {
  return program
    .all('score')
    .filter(({ fit, rows }) => sameSite(fit.site, deciding.fit.site) && rows === deciding.rows)
    .map(({ site }) => site);
}

/** A searcher saw the rows that its winner, or a model with its best parameters, is scored on. */
function searches(program: Program): Match[] {
  return program.all('score').flatMap(score => {
    const [first] = taintsOf(score.fit.taints, 'sel').filter(
      ({ selection, rows }) =>
        (selection.how === 'search' || selection.how === 'tuner') && program.contains(rows, score.rows),
    );
    if (first) return [matchOf(first.selection, score, false)];
    const { fit } = score;
    if (!fit.searcher || !program.contains(fit.rows, score.rows)) return [];
    const selection = program.all('select').find(one => one.how === 'search' && one.site === fit.site);
    return selection ? [matchOf(selection, score, true)] : [];
  });
}

function matchOf(selection: SelectFact, score: ScoreFact, itself: boolean): Match {
  const { how, label, site, rows, rowsName } = selection;
  return { how, label, site, rows, score, searched: rowsName, itself, choice: undefined };
}

/** The later side of a split, that no model was fitted on. */
function isHeldOut(program: Program, { rows, fit }: ScoreFact): boolean {
  const later = lineage(rows).some(
    one => one.kind === 'part' && one.index > 0 && one.split.form === 'holdout',
  );
  return later && fit.rows !== rows && !program.all('fit').some(other => other.rows === rows);
}

/** An objective or a loop kept the parameters, or the features, that scored best on a held-out part. */
function choices(program: Program): Match[] {
  const tuned = [...choicesOf(program, 'parameters'), ...choicesOf(program, 'features')];
  return tuned.map(choice => {
    const { selection, deciding, again } = choice;
    const { how, label, rows } = selection;
    return {
      how,
      label,
      rows,
      site: deciding.site,
      score: again,
      searched: undefined,
      itself: false,
      choice,
    };
  });
}

function messageOf({ how, label, score, choice, site }: Match, program: Program): string {
  const number = score ? scoreAt(program, score) : 'the best score that is kept';
  const advice =
    'Tune by cross-validation or a validation part inside the training rows, and score the test rows once, at the end.';
  if (how === 'search' || how === 'tuner') {
    return (
      `${named(label)} chooses parameters on rows that include the test rows: ${number} is then measured on rows that chose the ` +
      `parameters, and is too good. ${advice}`
    );
  }
  const chooser = how === 'loop' ? 'The loop' : named(label);
  const metric = choice ? named(choice.deciding.metric).replace(/^an? /, '') : 'score';
  return (
    `${chooser} keeps the ${choice?.selection.what ?? 'parameters'} with the best ${metric} on held-out rows (${program.whereIs(site)}), and no other part is ` +
    `scored afterwards: ${number} is the best of several tries on the same rows, and too good.${choice ? readAsTest(choice.deciding) : ''} ${advice}`
  );
}

function pathOf({ rows, score, choice, site, how }: Match): readonly SpanStep[] {
  const note =
    how === 'search' || how === 'tuner'
      ? 'the search sees these rows'
      : 'this score on the held-out rows decides';
  return distinctSteps([
    ...sourceSteps(rows),
    ...(choice ? [fitStep(choice.deciding.fit)] : []),
    { span: site, note },
    ...(score
      ? [fitStep(score.fit), { span: score.site, note: `${score.metric} is computed on the same rows` }]
      : []),
  ]);
}
