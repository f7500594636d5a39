import type { PredictFact, ScoreFact } from '../python/flow/facts';
import type { Program } from '../python/flow/program';

/**
 * What is measured on held-out rows: every score, and every prediction of rows that were parted from rows with known
 * answers. A prediction of rows whose answers nobody has, as in a competition, measures nothing.
 */
export function measurements(program: Program): readonly (ScoreFact | PredictFact)[] {
  let found = known.get(program);
  if (!found) {
    const predictions = program.all('predict').filter(prediction => hasAnswers(program, prediction));
    found = [...program.all('score'), ...predictions];
    known.set(program, found);
  }
  return found;
}

/** Several rules ask, some of them once for each of their matches. */
const known = new WeakMap<Program, readonly (ScoreFact | PredictFact)[]>();

function hasAnswers(program: Program, { rows, fit }: PredictFact): boolean {
  const parting = program.parting(rows, fit.rows);
  if (!parting || parting.form === 'folds') return false;
  if (parting.form === 'holdout') return true;
  // The answers of the training rows were cut from a longer list: the rest of it answers the other rows.
  const target = fit.target.rows;
  return target?.kind === 'sub' && target.by.by !== 'missing' && target.by.by !== 'other';
}
