import type { FitFact, ScoreFact } from '../../python/flow/facts';
import type { Part } from '../../python/flow/rows/rows';
import { siteKey } from '../../python/flow/site';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { intoLoop } from '../fixes/loopFix';
import { onePer } from '../grounds/onePer';
import { partsOf } from '../grounds/parts';
import { distinctSteps, named, scoreAt, sourceSteps } from '../wording';

/** A model that was trained in one fold goes on training in the next, and is scored on rows of the first one's training side. */
interface Match {
  readonly score: ScoreFact;
  readonly earlier: FitFact;
  /** The held-out side that is scored: of a fold, or of a split that each round of a loop draws anew. */
  readonly fold: Part;
}

export const modelReusedAcrossFolds = defineRule<Match>({
  id: 'model-reused-across-folds',
  code: 'B10',
  group: 'test-misuse',
  stage: 'model-selection',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return program.all('score').flatMap(score => {
      const parts = [...partsOf(score.rows, 'folds'), ...partsOf(score.rows, 'holdout').filter(isDrawnAnew)];
      const fold = parts.find(({ index }) => index === 1);
      const earlier = fold && trainedBefore(score.fit, fold);
      return fold && earlier ? [{ score, earlier, fold }] : [];
    });
  },

  guards: {
    // What came before in time was known: to learn on from it is how such a model is used.
    'folds in time': ({ fold }) => fold.split.label === 'TimeSeriesSplit',
  },

  merge: matches => onePer(matches, match => siteKey(match.score.fit.site)),

  word({ score, earlier, fold }, program) {
    const { fit } = score;
    const round = roundOf(fold);
    return {
      span: fit.site,
      message:
        `${named(fit.label)} goes on from what it learned in the ${round} before: from the second ${round} on, ${scoreAt(program, score)} is ` +
        `measured on rows that the same model was trained on in an earlier ${round}, and gets better from ${round} to ${round}. Make a new model at the ` +
        `beginning of each ${round}.`,
      path: pathOf({ score, earlier, fold }),
      scores: [score.site],
    };
  },

  fix({ score, fold }, program) {
    return intoLoop(program, score.fit.site, fold.split.site);
  },
});

/** The seed is another one in each round; what is drawn without one is the matter of `evaluate-after-resplit`. */
function isDrawnAnew({ split: { seededBy = [] } }: Part): boolean {
  return seededBy.length > 0;
}

/** A fit that this one goes on from, on the training side of another fold of the same rows. */
function trainedBefore(fit: FitFact, held: Part): FitFact | undefined {
  const seen = new Set<FitFact>();
  for (let at = fit.continues; at && !seen.has(at); at = at.continues) {
    seen.add(at);
    if (partsOf(at.rows, held.split.form).some(part => isOtherFold(part, held))) return at;
  }
  return undefined;
}

function isOtherFold(train: Part, held: Part): boolean {
  return (
    train.index === 0 &&
    train.split !== held.split &&
    train.of === held.of &&
    siteKey(train.split.site) === siteKey(held.split.site)
  );
}

function roundOf({ split }: Part): 'fold' | 'round' {
  return split.form === 'folds' ? 'fold' : 'round';
}

function pathOf({ score, earlier, fold }: Match): readonly SpanStep[] {
  const round = roundOf(fold);
  const cut = round === 'fold' ? 'the rows are cut into folds' : 'each round splits the rows in another way';
  return distinctSteps([
    ...sourceSteps(fold.of),
    { span: fold.split.site, note: cut },
    { span: earlier.site, note: `${earlier.label} is trained on the first ${round}'s training rows` },
    { span: score.fit.site, note: `in the next ${round} it goes on from there` },
    { span: score.site, note: `${score.metric} is computed on rows that an earlier ${round} trained on` },
  ]);
}
