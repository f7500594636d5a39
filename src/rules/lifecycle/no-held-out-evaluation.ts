import { capitalised } from '../../base/capitalised';
import type { FitFact, ScoreFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Rows } from '../../python/flow/rows/rows';
import { RANDOM_NUMBERS } from '../../python/flow/effects/chance';
import { lineage, sourcesOf } from '../../python/flow/rows/rows';
import { sameSite, siteKey } from '../../python/flow/site';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { isBundled, isShort } from '../grounds/demonstrations';
import { isInflation } from '../grounds/learnings';
import { onePer } from '../grounds/onePer';
import { perProgram } from '../grounds/perProgram';
import { isTemplate } from '../grounds/template';
import { says } from '../grounds/says';
import type { Unscored } from '../grounds/unscored';
import { unscoredBeside } from '../grounds/unscored';
import { distinctSteps, named, origin, scoreAt, sourceSteps } from '../wording';

/**
 * `known`: nothing but rows that the models were fitted on is scored, in all of the program. `mixed`: one score is of the
 * training rows and the others together. `unscored`: a part was held out, and the training part is scored instead.
 */
interface Match {
  readonly variant: 'known' | 'mixed' | 'unscored';
  readonly fit: FitFact;
  /** What was held out and is not scored. */
  readonly unscored?: Unscored;
  readonly scores: readonly [ScoreFact, ...ScoreFact[]];
}

export const noHeldOutEvaluation = defineRule<Match>({
  id: 'no-held-out-evaluation',
  code: 'J1',
  group: 'lifecycle',
  stage: 'evaluation',
  severity: 'warning',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return program.all('score').flatMap((score): Match[] => {
      if (score.fit.site.module !== undefined) return [];
      if (program.contains(score.fit.rows, score.rows)) return onKnownRows(program, score);
      return isMixed(program, score) ? [{ variant: 'mixed', fit: score.fit, scores: [score] }] : [];
    });
  },

  guards: {
    'no answers given': ({ fit }) => !fit.target.given,
    // `1 / (1 - r2)` tells how a column follows from the others: nothing is to be predicted.
    'a column is held against the others': ({ fit }, program) => isInflation(program, fit),
    'a short demonstration': ({ variant }, program) => variant !== 'mixed' && isShort(program),
    // A handful of numbers to try a library on: there is no data set of which a part could be held out.
    'rows that are written in the program': ({ fit }) => isWritten(fit.rows),
    'rows that are drawn to try something': ({ fit }) => isDrawn(fit.rows),
    // Such models tell how columns hang together, and their spread around the line.
    'a regression of statistics': ({ variant, fit }) => variant === 'known' && OF_STATISTICS.test(fit.label),
    // Numbers that are made up in a few lines, or names that another program gave.
    'no data are read': ({ variant }, program) => variant === 'known' && !readsData(program),
    // What is asked for beside these scores is not written yet.
    'cells are left to be filled in': (_, program) => isTemplate(program),
    // A score on known rows beside one on new rows shows how far the model overfits.
    'held-out score beside it': ({ variant, fit, scores: [score] }, program) =>
      variant === 'mixed' && program.all('score').some(other => isBeside(program, other, fit, score)),
    'evaluated elsewhere': ({ variant }, program) => variant === 'known' && holdsOut(program),
  },

  merge(matches) {
    // One finding tells of all models that nothing was held out for.
    return onePer(matches, match => keyOf(match), withScoreOf);
  },

  word(match, program) {
    return {
      span: match.scores[0].site,
      severity: relies(match, program) ? 'warning' : 'information',
      message: messageOf(match, program),
      path: pathOf(match),
      scores: match.scores.map(({ site }) => site),
    };
  },
});

/** A loop computes its score in each round: it is one place. */
function withScoreOf(known: Match, { scores: [next] }: Match): Match {
  const isKnown = known.scores.some(({ site }) => sameSite(site, next.site));
  return isKnown ? known : { ...known, scores: [...known.scores, next] };
}

