import type { CrossValidationFact, Fact, FitFact, PredictFact, UseFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Part, Rows } from '../../python/flow/rows/rows';
import { steps } from '../../python/flow/rows/rows';
import { siteKey } from '../../python/flow/site';
import { says } from './says';

/**
 * A part that was held out, and that nothing is scored on: its predictions, if there are any, are printed at most. Whatever
 * reaches something that is not followed may be scored there.
 */
export interface Unscored {
  /** The training side. */
  readonly part: Part;
  /** Predictions of the other side, by the same model, that nothing is held against. */
  readonly predictions: readonly PredictFact[];
}

/** What was held out for a fit, where nothing is scored on it. */
export function unscoredBeside(program: Program, fit: FitFact): Unscored | undefined {
  if (program.cutShort || looksAtOthers(fit)) return undefined;
  const part = steps(fit.rows).find(isTrainingSide);
  // Answers of the other side: the parts were unpacked in the wrong order.
  if (
    !part ||
    isOtherSide(fit.target.rows, part) ||
    program.facts.some(fact => mayScore(program, fact, fit, part))
  )
    return undefined;
  // Whoever calls these functions may score the part that they take from where they are defined.
  if (program.uncalled.some(fact => mayScore(program, fact, fit, part))) return undefined;
  if (scoresOutOfBag(program)) return undefined;
  const predictions = program
    .all('predict')
    .filter(prediction => prediction.fit === fit && isOtherSide(prediction.rows, part));
  return { part, predictions };
}

const scoresOutOfBag = says(/\boob_/);

/** Networks are scored by loops of many kinds; searches, and fits that watch other rows, score by themselves. */
function looksAtOthers({ family, searcher, keepsLast, watches }: FitFact): boolean {
  return family === 'network' || searcher || keepsLast || watches.length > 0;
}

function isTrainingSide(rows: Rows): rows is Part {
  return rows.kind === 'part' && rows.split.form === 'holdout' && rows.index === 0;
}

/** Rows of the other side of the same split, in whatever call it was made. */
function isOtherSide(rows: Rows | undefined, { split, index }: Part): boolean {
  if (!rows) return false;
  return steps(rows).some(
    one => one.kind === 'part' && siteKey(one.split.site) === siteKey(split.site) && one.index !== index,
  );
}

/** May the model, or anything of the other side, be scored here? */
function mayScore(program: Program, fact: Fact, fit: FitFact, part: Part): boolean {
  const isOther = (rows: Rows | undefined): boolean => isOtherSide(rows, part);
  switch (fact.kind) {
    case 'score':
      return isOther(fact.rows) || (isLike(fact.fit, fit) && !program.contains(fact.fit.rows, fact.rows));
    case 'use':
      return (
        !isOnlyKept(program, fact) &&
        (fact.models.includes(fit.model) ||
          fact.rows.some(isOther) ||
          fact.predictions.some(prediction => isOther(prediction.rows)))
      );
    case 'fit':
      return isOther(fact.rows) || fact.watches.some(({ rows }) => isOther(rows)) || isSearch(fact, fit);
    case 'cross-validation':
      return isOther(fact.rows) || isSameModel(fact, fit);
    case 'select':
    case 'serve':
      return isOther(fact.rows);
    default:
      return false;
  }
}

/** An object of the program keeps it, and whoever reads that attribute is called here: what is done with it is seen. */
function isOnlyKept(program: Program, { attribute, calls }: UseFact): boolean {
  const isCalledHere = calls.every(({ entered }) => entered !== true);
  return attribute !== undefined && isCalledHere && !program.readElsewhere().has(attribute);
}

/** The same model, or another one of its kind, as in the rounds of a cross-validation by hand. */
function isLike(other: FitFact, fit: FitFact): boolean {
  return other.model === fit.model || other.learner === fit.learner;
}

/** A search tells how its learner does under cross-validation. */
function isSearch({ searcher, learner }: FitFact, fit: FitFact): boolean {
  return searcher && (learner === undefined || learner === fit.learner);
}

function isSameModel({ model, learner }: CrossValidationFact, fit: FitFact): boolean {
  return model === fit.model || learner === undefined || learner === fit.learner;
}
