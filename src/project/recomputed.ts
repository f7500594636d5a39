import { START_OF_FILE } from '../base/place';
import type { MetricFacts } from '../evidence/facts';
import { namedIn } from '../metrics/named';
import type { MetricTable, MetricValue } from '../metrics/table';
import type { Estimated, Evaluation, Score, SplitScores } from '../predictions/evaluation';
import type { PredictionFacts } from '../predictions/facts';

/**
 * Facts of metrics that know what was computed from predictions, or why nothing was; the same as long as both are.
 *
 * @param file the predictions, as the manifest names them
 */
export type WithRecomputed = (
  metrics: MetricFacts,
  predictions: PredictionFacts,
  file: string,
) => MetricFacts;

export function withRecomputed(): WithRecomputed {
  const made = new WeakMap<MetricFacts, Made>();
  const tables: Tables = new WeakMap();
  return (metrics, predictions, file) => {
    if (predictions.state === 'none') return metrics;
    const before = made.get(metrics);
    if (before?.predictions === predictions && before.file === file) return before.facts;
    const facts: MetricFacts = { ...metrics, ...told(tables, predictions, file) };
    made.set(metrics, { predictions, file, facts });
    return facts;
  };
}

interface Made {
  readonly predictions: PredictionFacts;
  readonly file: string;
  readonly facts: MetricFacts;
}

type Tables = WeakMap<Evaluation, MetricFacts['recomputed']>;

function told(
  tables: Tables,
  predictions: Exclude<PredictionFacts, { state: 'none' }>,
  file: string,
): Partial<Pick<MetricFacts, 'recomputed' | 'notRecomputed'>> {
  switch (predictions.state) {
    case 'reading':
      return { notRecomputed: { file, reason: 'is still being read', failed: false } };
    case 'off': {
      const reason = `was not evaluated: ${predictions.reason.replace(/\.$/, '')}`;
      const { file: own, line } = predictions;
      const failed = own !== undefined;
      return {
        notRecomputed: { file: own ?? file, reason, failed, ...(line !== undefined && { line }) },
      };
    }
    case 'read': {
      const { evaluation } = predictions;
      const recomputed = tables.get(evaluation) ?? namedIn(tableOf(evaluation));
      tables.set(evaluation, recomputed);
      return { recomputed };
    }
  }
}

/** The scores of a file of predictions as a run would report them: of each split, and of the slices of the rows that count. */
export function tableOf(evaluation: Evaluation): MetricTable {
  const [file = ''] = evaluation.files;
  const { splits, scope, scores, slices } = evaluation;
  const values = (
    own: readonly Score[],
    where: Pick<MetricValue, 'split' | 'slice'>,
  ): readonly MetricValue[] => own.map(score => valueOf(file, score, where));
  const main = splits.find(({ split }) => split === scope.split);
  const ofMain = main ? { split: nameOf(main) } : {};
  const whole =
    splits.length > 0
      ? splits.flatMap(split => values(split.scores, { split: nameOf(split) }))
      : values(scores, {});
  const sliced = slices.flatMap(({ column, slices: rows }) =>
    rows.flatMap(({ value, scores: own }) => values(own, { ...ofMain, slice: { [column]: value } })),
  );
  const name = file.slice(file.lastIndexOf('/') + 1);
  return {
    runs: [{ id: file, name, file, source: 'predictions', params: {} }],
    values: [...whole, ...sliced, ...operational(evaluation, file)],
  };
}

/** `latency_p95`, with the unit of its column as `latency_p95_ms`, and what 1,000 predictions cost. */
function operational(
  { latency = [], latencyOf, unitCost }: Evaluation,
  file: string,
): readonly MetricValue[] {
  const unit = /_(ms|s)$/i.exec(latencyOf?.column ?? '')?.[0] ?? '';
  const quantiles = latency.flatMap(score => {
    const p = `p${Math.round(100 * score.quantile)}`;
    const names = [
      `latency_${p}`,
      `${p}_latency`,
      ...(unit && [`latency_${p}${unit}`, `${p}_latency${unit}`]),
    ];
    return names.map(name => estimated(file, name, score));
  });
  return [...quantiles, ...(unitCost ? [estimated(file, 'cost_per_1000', perThousand(unitCost))] : [])];
}

function perThousand({ value, interval, ...rest }: Estimated): Estimated {
  return {
    ...rest,
    value: 1000 * value,
    ...(interval && { interval: { ...interval, low: 1000 * interval.low, high: 1000 * interval.high } }),
  };
}

const nameOf = ({ split, role }: SplitScores): string => (role === 'other' ? split : role);

function valueOf(file: string, score: Score, where: Pick<MetricValue, 'split' | 'slice'>): MetricValue {
  return { ...estimated(file, score.metric, score), ...where };
}

function estimated(
  file: string,
  name: string,
  { value, n, interval, noInterval, counts }: Estimated,
): MetricValue {
  return {
    name,
    run: file,
    value,
    raw: String(value),
    place: { file, range: START_OF_FILE },
    computed: { n, ...(interval && { interval }), ...(noInterval !== undefined && { noInterval }) },
    ...(counts && { counts }),
  };
}