/**
 * Does anything rest on the model or on its scores? They are all that is known of a model that is kept, that predicts new
 * rows, or that is chosen by them; else they tell how well it fits what it knows, as in a lesson on a model or a metric.
 */
function relies({ variant, scores }: Match, program: Program): boolean {
  if (variant !== 'known') return true;
  // Whoever takes a data set of a library shows how something is done.
  if (scores.every(({ rows }) => isBundled(rows))) return false;
  const fits = new Set(scores.map(({ fit }) => siteKey(fit.site)));
  const isMeant = (fit: FitFact): boolean => fits.has(siteKey(fit.site));
  return (
    (!logsAsTraining(program) && program.all('save').some(save => save.fits.some(isMeant))) ||
    program.all('predict').some(({ fit, rows }) => isMeant(fit) && isOfOthers(program, fit, rows)) ||
    program.all('select').some(select => select.scores.some(score => scores.includes(score)))
  );
}

/** `mlflow.log_metric("train r2", r2)`: nobody takes it for more; the step that tests the saved model is another program. */
const logsAsTraining = says(/\blog(_metrics?|_row)?\(\s*[[{(]?\s*f?["']train/i);

/** Cases of a file that were not learned from; a few that are written in the program only show how it is done. */
function isOfOthers(program: Program, fit: FitFact, rows: Rows): boolean {
  const sources = sourcesOf(rows);
  return sources.some(({ kind }) => kind === 'load') && !program.contains(fit.rows, rows);
}

function onKnownRows(program: Program, score: ScoreFact): Match[] {
  const match = { fit: score.fit, scores: [score] } as const;
  const unscored = score.certain ? unscoredBeside(program, score.fit) : undefined;
  return [
    { ...match, variant: 'known' },
    ...(unscored ? [{ ...match, variant: 'unscored', unscored } as const] : []),
  ];
}

function keyOf({ variant, fit, unscored }: Match): string {
  if (variant === 'known') return variant;
  return unscored ? `unscored ${siteKey(unscored.part.split.site)}` : siteKey(fit.site);
}

/** Of statsmodels. */
const OF_STATISTICS = /^(ols|wls|gls|glm|rlm|logit|probit|poisson|mixedlm)$/i;

function isWritten(rows: Rows): boolean {
  const sources = sourcesOf(rows);
  return sources.length > 0 && sources.every(({ kind }) => kind === 'literal');
}

/** `make_classification()`, `np.random.randn(100, 2)` */
function isDrawn(rows: Rows): boolean {
  const sources = sourcesOf(rows);
  return (
    sources.length > 0 &&
    sources.every(({ kind, label }) =>
      kind === 'generate' ? label.startsWith('make_') : kind === 'unknown' && label === RANDOM_NUMBERS,
    )
  );
}

/** The scored rows are those of the fit and, from the other side of a split, more. */
function isMixed(program: Program, { fit, rows }: ScoreFact): boolean {
  return program.contains(rows, fit.rows) && cutFrom(fit.rows, rows);
}

function cutFrom(part: Rows, whole: Rows): boolean {
  const way = lineage(part);
  const end = way.indexOf(whole);
  return end > 0 && way.slice(0, end).some(one => one.kind === 'part' || isPickedByFold(one));
}

/** `X[train]`, where the folds are of positions. */
function isPickedByFold(rows: Rows): boolean {
  return rows.kind === 'sub' && rows.by.by === 'rows' && !rows.by.negated && rows.by.rows.kind === 'part';
}

function isBeside(program: Program, other: ScoreFact, fit: FitFact, score: ScoreFact): boolean {
  return (
    other.fit === fit &&
    program.disjoint(other.rows, fit.rows) &&
    other.calls.length === score.calls.length &&
    other.calls.every((call, i) => score.calls[i] !== undefined && sameSite(call, score.calls[i]))
  );
}

/** Whatever brings rows from elsewhere: a file, a library, a data base, a module of the project. */
const readsData = says(
  /(?<![a-z])(read|load|fetch|download)|imread|open\(|genfromtxt|data_?sets?\b|Dataset|Loader|sqlite|query|glob\b|listdir|get_?(data|df|frame|table|train|x|set)|^\s*from\s+(\.|src|utils?|data|lib|common|helpers?)\b.*\bimport\b/im,
);

const HELD_OUT =
  /cross_val|train_test_split|KFold|ShuffleSplit|LeaveOne|GridSearch|RandomizedSearch|oob_|validat|eval_set|valid_sets|\bval_|_val\b|holdout|held_out|_test\b|\btest_|tst|vld/;

const namesHeldOut = says(HELD_OUT);

/** Anything in the program that may score other rows, also where it is not followed. */
const holdsOut = perProgram((program): boolean => {
  if (program.all('split').length > 0 || program.all('cross-validation').length > 0) return true;
  // Each round of a walk forward forecasts rows that it learns from afterwards.
  if (program.all('score').some(({ rows, fit }) => program.disjoint(rows, fit.rows))) return true;
  if (
    program.all('predict').some(({ rows, fit }) => !program.contains(fit.rows, rows) && !isNew(program, rows))
  )
    return true;
  return namesHeldOut(program);
});

/** Rows of a file or of the program that no fit saw: they may be there to be predicted only. */
function isNew(program: Program, rows: Rows): boolean {
  return rows.kind === 'all' && !program.all('score').some(score => score.rows === rows);
}

function messageOf(match: Match, program: Program): string {
  const {
    variant,
    fit,
    unscored,
    scores: [score, ...others],
  } = match;
  const rows = origin(score.rows);
  const of = rows ? ` of ${rows}` : '';
  const more =
    others.length > 0 ? ` and ${others.length === 1 ? 'another score' : `${others.length} more scores`}` : '';
  const are = others.length > 0 ? 'are' : 'is';
  if (variant === 'mixed') {
    return (
      `${scoreAt(program, score)} is computed on rows${of} that include all those that ${named(fit.label)} was fitted on ` +
      `(${program.whereIs(fit.site)}): it is too good by as much as the model remembers of them. Score the rows that were held out.`
    );
  }
  if (unscored) {
    const { split } = unscored.part;
    return (
      `${scoreAt(program, score)}${more} ${are} computed on the rows that the model was fitted on, and nothing is scored on what ` +
      `${named(split.label)} held out (${program.whereIs(split.site)})${predictedAt(program, unscored)}: it tells what the model remembers, not how it ` +
      'does on new rows. Score the part that was held out.'
    );
  }
  const instead = fit.forecasts
    ? 'hold out the end of the series, and forecast it from what comes before.'
    : 'hold out a part with `train_test_split`, or use `cross_val_score`.';
  const tells = relies(match, program)
    ? `it tells what the model remembers, not how it does on new rows. ${capitalised(instead)}`
    : `it tells how well the model fits rows that it knows, not how it does on new ones. Where that is the question, ${instead}`;
  return (
    `${scoreAt(program, score)}${more} ${are} computed on rows${of} that ${named(fit.label)} was fitted on, and nothing in the program is held ` +
    `out: ${tells}`
  );
}

function predictedAt(program: Program, { predictions: [first] }: Unscored): string {
  return first ? `; its prediction (${program.whereIs(first.site)}) is compared with nothing` : '';
}

function pathOf({ variant, fit, scores, unscored }: Match): readonly SpanStep[] {
  const note =
    variant === 'mixed' ? 'training rows and others are scored together' : 'the same rows are scored';
  return distinctSteps([
    ...sourceSteps(fit.rows),
    ...(unscored ? [{ span: unscored.part.split.site, note: 'a part is held out' }] : []),
    { span: fit.site, note: `${fit.label} is fitted` },
    ...(unscored?.predictions ?? []).slice(0, 1).map(({ site }) => ({
      span: site,
      note: 'the held-out part is predicted, and nothing is compared with it',
    })),
    ...scores.slice(0, 4).map(({ site }) => ({ span: site, note })),
  ]);
}
