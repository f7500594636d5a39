import type { BestScoreFact, FitFact, SelectFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Source } from '../../python/flow/rows/rows';
import { sourcesOf } from '../../python/flow/rows/rows';
import { sameSite, siteKey } from '../../python/flow/site';
import type { SpanFix } from '../contract';
import { defineRule } from '../contract';
import { importOf } from '../fixes/edits';
import { named, origin, sourceSteps } from '../wording';

/** The best score of a search is shown, and nothing else measures the model. */
interface Match {
  readonly best: BestScoreFact;
  /** What was fitted where the search was made; a study fits in its objective. */
  readonly fits: readonly FitFact[];
}

export const tunedCvScoreReported = defineRule<Match>({
  id: 'tuned-cv-score-reported',
  code: 'B8',
  group: 'test-misuse',
  stage: 'evaluation',
  severity: 'hint',
  tier: 'hint',
  since: '0.1.0',

  find(program) {
    return program
      .all('best-score')
      .filter(best => isOfFolds(best.search) && isShown(program, best))
      .map(best => ({
        best,
        fits: program.all('fit').filter(fit => fit.searcher && sameSite(fit.site, best.search.site)),
      }));
  },

  guards: {
    'few configurations': ({ best }) => best.tries <= 3,
    'other rows are predicted': ({ best }, program) =>
      [...program.all('score'), ...program.all('predict')].some(
        ({ rows }) => !program.contains(best.search.rows, rows),
      ),
    // What is not followed may score it on any rows.
    'handed on': ({ best }, program) => isHandedOn(program, best),
    // Another file, seldom another program's matter, holds the rows that measure the model in the end.
    'training file': ({ best }) => sourcesOf(best.search.rows).some(isTrainingFile),
    'nested cross-validation': ({ fits }, program) =>
      program.all('cross-validation').some(one => fits.some(fit => fit.model === one.model)),
    'several searches are compared': ({ best, fits }, program) =>
      fits.length > 1 ||
      program.all('best-score').some(({ search }) => !sameSite(search.site, best.search.site)),
  },

  merge(matches) {
    return matches.slice(0, 1);
  },

  word({ best }, program) {
    const { search, site } = best;
    const rows = origin(search.rows);
    return {
      span: site,
      message:
        `${named(program.textOf(site))} is the best of at least ${best.tries} scores by which the parameters were chosen${rows ? `, on folds of ${rows}` : ''}, and the only ` +
        'number that tells how good the model is: the best of many is a little too good (by 0.06 for 25 configurations of noise on 100 rows). ' +
        'Score a part that the search never saw, or cross-validate the search itself.',
      path: [
        ...sourceSteps(search.rows),
        { span: search.site, note: `${search.label} chooses by these scores` },
        { span: site, note: 'the best of them is reported' },
      ],
      scores: [site],
    };
  },

  fix({ best, fits }, program) {
    const [fit] = fits;
    return fit && nested(program, best, fit);
  },
});

/** Does the model reach a function of which nothing is known, once it is chosen? */
function isHandedOn(program: Program, { search }: BestScoreFact): boolean {
  return program.all('use').some(({ order, models }) => order > search.order && models.length > 0);
}

/** A file that is declared, or called, the training part: there is another part beside it. */
function isTrainingFile({ kind, role, label }: Source): boolean {
  return (
    role === 'train' ||
    (role === undefined && kind === 'load' && /(^|[^a-z])train(ing)?([^a-z]|$)/i.test(label))
  );
}

/** Scores on a part that is split off are the matter of other rules. */
function isOfFolds({ how, scores }: SelectFact): boolean {
  return how === 'search' || scores.length === 0;
}

/** Printed, or the whole of a line, as at the end of a notebook's cell. */
function isShown(program: Program, best: BestScoreFact): boolean {
  if (program.all('show').some(show => show.best.includes(best))) return true;
  const { site } = best;
  if (site.module !== undefined) return false;
  const around = program.textOf({ start: Math.max(0, site.start - 1), end: site.end + 1 });
  return /^(\n|(?=\w))[\w.]+\n?$/.test(around) && (site.start === 0 || around.startsWith('\n'));
}

/** `search.best_score_` becomes `cross_val_score(search, X, y).mean()`. */
function nested(program: Program, best: BestScoreFact, fit: FitFact): SpanFix | undefined {
  const { features, target } = fit.given;
  const search = /^(\w+)\.best_score_$/.exec(program.textOf(best.site))?.[1];
  if (search === undefined || !features || !target || best.site.module !== undefined) return undefined;
  if (best.calls.map(siteKey).join() !== fit.calls.map(siteKey).join()) return undefined;
  const [X, y] = [program.textOf(features), program.textOf(target)];
  if (!/^\w+$/.test(X) || !/^\w+$/.test(y)) return undefined;
  return {
    title: 'Cross-validate the search itself',
    safe: false,
    edits: [
      ...importOf(program, 'sklearn.model_selection', 'cross_val_score'),
      { span: best.site, newText: `cross_val_score(${search}, ${X}, ${y}).mean()` },
    ],
  };
}
