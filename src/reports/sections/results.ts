import { canonicalName, lastPart } from '../../metrics/names';
import { sizeName } from '../../metrics/scope';
import type { MetricValue } from '../../metrics/table';
import { surenessOf } from '../certainty';
import { reportedMatrices, reportedValues } from '../counted-rows';
import type { Block, Row, Section, TableBlock } from '../document';
import type { ReportFacts } from '../facts';
import { figureOf, linkTo } from '../figures';
import { plural } from '../format';
import { metricReadings, runName } from '../metric-readings';
import { classesFromValues } from '../results/class-values';
import { languageModel } from '../results/language-model';
import { matrixBlocks } from '../results/matrix';

/** More scores are left out of the table. */
const MOST_ROWS = 60;
/** More matrices are left out. */
const MOST_MATRICES = 4;

const TITLES: Readonly<Record<string, string>> = {
  binary: 'Results: two classes',
  multiclass: 'Results: several classes',
  multilabel: 'Results: several labels a row',
  regression: 'Results: regression',
  ranking: 'Results: ranking',
  forecasting: 'Results: forecasts',
  clustering: 'Results: clustering',
  llm: 'Results: language model',
};

/** What files of metrics say of the rows that the report is about: scores, classes, mistakes. */
export function results(facts: ReportFacts): Section {
  const task = facts.manifest.fields.get('task')?.text ?? '';
  const section = { id: 'results', title: TITLES[task] ?? 'Results' };
  const readings = metricReadings(facts);
  const values = reportedValues(facts, readings);
  const matrices = reportedMatrices(facts, readings);
  const whole = values.filter(({ slice, name }) => slice === undefined && !sizeName(name));
  const blocks: readonly Block[] = [
    ...languageModel(facts, values),
    ...(whole.length > 0 ? [scoreTable(facts, whole)] : []),
    ...matrices.slice(0, MOST_MATRICES).flatMap((matrix, at) => matrixBlocks(facts, matrix, at + 1)),
    ...(matrices.length === 0 ? classesFromValues(facts, values) : []),
  ];
  if (blocks.length === 0) {
    const missing = 'No run reports a score on the test set. `runs` in the manifest says where metrics are.';
    return { ...section, missing, blocks };
  }
  const classes = matrices[0]?.labels.length;
  const parts = [
    plural(whole.length, 'score'),
    ...(classes === undefined
      ? []
      : [`a confusion matrix of ${plural(classes, 'class').replace(/classs$/, 'classes')}`]),
  ];
  return { ...section, summary: `${parts.join(', and ')}.`, blocks };
}

function scoreTable(facts: ReportFacts, values: readonly MetricValue[]): TableBlock {
  const more = Math.max(0, values.length - MOST_ROWS);
  const runs = new Set(values.map(({ run }) => run));
  return {
    kind: 'table',
    id: 'scores',
    title: 'Scores as reported',
    columns: [
      { title: 'Score' },
      { title: 'Split' },
      ...(runs.size > 1 ? [{ title: 'Run' }] : []),
      { title: 'Value', isNumber: true },
      { title: 'What it is' },
    ],
    rows: values.slice(0, MOST_ROWS).map(value => scoreRow(facts, value, runs.size > 1)),
    ...(more > 0 && { more }),
  };
}

function scoreRow({ manifest, metrics: { table } }: ReportFacts, value: MetricValue, withRun: boolean): Row {
  const { certainty, n } = surenessOf(table, value);
  return {
    cells: [
      value.name,
      value.split ?? 'not stated',
      ...(withRun ? [runName(table, value.run)] : []),
      figureOf(value.value, { certainty, n, source: linkTo(manifest, value.place) }),
      meaningOf(value.name),
    ],
  };
}

const MEANINGS: Readonly<Record<string, string>> = {
  accuracy: 'share of rows predicted right',
  balanced_accuracy: 'mean recall of the classes',
  recall: 'share of positive rows that were found',
  precision: 'share of positive calls that are right',
  specificity: 'share of negative rows that were left alone',
  f1: 'harmonic mean of precision and recall',
  roc_auc: 'share of pairs that are ordered right; 0.5 is chance',
  average_precision: 'area under precision over recall; the share of positive rows is chance',
  log_loss: 'mean of −ln p of the true class',
  brier: 'mean squared distance of probability and truth',
  mae: 'mean absolute error, in the unit of the target',
  mse: 'mean squared error, in the squared unit of the target',
  rmse: 'root of the mean squared error, in the unit of the target',
  r2: 'share of the variance that is explained; 0 is the mean',
  mape: 'mean relative error: a fraction in scikit-learn, percent in others; large near zero',
  mcc: 'correlation of prediction and truth; 0 is chance',
  silhouette: 'how far clusters are apart, from −1 to 1',
  perplexity: 'as many words seem equally likely to come next',
};

const AVERAGES: Readonly<Record<string, string>> = {
  macro: 'all classes count alike',
  micro: 'all rows count alike',
  weighted: 'classes count by their rows',
  samples: 'averaged over rows',
};

/** What a name stands for where everybody means the same by it, and which average it says it is. */
function meaningOf(name: string): string {
  const bare = lastPart(name);
  const [, own = bare, by] = /^(.*?)[_ ](macro|micro|weighted|samples)(?:[_ ]avg)?$/.exec(bare) ?? [];
  const meaning = MEANINGS[canonicalName(own)];
  const average = by === undefined ? undefined : AVERAGES[by];
  return [meaning, average].filter(part => part !== undefined).join('; ');
}
