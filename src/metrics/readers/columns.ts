import { normalName } from '../names';
import { splitNamed } from '../stated-split';

/*
 * What columns of tables of metrics, and fields of lines of JSON, are for, by their names.
 */

export const NAME = ['metric', 'metrics', 'name', 'key', 'measure', 'metric_name'];
export const VALUE = ['value', 'score', 'result', 'metric_value'];
export const SPLIT = ['split', 'set', 'dataset', 'dataset_split', 'data_split', 'subset', 'partition'];
export const ROWS = ['n', 'support', 'n_rows', 'n_samples', 'rows', 'count'];
export const SUCCESSES = ['successes', 'correct', 'hits'];
const PERIODS = ['date', 'day', 'week', 'month', 'quarter', 'year', 'period'];
export const STEP = ['step', 'global_step', 'epoch', 'iteration', ...PERIODS];
export const RUN = [
  'model',
  'run',
  'run_name',
  'run_id',
  'classifier',
  'estimator',
  'variant',
  'experiment',
  'name',
];
export const PREDICTIONS = [
  'y_true',
  'y_pred',
  'y_score',
  'y_prob',
  'prediction',
  'predictions',
  'predicted',
];
/** Without a step, a table with more rows holds data. */
export const MOST_RUNS = 1000;

/** The index of the column that goes by the first of these names that there is; -1 for none. */
export function columnOf(columns: readonly string[], names: readonly string[]): number {
  const known = columns.map(normalName);
  return names.map(name => known.indexOf(name)).find(index => index >= 0) ?? -1;
}

/** The split that a cell states; a text that is no name of one is kept, so that values stay apart. */
export function splitOfCell(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : (splitNamed(text) ?? text);
}

export const HOLDS_PREDICTIONS =
  'This table holds predictions, not metrics. Name it in the manifest as data.predictions, and the report computes metrics from it.';

export const looksLikeData = (rows: number | 'many'): string =>
  `This table has ${rows} rows and no step column: it looks like data, not metrics, and is not read.`;
