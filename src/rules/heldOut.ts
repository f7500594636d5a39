import type { PredictFact, ScoreFact } from '../python/flow/facts';
import type { Program } from '../python/flow/program';
import { perProgram } from './perProgram';

/**
 * What is measured on held-out rows: every score, and every prediction of rows that were parted from rows with known
 * answers. A prediction of rows whose answers nobody has, as in a competition, measures nothing.
 */
export const measurements = perProgram((program): readonly (ScoreFact | PredictFact)[] => {
  const predictions = program.all('predict').filter(prediction => hasAnswers(program, prediction));
  return [...program.all('score'), ...predictions];
});

function hasAnswers(program: Program, { rows, fit }: PredictFact): boolean {
  const parting = program.parting(rows, fit.rows);
  if (!parting || parting.form === 'folds') return false;
  if (parting.form === 'holdout') return true;
  // The answers of the training rows were cut from a longer list: the rest of it answers the other rows.
  const target = fit.target.rows;
  return target?.kind === 'sub' && target.by.by !== 'missing' && target.by.by !== 'other';
}
