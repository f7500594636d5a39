import type { FitFact, PredictFact, ScoreFact, Watch } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { sourcesOf } from '../../python/flow/rows/rows';
import { siteKey } from '../../python/flow/site';
import { perProgram } from './perProgram';

/**
 * What is measured on held-out rows: every score, and every prediction of rows that were parted from rows with known
 * answers. A prediction of rows whose answers nobody has, as in a competition, measures nothing.
 */
export const measurements = perProgram((program): readonly (ScoreFact | PredictFact)[] => {
  const predictions = program.all('predict').filter(prediction => hasAnswers(program, prediction));
  return [...program.all('score'), ...predictions];
});

/**
 * What a fit itself tells of rows that it watches, as by `validation_data`: it prints their score after each epoch. Where
 * something else measures other rows than its own, it is left to that.
 */
export const watched = perProgram((program): readonly ScoreFact[] => {
  const measured = new Set(
    measurements(program).flatMap(({ fit, rows }) => (rows === fit.rows ? [] : [siteKey(fit.site)])),
  );
  return program.all('fit').flatMap(fit => {
    if (measured.has(siteKey(fit.site))) return [];
    return fit.watches
      .filter(watch => program.disjoint(watch.rows, fit.rows))
      .map(watch => scoreOf(fit, watch));
  });
});

function scoreOf(fit: FitFact, { rows, features, taints, site }: Watch): ScoreFact {
  const { order, calls } = fit;
  const place = { order, calls, site: site ?? fit.site };
  const number = {
    metric: 'the score of the watched rows',
    prevalence: false,
    certain: true,
    varied: [],
    cutBy: [],
  };
  return { ...place, ...number, kind: 'score', fit, rows, taints, features, table: features };
}

function hasAnswers(program: Program, { rows, fit }: PredictFact): boolean {
  const parting = program.parting(rows, fit.rows);
  if (!parting || parting.form === 'folds') return false;
  if (parting.form === 'holdout') return true;
  // The answers of the training rows were cut from a longer list: the rest of it answers the other rows.
  const target = fit.target.rows;
  if (target?.kind !== 'sub' || target.by.by === 'missing' || target.by.by === 'other') return false;
  // Of rows of several files a mask may pick those of the file that has answers.
  return target.by.by !== 'mask' || sourcesOf(target).length === 1;
}
