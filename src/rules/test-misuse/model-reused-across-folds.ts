import type { FitFact, ScoreFact } from '../../python/flow/facts';
import type { Part } from '../../python/flow/rows';
import { siteKey } from '../../python/flow/site';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { intoLoop } from '../loopFix';
import { onePer } from '../onePer';
import { partsOf } from '../parts';
import { distinctSteps, named, scoreAt, sourceSteps } from '../wording';

/** A model that was trained in one fold goes on training in the next, and is scored on rows of the first one's training side. */
interface Match {
  readonly score: ScoreFact;
  readonly earlier: FitFact;
  /** The held-out side of the fold that is scored. */
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
      const fold = partsOf(score.rows, 'folds').find(({ index }) => index === 1);
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
    return {
      span: fit.site,
      message:
        `${named(fit.label)} goes on from what it learned in the fold before: from the second fold on, ${scoreAt(program, score)} is ` +
        'measured on rows that the same model was trained on in an earlier fold, and gets better from fold to fold. Make a new model at the ' +
        'beginning of each fold.',
      path: pathOf({ score, earlier, fold }),
      scores: [score.site],
    };
  },

  fix({ score, fold }, program) {
    return intoLoop(program, score.fit.site, fold.split.site);
  },
});

/** A fit that this one goes on from, on the training side of another fold of the same rows. */
function trainedBefore(fit: FitFact, held: Part): FitFact | undefined {
  const seen = new Set<FitFact>();
  for (let at = fit.continues; at && !seen.has(at); at = at.continues) {
    seen.add(at);
    if (partsOf(at.rows, 'folds').some(part => isOtherFold(part, held))) return at;
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

function pathOf({ score, earlier, fold }: Match): readonly SpanStep[] {
  return distinctSteps([
    ...sourceSteps(fold.of),
    { span: fold.split.site, note: 'the rows are cut into folds' },
    { span: earlier.site, note: `${earlier.label} is trained on the first fold's training rows` },
    { span: score.fit.site, note: 'in the next fold it goes on from there' },
    { span: score.site, note: `${score.metric} is computed on rows that an earlier fold trained on` },
  ]);
}
