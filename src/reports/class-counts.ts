import { canonicalName, lastPart } from '../metrics/names';
import type { MetricMatrix, MetricValue } from '../metrics/table';
import { support } from '../statistics/classification/confusion';
import { constantScores } from '../statistics/classification/constant';
import { total } from '../statistics/sums';
import { ofRun } from './by-run';
import { confusionOf, roleIn } from './counted-rows';
import type { ReportFacts } from './facts';
import type { MethodId } from './methods';

/** How many rows of each class a value was measured on. */
export interface ClassCounts {
  readonly labels: readonly string[];
  readonly rows: readonly number[];
  /** The index of the positive class. */
  readonly positive?: number;
  /** Who says so: `the confusion matrix`, `data/test.csv`. */
  readonly by: string;
}

/** By the confusion matrix of the same run and split, else by the data of the split. */
export function classCounts(facts: ReportFacts, value: MetricValue): ClassCounts | undefined {
  const { table } = facts.metrics;
  const matrix = ofRun(table, value.run).matrices.find(
    ({ split, slice }) => split === value.split && slice === undefined,
  );
  return matrix ? ofMatrix(matrix) : ofData(facts, value.split);
}

function ofMatrix(matrix: MetricMatrix): ClassCounts {
  const { labels, positive } = matrix;
  const rows = support(confusionOf(matrix));
  const at = positive ?? (labels.length === 2 ? 1 : undefined);
  return { labels, rows, by: 'the confusion matrix', ...(at !== undefined && { positive: at }) };
}

function ofData({ manifest, data }: ReportFacts, split: string | undefined): ClassCounts | undefined {
  if (data.state !== 'read') return undefined;
  const role = split === undefined ? 'test' : roleIn(manifest, split);
  const found = data.profile.splits.find(one => one.role === role && one.classes !== undefined);
  if (!found?.classes) return undefined;
  const labels = found.classes.map(({ label }) => label);
  const positive = labels.indexOf(String(manifest.declarations.target?.positive ?? ''));
  return {
    labels,
    rows: found.classes.map(({ rows }) => rows),
    by: `the data of ${found.name}`,
    ...(positive >= 0 && { positive }),
  };
}

/** What answering without looking at the features scores. */
export interface Constant {
  readonly name: 'Majority class' | 'Prior' | 'Stratified guess';
  readonly value: number;
  readonly method: MethodId;
}

/** What constant answers are scored by. */
interface Shares {
  readonly n: number;
  /** Of the rows, by class. */
  readonly shares: readonly number[];
  /** The share of the positive class, where one is known to be. */
  readonly prior: number | undefined;
}

type Scored = (of: Shares) => readonly Constant[];

const always = (value: number): Constant => ({ name: 'Majority class', value, method: 'majority' });
const byPrior = (value: number): Constant => ({ name: 'Prior', value, method: 'prior' });
const guess = (value: number): Constant => ({ name: 'Stratified guess', value, method: 'stratified' });

const square = ({ shares }: Shares): number => total(shares.map(share => share * share));
const most = ({ shares }: Shares): number => Math.max(...shares);
const ofPositive: Scored = ({ prior }) => (prior === undefined ? [] : [guess(prior)]);
const noCorrelation: Scored = () => [always(0)];

/** Of two classes, answering the share of the positive one for every row. */
const ofTwo =
  (score: 'averagePrecision' | 'brier'): Scored =>
  ({ n, shares, prior }) =>
    shares.length === 2 && prior !== undefined ? [byPrior(constantScores(n, prior * n)[score])] : [];

const SCORED: Readonly<Record<string, Scored>> = {
  accuracy: of => [always(most(of)), guess(square(of))],
  error_rate: of => [always(1 - most(of)), guess(1 - square(of))],
  balanced_accuracy: ({ shares }) => [always(1 / shares.filter(share => share > 0).length)],
  recall: ofPositive,
  precision: ofPositive,
  f1: ofPositive,
  specificity: ({ prior }) => (prior === undefined ? [] : [guess(1 - prior)]),
  mcc: noCorrelation,
  kappa: noCorrelation,
  cohen_kappa: noCorrelation,
  roc_auc: () => [byPrior(0.5)],
  average_precision: ofTwo('averagePrecision'),
  brier: ofTwo('brier'),
  log_loss: ({ shares }) => [
    byPrior(total(shares.map(share => (share === 0 ? 0 : -share * Math.log(share))))),
  ],
};

/** The scores of constant answers under a metric's name; none for metrics that classes say nothing of. */
export function constantsFor(name: string, { rows, positive }: ClassCounts): readonly Constant[] {
  const n = total(rows);
  const canonical = canonicalName(lastPart(name));
  if (n === 0 || !Object.hasOwn(SCORED, canonical)) return [];
  const shares = rows.map(count => count / n);
  const prior = positive === undefined ? undefined : shares[positive];
  return SCORED[canonical]?.({ n, shares, prior }) ?? [];
}
