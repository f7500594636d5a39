import type { FitFact, SaveFact, ScoreFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { assignmentFree, insertAbove } from '../fixes/insert';
import { defineRule } from '../contract';
import type { SpanFix } from '../contract';
import { areFromTables } from '../grounds/demonstrations';
import { importOf } from '../fixes/edits';
import { says } from '../grounds/says';
import { learners, namesSimpleModel } from '../grounds/simpleModels';
import { named, scoreAt } from '../wording';

/** A model of many parts is scored and kept, and all that learns in the module is of that kind. */
interface Match {
  readonly score: ScoreFact;
  readonly fit: FitFact;
  readonly save: SaveFact;
}

export const noBaseline = defineRule<Match>({
  id: 'no-baseline',
  code: 'J2',
  group: 'lifecycle',
  stage: 'model-selection',
  severity: 'hint',
  tier: 'hint',
  since: '0.1.0',

  find(program) {
    // The project declares the number that is to be beaten.
    if (program.declarations.baseline === true) return [];
    const [save] = program.all('save').filter(({ fits }) => fits.some(isComplex));
    const all = learners(program);
    // A model that is not told apart may be a simple one.
    if (!save || all.some(({ family }) => family === undefined)) return [];
    return program
      .all('score')
      .filter(({ fit, rows }) => isComplex(fit) && !program.contains(fit.rows, rows))
      .map(score => ({ score, fit: score.fit, save }));
  },

  guards: {
    'a simple model is there': (_, program) =>
      namesSimpleModel(program) || learners(program).some(({ family }) => family === 'simple'),
    'a competition ranks it': (_, program) => competes(program),
    'it goes on from a model that others trained': (_, program) => goesOn(program),
    'a demonstration': ({ fit }) => !areFromTables(fit.rows),
    // Images and texts have no simple model that is worth a line.
    'no table of columns': ({ fit }, program) => fit.family === 'network' && isDeep(program),
  },

  merge: matches => matches.slice(0, 1),

  word({ score, fit, save }, program) {
    const model = named(fit.learner ?? fit.label);
    return {
      span: fit.site,
      message:
        `${scoreAt(program, score)} tells how well ${model} does before it is kept (${program.whereIs(save.site)}), and no simple model is scored on the ` +
        'same rows: nobody can tell whether it is any better than always giving the same answer. Score a `DummyClassifier`, a ' +
        '`DummyRegressor` or a linear model beside it, or declare the number to beat as the `baseline` of a metric.',
      path: [
        { span: fit.site, note: `${fit.label} is fitted` },
        { span: score.site, note: `${score.metric} is computed` },
        { span: save.site, note: 'the model is kept' },
      ],
    };
  },

  fix: ({ score, fit }, program) => besides(program, score, fit),
});

const isComplex = ({ family }: FitFact): boolean => family === 'ensemble' || family === 'network';

const competes = says(/submission|kaggle|leaderboard/i);
const goesOn = says(/pretrained|fine.?tun|imagenet|applications\./i);
const isDeep = says(/\b(Conv\w+|Embedding|LSTM|GRU|Tokenizer|torchvision|transformers|image|audio)\b/);

/** Scores a dummy on the same rows, where the score reads `metric(y_test, model.predict(X_test))`. */
function besides(program: Program, score: ScoreFact, fit: FitFact): SpanFix | undefined {
  const { features, target } = fit.given;
  const dummy = /Regressor$/.test(fit.label)
    ? 'DummyRegressor'
    : /Classifier$/.test(fit.label)
      ? 'DummyClassifier'
      : undefined;
  if (!features || !target || !dummy || score.site.module !== undefined) return undefined;
  const model = /^(\w+)\.fit\(/.exec(program.textOf(fit.site))?.[1];
  const text = program.textOf(score.site);
  if (!model || !new RegExp(`\\b${model}\\.(predict|score)\\(`).test(text)) return undefined;
  const name = assignmentFree(program, 'dummy');
  const made = `${name} = ${dummy}().fit(${program.textOf(features)}, ${program.textOf(target)})`;
  const shown = `print("${dummy}", ${text.replace(new RegExp(`\\b${model}\\.`, 'g'), `${name}.`)})`;
  const edit = insertAbove(program, score.site, [made, shown]);
  return (
    edit && {
      title: `Score a \`${dummy}\` on the same rows`,
      safe: false,
      edits: [...importOf(program, 'sklearn.dummy', dummy), edit],
    }
  );
}
