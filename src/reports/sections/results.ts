import { isTestSplit } from '../../evidence/ledger/runs';
import { lastPart } from '../../metrics/names';
import { sizeName } from '../../metrics/scope';
import type { MetricValue } from '../../metrics/table';
import { surenessOf } from '../certainty';
import { reportedMatrices, reportedValues } from '../counted-rows';
import type { Block, Row, Section, TableBlock } from '../document';
import type { ReportFacts } from '../facts';
import { figureOf, linkTo } from '../figures';
import { formatNumber, plural } from '../format';
import { metricReadings, runName } from '../metric-readings';
import { classesFromValues } from '../results/class-values';
import { fileCurves } from '../results/file-curves';
import { knownMetric } from '../results/known-metrics';
import { languageModel } from '../results/language-model';
import { learningCurves } from '../results/learning-curves';
import { statedColumns, UNKNOWN } from '../shown';
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
  const covered = isCovered(facts) && matrices.length <= 1;
  const blocks: readonly Block[] = [
    ...languageModel(facts, values),
    ...(whole.length > 0 ? [scoreTable(facts, whole)] : []),
    ...(covered
      ? []
      : matrices.slice(0, MOST_MATRICES).flatMap((matrix, at) => matrixBlocks(facts, matrix, at + 1))),
    ...(covered || matrices.length > 0 ? [] : classesFromValues(facts, values)),
    ...fileCurves(facts),
    ...learningCurves(facts),
  ];
  if (blocks.length === 0) {
    const missing = 'No run reports a score on the test set. `runs` in the manifest says where metrics are.';
    return { ...section, missing, blocks };
  }
  const classes = covered ? undefined : matrices[0]?.labels.length;
  const parts = [
    plural(whole.length, 'score'),
    ...(classes === undefined
      ? []
      : [`a confusion matrix of ${plural(classes, 'class').replace(/classs$/, 'classes')}`]),
  ];
  const afresh = covered ? ' The section below computes the same afresh from the predictions.' : '';
  return { ...section, summary: `${parts.join(', and ')}.${afresh}`, blocks };
}

/** Predictions of the same split say more of classes than a matrix of theirs. */
function isCovered({ predictions, manifest }: ReportFacts): boolean {
  if (predictions.state !== 'read' || !predictions.evaluation.classes) return false;
  const { split } = predictions.evaluation.scope;
  return split === undefined || isTestSplit(manifest, split);
}

function scoreTable(facts: ReportFacts, values: readonly MetricValue[]): TableBlock {
  const more = Math.max(0, values.length - MOST_ROWS);
  const runs = new Set(values.map(({ run }) => run));
  return statedColumns({
    kind: 'table',
    id: 'scores',
    title: 'Scores as reported',
    columns: [
      { title: 'Score' },
      { title: 'Split' },
      ...(runs.size > 1 ? [{ title: 'Run' }] : []),
      { title: 'Value', isNumber: true },
      { title: 'Can lie' },
      { title: 'No skill' },
      { title: 'What it is' },
    ],
    rows: values.slice(0, MOST_ROWS).map(value => scoreRow(facts, value, runs.size > 1)),
    ...(more > 0 && { more }),
  });
}

function scoreRow({ manifest, metrics: { table } }: ReportFacts, value: MetricValue, withRun: boolean): Row {
  const { certainty, n } = surenessOf(table, value);
  return {
    cells: [
      value.name,
      value.split ?? UNKNOWN,
      ...(withRun ? [runName(table, value.run)] : []),
      figureOf(value.value, { certainty, n, source: linkTo(manifest, value.place) }),
      rangeOf(value.name),
      naiveOf(value.name),
      meaningOf(value.name),
    ],
  };
}

/** Where a score can lie: `0 – 1`, `from 0 up`. */
function rangeOf(name: string): string {
  const { least, most } = knownMetric(averageIn(name).own) ?? {};
  if (least === undefined) return most === undefined ? UNKNOWN : `up to ${formatNumber(most)}`;
  return most === undefined
    ? `from ${formatNumber(least)} up`
    : `${formatNumber(least)} – ${formatNumber(most)}`;
}

/** What no skill would score: `0.5, chance`. */
function naiveOf(name: string): string {
  const { naive } = knownMetric(averageIn(name).own) ?? {};
  return naive ? `${formatNumber(naive.value)}, ${naive.what}` : UNKNOWN;
}

const AVERAGES: Readonly<Record<string, string>> = {
  macro: 'all classes count alike',
  micro: 'all rows count alike',
  weighted: 'classes count by their rows',
  samples: 'averaged over rows',
};

/** What a name stands for where everybody means the same by it, and which average it says it is. */
function meaningOf(name: string): string {
  const { own, by } = averageIn(name);
  const average = by === undefined ? undefined : AVERAGES[by];
  return [knownMetric(own)?.is, average].filter(part => part !== undefined).join('; ');
}

/** `f1_macro` → `f1`, `macro`. */
function averageIn(name: string): { readonly own: string; readonly by?: string | undefined } {
  const bare = lastPart(name);
  const [, own = bare, by] = /^(.*?)[_ ](macro|micro|weighted|samples)(?:[_ ]avg)?$/.exec(bare) ?? [];
  return { own, by };
}
