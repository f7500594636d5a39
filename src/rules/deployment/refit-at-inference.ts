import type { ServeFact, StatTaint } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { siteKey } from '../../python/flow/site';
import { taintsOf } from '../../python/flow/taint';
import { defineRule } from '../contract';
import { onePer } from '../grounds/onePer';
import { says } from '../grounds/says';
import { learners } from '../grounds/simpleModels';
import { distinctSteps, named } from '../wording';

/** A loaded model predicts rows that were prepared with what these very rows taught. */
interface Match {
  readonly serve: ServeFact;
  readonly statistic: StatTaint;
}

export const refitAtInference = defineRule<Match>({
  id: 'refit-at-inference',
  code: 'I4',
  group: 'deployment',
  stage: 'deployment',
  severity: 'error',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return servings(program).flatMap(serve =>
      taintsOf(serve.taints, 'stat')
        .filter(statistic => isOfTheseRows(program, statistic, serve))
        .map(statistic => ({ serve, statistic })),
    );
  },

  guards: {
    'the model learned from it too': ({ statistic }, program) =>
      learners(program).some(({ taints }) =>
        taintsOf(taints, 'stat').some(({ site }) => siteKey(site) === siteKey(statistic.site)),
      ),
    // The training part prepares itself and the other parts, which the loaded model predicts as well.
    'other rows are prepared with it': ({ statistic }, program) =>
      program
        .all('transform')
        .some(
          ({ learned, rows }) =>
            siteKey(learned.site) === siteKey(statistic.site) &&
            learned.rows === statistic.rows &&
            !program.contains(statistic.rows, rows),
        ),
    'called training rows': ({ statistic }, program) => TRAINING.test(program.textOf(statistic.site)),
    // The program that trains learned again from the part that it held out: that is told where it happens.
    'the held-out part of this program': ({ statistic }, program) =>
      program
        .all('fit')
        .some(
          ({ rows, taints }) =>
            program.parting(rows, statistic.rows) !== undefined &&
            taintsOf(taints, 'stat').some(one => one.transformer?.api === statistic.transformer?.api),
        ),
    'calibrated anew on purpose': (_, program) => isCalibrated(program),
    'brought to the columns of training': ({ statistic }, program) =>
      statistic.how === 'get_dummies' && bringsColumns(program),
  },

  merge(matches) {
    // What one prediction rests on is one mistake, however many predictions rest on it.
    const perPrediction = onePer(matches, match => siteKey(match.serve.site));
    return onePer(perPrediction, match => siteKey(match.statistic.site));
  },

  word({ serve, statistic }, program) {
    const label = statistic.site.module === undefined ? statistic.label : statistic.how;
    return {
      span: statistic.site,
      // The same values get the same codes, and a few values are often the same.
      severity: codes(statistic) ? 'warning' : 'error',
      message:
        `${named(label)} learns from the rows that are to be predicted, and a model that ${named(serve.label)} loaded predicts from the ` +
        `result (${program.whereIs(serve.site)}): ${effectOf(statistic)}. Load the transformer that was fitted in training, best in one Pipeline with the model, ` +
        'and only `transform` here.',
      path: distinctSteps([
        { span: statistic.site, note: `${statistic.label} learns from the rows to be predicted` },
        { span: serve.site, note: 'the loaded model predicts from them' },
      ]),
    };
  },
});

/** Do numbers stand for values, one each? */
function codes({ cls }: StatTaint): boolean {
  return cls === 'schema';
}

function effectOf(statistic: StatTaint): string {
  if (codes(statistic))
    return 'unless these rows have the very same values as those of training, a code stands for one value here and for another there';
  return (
    `the model was trained with other ${statistic.cls === 'vocabulary' ? 'columns' : 'numbers'}, so that the same row gets another prediction ` +
    'when it comes with other rows'
  );
}

/** `scaler.fit_transform(X_train)`; `trained` is what is said of models. */
const TRAINING = /(?<![a-z])x?train(ing)?(?![a-z])/i;

const isCalibrated = says(/recalib|drift|domain.?adapt|test.?time/i);
const bringsColumns = says(/reindex|\.align\(|not in |set\(|categories|feature_names/);

function servings(program: Program): readonly ServeFact[] {
  return [...program.all('serve'), ...program.uncalled.filter(fact => fact.kind === 'serve')];
}

/** It learned from the rows that are predicted, and from no others: training rows among them would be no mistake. */
function isOfTheseRows(program: Program, { transformer, cls, rows }: StatTaint, serve: ServeFact): boolean {
  return (
    transformer !== undefined &&
    cls !== 'none' &&
    program.contains(rows, serve.rows) &&
    program.contains(serve.rows, rows)
  );
}
