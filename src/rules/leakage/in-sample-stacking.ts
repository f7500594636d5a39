import type { FitFact, PredictFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { sameSite, siteKey } from '../../python/flow/site';
import { taintsOf } from '../../python/flow/taint';
import type { SpanStep } from '../contract';
import { defineRule } from '../contract';
import { onePer } from '../grounds/onePer';
import { outOfFold } from '../fixes/stackingFix';
import { distinctSteps, named, sourceSteps } from '../wording';

/** A model learns from what another one predicts of the rows that this other one was fitted on. */
interface Match {
  readonly prediction: PredictFact;
  readonly meta: FitFact;
}

export const inSampleStacking = defineRule<Match>({
  id: 'in-sample-stacking',
  code: 'A12',
  group: 'leakage',
  stage: 'model-selection',
  severity: 'warning',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return program.all('fit').flatMap(meta =>
      taintsOf(meta.taints, 'pred')
        .map(taint => taint.prediction)
        .filter(prediction => prediction.fit.model !== meta.model && isInSample(program, prediction, meta))
        .map(prediction => ({ prediction, meta })),
    );
  },

  guards: {
    // A straight line has no room to remember rows: regression in two stages is made of such.
    'a model that cannot remember rows': ({ prediction }) => !FLEXIBLE.test(prediction.fit.learner ?? ''),
    'learned without answers': ({ prediction }) => !prediction.fit.target.given,
    'learned its own features': ({ prediction: { fit } }) =>
      fit.features !== undefined && fit.target.name === fit.features,
  },

  merge: matches => onePer(matches, match => siteKey(match.prediction.site)),

  word({ prediction, meta }, program) {
    return {
      span: prediction.site,
      message:
        `${named(prediction.fit.label)} predicts the rows that it was fitted on (${program.whereIs(prediction.fit.site)}), and ` +
        `${named(meta.label)} learns from these predictions (${program.whereIs(meta.site)}): they are far better than those of rows ` +
        'that it has not seen, so the second model trusts them too much, and every score of the two is that of a worse combination. ' +
        'Take predictions out of fold, with `cross_val_predict`, or of rows that were kept apart.',
      path: pathOf({ prediction, meta }),
      scores: program.all('score').flatMap(score => (score.fit === meta ? [score.site] : [])),
    };
  },

  fix({ prediction }, program) {
    return outOfFold(program, prediction);
  },
});

const FLEXIBLE =
  /Forest|Tree|Boosting|Boost|^XGB|^LGBM|^CatBoost|Neighbors|^MLP|^(Nu)?SV[CR]$|GaussianProcess|Bagging|KernelRidge|^(Sequential|Model)$/;

function isInSample(program: Program, prediction: PredictFact, meta: FitFact): boolean {
  return (
    program.contains(prediction.fit.rows, prediction.rows) &&
    program.contains(prediction.fit.rows, meta.rows) &&
    !sameSite(prediction.fit.site, meta.site)
  );
}

function pathOf({ prediction, meta }: Match): readonly SpanStep[] {
  const { fit } = prediction;
  return distinctSteps([
    ...sourceSteps(fit.rows),
    { span: fit.site, note: `${fit.label} is fitted` },
    { span: prediction.site, note: 'it predicts the same rows' },
    { span: meta.site, note: `${meta.label} learns from these predictions` },
  ]);
}
