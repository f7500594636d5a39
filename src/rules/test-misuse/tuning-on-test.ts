import type { PredictFact, ScoreFact, SelectFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Rows } from '../../python/flow/rows';
import { lineage, sourcesOf } from '../../python/flow/rows';
import type { Site } from '../../python/flow/site';
import { siteKey } from '../../python/flow/site';
import { taintsOf } from '../../python/flow/taint';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { distinctSteps, fitStep, named, scoreAt, sourceSteps } from '../wording';

/** Parameters were chosen by scores on rows, and a model with them is scored on these rows. */
interface Match {
  readonly how: SelectFact['how'];
  readonly label: string;
  readonly site: Site;
  readonly rows: Rows;
  /** The number that cannot be believed; without one it is the best score of the choice itself. */
  readonly score: ScoreFact | undefined;
  /** A score that decided. */
  readonly deciding: ScoreFact | undefined;
}

export const tuningOnTest = defineRule<Match>({
  id: 'tuning-on-test',
  code: 'B3',
  group: 'test-misuse',
  stage: 'model-selection',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    const matches = new Map<string, Match>();
    const found = [...searches(program), ...byScores(program)];
    for (const match of found) if (!matches.has(siteKey(match.site))) matches.set(siteKey(match.site), match);
    return matches.values();
  },

  word(match, program) {
    return { span: match.site, message: messageOf(match, program), path: pathOf(match) };
  },
});

/** A searcher saw the rows that its winner, or a model with its best parameters, is scored on. */
function searches(program: Program): Match[] {
  return program.all('score').flatMap(score => {
    const chosen = taintsOf(score.fit.taints, 'sel').filter(
      ({ selection, rows }) =>
        (selection.how === 'search' || selection.how === 'tuner') &&
        program.contains(rows, score.rows) &&
        program.disjoint(score.fit.rows, score.rows),
    );
    const [first] = chosen;
    if (first) return [matchOf(first.selection, score)];
    const { fit } = score;
    const itself =
      fit.searcher &&
      fit.rows !== score.rows &&
      program.contains(fit.rows, score.rows) &&
      isHeldOut(program, score.rows);
    const selection = itself
      ? program.all('select').find(one => one.how === 'search' && one.site === fit.site)
      : undefined;
    return selection ? [matchOf(selection, score)] : [];
  });
}

function matchOf(selection: SelectFact, score: ScoreFact): Match {
  const { how, label, site, rows } = selection;
  return { how, label, site, rows, score, deciding: undefined };
}

/** The later side of a split, that no model was fitted on. */
function isHeldOut(program: Program, rows: Rows): boolean {
  const later = lineage(rows).some(
    one => one.kind === 'part' && one.index > 0 && one.split.form === 'holdout',
  );
  return later && !program.all('fit').some(fit => fit.rows === rows);
}

/** An objective or a loop kept the parameters that scored best on a held-out part, and no other part is scored. */
function byScores(program: Program): Match[] {
  return program.all('select').flatMap(selection => {
    const deciding = selection.scores.find(
      score => program.disjoint(score.fit.rows, score.rows) && isSplitOff(program, score),
    );
    if (!deciding || selection.how === 'search' || selection.what !== 'parameters') return [];
    if (isValidation(deciding) || anotherPart(program, selection, deciding)) return [];
    const again = scoredAgain(program, selection, deciding);
    if (!again && !isTest(deciding)) return [];
    const { how, label, rows } = selection;
    return [{ how, label, site: deciding.site, rows, score: again, deciding }];
  });
}

/** Parted from the training rows by a split into two; inner folds of a cross-validation are there for choosing. */
function isSplitOff(program: Program, score: ScoreFact): boolean {
  const parting = program.parting(score.rows, score.fit.rows);
  return parting !== undefined && parting.form !== 'folds';
}

/** What the project declares of the scored file counts; else what the part is called. */
function isValidation({ rows, features }: ScoreFact): boolean {
  const roles = rolesOf(rows);
  if (roles.length > 0) return roles.includes('validation');
  return features !== undefined && /val|dev|_va$/i.test(features);
}

function rolesOf(rows: Rows): readonly string[] {
  return sourcesOf(rows).flatMap(({ role }) => (role === 'validation' || role === 'test' ? [role] : []));
}

function isTest({ rows, features }: ScoreFact): boolean {
  return (
    rolesOf(rows).includes('test') || (features !== undefined && /test|hold_?out|(^|_)te$/i.test(features))
  );
}

/** Is another part scored, or predicted for somebody else to score? Then this one is for choosing. */
function anotherPart(program: Program, selection: SelectFact, deciding: ScoreFact): boolean {
  const used: readonly (ScoreFact | PredictFact)[] = [...program.all('score'), ...program.all('predict')];
  return used.some(
    other =>
      other.order > deciding.order &&
      !program.contains(deciding.rows, other.rows) &&
      !program.contains(other.rows, deciding.rows) &&
      !program.contains(other.fit.rows, other.rows) &&
      !selection.scores.some(score => score.rows === other.rows) &&
      !sharesRows(program, deciding.rows, other.rows),
  );
}

/** Another round's part of the same split, which is the same part. */
function sharesRows(program: Program, a: Rows, b: Rows): boolean {
  const [x, y] = [lineage(a), lineage(b)];
  const twin = x.some(
    one => one.kind === 'part' && y.some(other => other.kind === 'part' && samePart(one, other)),
  );
  return twin && sourcesOf(a).some(source => sourcesOf(b).includes(source)) && !program.disjoint(a, b);
}

function samePart(a: Extract<Rows, { kind: 'part' }>, b: Extract<Rows, { kind: 'part' }>): boolean {
  return siteKey(a.split.site) === siteKey(b.split.site) && a.index === b.index;
}

/** A later score of the same rows by a model that carries the choice. */
function scoredAgain(program: Program, selection: SelectFact, deciding: ScoreFact): ScoreFact | undefined {
  return program
    .all('score')
    .find(
      score =>
        score.order > deciding.order &&
        program.contains(deciding.rows, score.rows) &&
        taintsOf(score.fit.taints, 'sel').some(taint => taint.selection === selection),
    );
}

function messageOf({ how, label, score, deciding, site }: Match, program: Program): string {
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
  const metric = deciding ? named(deciding.metric).replace(/^an? /, '') : 'score';
  return (
    `${chooser} keeps the parameters with the best ${metric} on held-out rows (${program.whereIs(site)}), and no other part is ` +
    `scored afterwards: ${number} is the best of several tries on the same rows, and too good. ${advice}`
  );
}

function pathOf({ rows, score, deciding, site, how }: Match): readonly SpanStep[] {
  const choice =
    how === 'search' || how === 'tuner'
      ? 'the search sees these rows'
      : 'this score on the held-out rows decides';
  return distinctSteps([
    ...sourceSteps(rows),
    ...(deciding ? [fitStep(deciding.fit)] : []),
    { span: site, note: choice },
    ...(score
      ? [fitStep(score.fit), { span: score.site, note: `${score.metric} is computed on the same rows` }]
      : []),
  ]);
}
