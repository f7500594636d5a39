import type { ModelComparison } from '../evaluation';
import type { MetricId } from '../methods';
import type { ClassOutcomes, NumberOutcomes, Outcomes } from '../outcomes';
import { BINARY_METRICS, binaryValues } from './binary-scores';
import { classCells, COUNTED_METRICS, countedClassValues, tallied } from './class-counts';
import type { Context } from './context';
import { boundsOf, flagsOver, gatherCodes, numbersOver, weightsOf } from './context';
import { isBinary } from './quick';
import { labelSetValues, SET_METRICS } from './label-set-values';
import type { Sampling } from './replicate';
import { replicate, samplingOf } from './replicate';
import type { BinaryOutcomes } from './scored-units';
import { scoredRows } from './scored-units';

/** Rows above which nothing is drawn: the tests by formula tell the same by then. */
const MOST_ROWS = 200_000;

/** Metrics of rows that were drawn so and so often, in the order of the rows. */
type Values = (drawn: Float64Array) => readonly number[];

/**
 * Two models by metrics that no formula compares: the same rows are drawn for both.
 *
 */
export async function byPairedBootstrap(
  own: Outcomes,
  rival: Outcomes,
  subset: Uint32Array,
  context: Context,
  { given, sampling: ordered }: PairedDrawing,
): Promise<readonly ModelComparison[]> {
  const metrics = metricsOf(own);
  if (subset.length > MOST_ROWS) return [];
  const [first, second] = [valuesOf(own, subset, context), valuesOf(rival, subset, context)];
  if (!first || !second) return [];
  const once = new Float64Array(subset.length).fill(1);
  const [a, b] = [first(once), second(once)];
  const wanted = metrics.flatMap((metric, at) =>
    !given?.has(metric) && Number.isFinite(a[at]) && Number.isFinite(b[at]) ? [at] : [],
  );
  if (wanted.length === 0) return [];
  const sampling = ordered ?? samplingOf(subset, context, strataOf(own, subset));
  const differences: Values = drawn => {
    const [mine, theirs] = [first(drawn), second(drawn)];
    return wanted.map(at => (mine[at] ?? NaN) - (theirs[at] ?? NaN));
  };
  const all = await replicate(subset.length, sampling, differences, context);
  return wanted.flatMap((at, index): ModelComparison[] => {
    const [metric, mine, theirs, replicates] = [metrics[at], a[at], b[at], all[index]];
    if (metric === undefined || mine === undefined || theirs === undefined || !replicates) return [];
    return [
      {
        metric,
        own: mine,
        rival: theirs,
        difference: { value: mine - theirs, n: subset.length, ...boundsOf(replicates, sampling.method) },
        test: 'paired-bootstrap',
        p: twoSided(replicates),
      },
    ];
  });
}

export interface PairedDrawing {
  /** Metrics that are compared already. */
  readonly given?: ReadonlySet<MetricId>;
  /** How rows are drawn that follow each other in time; the subset is in the order of time. */
  readonly sampling?: Sampling;
}

/**
 * Twice the smaller share of replicates on either side of none, the rows as they are counted among them, so that it is never 0
 * (A. C. Davison and D. V. Hinkley 1997, section 4.2). One without a value, such as an area where no positive row was drawn, says
 * for neither and counts on both sides.
 */
export function twoSided(replicates: Float64Array): number {
  const share = (holds: (value: number) => boolean): number =>
    (replicates.filter(holds).length + 1) / (replicates.length + 1);
  const [below, above] = [share(value => !(value > 0)), share(value => !(value < 0))];
  return Math.min(1, 2 * Math.min(below, above));
}

const OF_BINARY = ['f1', 'roc_auc', 'average_precision', 'log_loss', 'brier'] as const;
const OF_CLASSES = ['balanced_accuracy', 'f1_macro'] as const;

function metricsOf(outcomes: Outcomes): readonly MetricId[] {
  if (outcomes.kind === 'numbers') return ['mae', 'rmse'];
  if (outcomes.kind === 'label-sets') return SET_METRICS;
  return isBinary(outcomes) ? OF_BINARY : OF_CLASSES;
}

function valuesOf(outcomes: Outcomes, subset: Uint32Array, context: Context): Values | undefined {
  if (isBinary(outcomes)) return ofBinary(outcomes, subset, context);
  if (outcomes.kind === 'classes') return ofClasses(outcomes, subset, context);
  if (outcomes.kind === 'label-sets') return labelSetValues(outcomes, subset, context);
  return outcomes.kind === 'numbers' ? ofNumbers(outcomes, subset, context) : undefined;
}

function strataOf(outcomes: Outcomes, subset: Uint32Array): ArrayLike<number> | undefined {
  if (isBinary(outcomes)) return flagsOver(subset, row => outcomes.truth[row] === outcomes.positive);
  return outcomes.kind === 'classes' ? gatherCodes(outcomes.truth, subset) : undefined;
}

function ofBinary(outcomes: BinaryOutcomes, subset: Uint32Array, context: Context): Values {
  const rows = scoredRows(outcomes, subset);
  const weights = weightsOf(rows.rows, context);
  const inOrder = new Float64Array(subset.length);
  return drawn => {
    for (let at = 0; at < inOrder.length; at++)
      inOrder[at] = (drawn[rows.from[at] ?? 0] ?? 0) * (weights[at] ?? 0);
    const values = binaryValues(rows, inOrder, rows.scores !== undefined);
    return OF_BINARY.map(metric => values[BINARY_METRICS.indexOf(metric)] ?? NaN);
  };
}

function ofClasses(
  { truth, predicted, labels }: ClassOutcomes,
  subset: Uint32Array,
  context: Context,
): Values | undefined {
  if (!predicted) return undefined;
  const cells = classCells(gatherCodes(truth, subset), gatherCodes(predicted, subset), labels.length);
  const weights = weightsOf(subset, context);
  return drawn => {
    const values = countedClassValues(
      cells,
      tallied(
        cells,
        drawn.map((times, at) => times * (weights[at] ?? 0)),
      ),
    );
    return OF_CLASSES.map(metric => values[COUNTED_METRICS.indexOf(metric)] ?? NaN);
  };
}

function ofNumbers({ truth, predicted }: NumberOutcomes, subset: Uint32Array, context: Context): Values {
  const errors = numbersOver(subset, row => (predicted[row] ?? NaN) - (truth[row] ?? NaN));
  const weights = weightsOf(subset, context);
  return drawn => {
    let [sizes, squares, all] = [0, 0, 0];
    for (let at = 0; at < errors.length; at++) {
      const [weight, error] = [(drawn[at] ?? 0) * (weights[at] ?? 0), errors[at] ?? NaN];
      sizes += weight * Math.abs(error);
      squares += weight * error * error;
      all += weight;
    }
    return [sizes / all, Math.sqrt(squares / all)];
  };
}
