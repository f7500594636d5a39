import { isTestSplit } from '../evidence/ledger/runs';
import type { Manifest } from '../manifest/model';
import { splitWord } from '../metrics/names';
import type { MetricMatrix, MetricValue } from '../metrics/table';
import type { Confusion } from '../statistics/classification/confusion';
import { ofRun, splitsIn } from './by-run';
import type { ReportFacts } from './facts';
import type { MetricReading } from './metric-readings';

/** The runs that the manifest's metrics are taken from; the first where there is none of these. */
export function countingRuns(
  { metrics: { table } }: Pick<ReportFacts, 'metrics'>,
  readings: readonly MetricReading[],
): ReadonlySet<string> {
  const used = new Set(readings.flatMap(({ measured }) => measured?.parts.map(({ run }) => run) ?? []));
  if (used.size > 0) return used;
  return new Set(table.runs.slice(0, 1).map(({ id }) => id));
}

/** What business and operations measure says nothing of how a model was trained or scored. */
export const ofModel = (readings: readonly MetricReading[]): readonly MetricReading[] =>
  readings.filter(({ spec }) => spec.kind === 'model');

/** The values of runs that count for metrics of the model, on the rows that a report is about: see {@link reportedSplits}. */
export function reportedValues(
  facts: ReportFacts,
  readings: readonly MetricReading[],
): readonly MetricValue[] {
  const isReported = reportedSplits(facts);
  return [...countingRuns(facts, ofModel(readings))]
    .flatMap(run => ofRun(facts.metrics.table, run).values)
    .filter(({ split }) => isReported(split));
}

/** The confusion matrices of the same runs, of all rows of a split that a report is about. */
export function reportedMatrices(
  facts: ReportFacts,
  readings: readonly MetricReading[],
): readonly MetricMatrix[] {
  const isReported = reportedSplits(facts);
  return [...countingRuns(facts, ofModel(readings))]
    .flatMap(run => ofRun(facts.metrics.table, run).matrices)
    .filter(({ split, slice }) => slice === undefined && isReported(split));
}

/**
 * Which splits is a report about? The test set; a split that the source does not name; and where no value is of a test set, any
 * but the training rows.
 */
function reportedSplits({
  manifest,
  metrics: { table },
}: ReportFacts): (split: string | undefined) => boolean {
  const isTested = [...splitsIn(table)].some(split => isTestSplit(manifest, split));
  return split =>
    split === undefined || isTestSplit(manifest, split) || (!isTested && roleIn(manifest, split) !== 'train');
}

/** The role of a split that a source names, as the manifest or the name tells it. */
export function roleIn({ declarations }: Manifest, split: string): string | undefined {
  return declarations.splits.find(({ name }) => name === split)?.role ?? splitWord(split);
}

/** As statistics take it. */
export const confusionOf = ({ labels, rows }: MetricMatrix): Confusion => ({ labels, counts: rows });

/** What a matrix or value is of, for sentences: `rf on test`, or nothing. */
export function whereabouts({
  path = [],
  split,
}: {
  readonly path?: readonly string[];
  readonly split?: string;
}): string {
  const of = path.length > 0 ? ` of \`${path.join('.')}\`` : '';
  return `${of}${split === undefined ? '' : ` on ${split}`}`;
}
