import type { FitFact, Imbalance, ScoreFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import { sourcesOf } from '../../python/flow/rows/rows';
import { taintsOf } from '../../python/flow/taint';
import type { SpanFix } from '../contract';
import { defineRule } from '../contract';
import { answersColumn } from '../grounds/declared';
import { isBundled } from '../grounds/demonstrations';
import { importOf } from '../fixes/edits';
import { insertBelow } from '../fixes/insert';
import { says } from '../grounds/says';
import { distinctSteps, fitStep, named, scoreAt, scoreStep } from '../wording';

/** The program treats some classes as rarer than others, and judges the model by its accuracy. */
interface Match {
  readonly score: ScoreFact;
  /** What says that they are: `class_weight`, `SMOTE.fit_resample`. */
  readonly imbalance: Imbalance;
}

export const accuracyOnImbalanced = defineRule<Match>({
  id: 'accuracy-on-imbalanced',
  code: 'C3',
  group: 'evaluation',
  stage: 'evaluation',
  severity: 'information',
  tier: 'probable',
  since: '0.1.0',

  find(program) {
    return program.all('score').flatMap(score => {
      const imbalance = imbalanceOf(program, score.fit);
      return imbalance !== undefined && isAccuracy(score) && !program.contains(score.fit.rows, score.rows)
        ? [{ score, imbalance }]
        : [];
    });
  },

  guards: {
    'another metric beside it': (_, program) => namesOtherMetric(program),
    // `class_weight='balanced'` is asked for of classes of equal size, too.
    'weights that only make classes count alike': ({ imbalance, score }, program) =>
      imbalance.evens && !hasRareName(program, score),
    'the scored rows are balanced too': ({ score }) =>
      taintsOf(score.taints, 'dup').some(({ how }) => how === 'over' || how === 'under'),
    'more than two classes': (_, program) => hasManyClasses(program),
    'a benchmark': ({ score }) => isBundled(score.rows),
  },

  merge: matches => matches.slice(0, 1),

  word({ score, imbalance }, program) {
    return {
      span: score.site,
      message:
        `${scoreAt(program, score)} is the accuracy, and nothing else is measured on the held-out rows, while ${named(imbalance.label)}${imbalance.evens ? " and the data's own name say" : ' says'} that one class is ` +
        'rare: always giving the frequent class has a high accuracy too, so that it does not tell whether the rare cases are found. ' +
        'Report precision and recall of the rare class, or the average precision, beside it.',
      path: distinctSteps([fitStep(score.fit), scoreStep(score)]),
    };
  },

  fix: ({ score }, program) => reportBeside(program, score),
});

/** Of a regression, `score` is no accuracy. */
function isAccuracy({ metric, prevalence }: ScoreFact): boolean {
  return metric === 'accuracy_score' || (metric === 'score' && prevalence);
}

function imbalanceOf(program: Program, { imbalance, taints, rows }: FitFact): Imbalance | undefined {
  const resampled = taintsOf(taints, 'dup').find(
    ({ how, label }) => how !== 'window' && SAMPLERS.test(label),
  );
  const drawn = sourcesOf(rows).find(({ site, label }) => isSkewed(label, program.textOf(site)));
  const shown = resampled ?? drawn;
  return imbalance?.evens === false || !shown ? imbalance : { label: shown.label, evens: false };
}

/** The answers, or the file that they are in, are named by what happens to few. */
function hasRareName(program: Program, { fit }: ScoreFact): boolean {
  const names = [answersColumn(program, fit.target), ...sourcesOf(fit.rows).map(({ label }) => label)];
  return names.some(name => name !== undefined && RARE.test(name));
}

const RARE =
  /fraud|churn|attrition|default(?!_)|anomal|outlier|intrusion|bankrupt|stroke|fail(ed|ure)|(?<!de)fault|defect|broken|rare(?![a-z])/i;

const SAMPLERS =
  /SMOTE|ADASYN|Sampler|TomekLinks|NearMiss|Neighbour|AllKNN|OneSidedSelection|ClusterCentroids/;

/** `make_classification(weights=[0.95])` */
function isSkewed(label: string, text: string): boolean {
  const first = /\bweights\s*=\s*[[(]\s*(0?\.\d+)/.exec(text)?.[1];
  return (
    label.startsWith('make_classification') && first !== undefined && Math.abs(Number(first) - 0.5) > 0.25
  );
}

const namesOtherMetric = says(
  /precision|recall|\bf1|f1_|fbeta|\broc|roc_|auc\b|auc_|confusion|classification_report|matthews|\bmcc|balanced_accuracy|kappa|brier|log_loss|gini_|g_?mean|geometric_mean|sensitivity|specificity|jaccard|crosstab|\blift|\bks_|true_?pos|false_?neg|false_?pos|\b[tf][pn]r?\b|imbalanced\.metrics|majority|\bmaj|dummy|baseline/i,
);

const hasManyClasses = says(
  /categorical_crossentropy|CrossEntropyLoss|multinomial|multi.?class|num_class|n_classes|to_categorical|average\s*=|label_binarize|OneVsRest|OneVsOne|mlogloss|softmax|softprob/i,
);

const SCORED =
  /^(?:(\w+)\.score\((\w+), *(\w+)\)|(?:\w+\.)*accuracy_score\((\w+), *(\w+(?:\.predict\(\w+\))?)\))$/;

/** Prints a report below the line of the score, where that reads `model.score(X_test, y_test)`. */
function reportBeside(program: Program, { site }: ScoreFact): SpanFix | undefined {
  const found = SCORED.exec(program.textOf(site));
  if (!found) return undefined;
  const [, model = '', features = '', answers, truth = '', predicted = ''] = found;
  const given =
    answers === undefined ? `${truth}, ${predicted}` : `${answers}, ${model}.predict(${features})`;
  const edit = insertBelow(program, site, [`print(classification_report(${given}))`]);
  return (
    edit && {
      title: 'Print precision and recall of each class too',
      safe: false,
      edits: [...importOf(program, 'sklearn.metrics', 'classification_report'), edit],
    }
  );
}
