import { START_OF_FILE } from '../base/place';
import type { MetricFacts } from '../evidence/facts';
import { namedIn } from '../metrics/named';
import type { MetricTable, MetricValue } from '../metrics/table';
import type { Evaluation, Score, SplitScores } from '../predictions/evaluation';
import type { PredictionFacts } from '../predictions/facts';

/** Facts of metrics that know what was computed from predictions; the same as long as both are. */
export type WithRecomputed = (metrics: MetricFacts, predictions: PredictionFacts) => MetricFacts;

export function withRecomputed(): WithRecomputed {
  const made = new WeakMap<MetricFacts, { readonly evaluation: Evaluation; readonly facts: MetricFacts }>();
  const tables = new WeakMap<Evaluation, (name: string) => MetricTable>();
  return (metrics, predictions) => {
    if (predictions.state !== 'read') return metrics;
    const { evaluation } = predictions;
    const before = made.get(metrics);
    if (before?.evaluation === evaluation) return before.facts;
    const recomputed = tables.get(evaluation) ?? namedIn(tableOf(evaluation));
    tables.set(evaluation, recomputed);
    const facts: MetricFacts = {
      table: metrics.table,
      unread: metrics.unread,
      passedOver: metrics.passedOver,
      withoutSteps: metrics.withoutSteps,
      named: metrics.named,
      recomputed,
    };
    made.set(metrics, { evaluation, facts });
    return facts;
  };
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
    values: [...whole, ...sliced],
  };
}

const nameOf = ({ split, role }: SplitScores): string => (role === 'other' ? split : role);

function valueOf(
  file: string,
  { metric, value, n, interval, noInterval, counts }: Score,
  where: Pick<MetricValue, 'split' | 'slice'>,
): MetricValue {
  return {
    name: metric,
    run: file,
    value,
    raw: String(value),
    place: { file, range: START_OF_FILE },
    computed: { n, ...(interval && { interval }), ...(noInterval !== undefined && { noInterval }) },
    ...(counts && { counts }),
    ...where,
  };
}
