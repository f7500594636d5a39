import type { Score } from '../evaluation';
import { constantScores } from '../../statistics/classification/constant';
import { clusterAgreement } from '../../statistics/clustering/agreement';
import { weightedMean } from '../../statistics/classification/weighted';
import type { Outcomes } from '../outcomes';
import { CLUSTER_METRICS } from './clusters';
import type { Context } from './context';
import { gather, gatherCodes, shareOf, weightsOf } from './context';
import { isPlain } from './drawn';
import { isBinary } from './quick';

const BY_DEFINITION = 'it follows from the rows, whatever the model says';

/** Rows that are answered the same. */
interface Answered {
  readonly rows: Uint32Array;
  readonly weights: Float64Array;
  /** Shares of them are those of independent rows that count alike. */
  readonly plain: boolean;
}

/** What answering the same for every row would score on the same rows. */
export function baselineScores(outcomes: Outcomes, subset: Uint32Array, context: Context): readonly Score[] {
  if (subset.length === 0) return [];
  const answered = {
    rows: subset,
    weights: weightsOf(subset, context),
    plain: isPlain(subset, context),
  };
  if (isBinary(outcomes)) return ofBinary(outcomes.truth, outcomes.positive, answered);
  if (outcomes.kind === 'classes') return [majority(weightByCode(outcomes.truth, answered), answered)];
  if (outcomes.kind === 'clusters') return oneCluster(outcomes.truth, subset);
  return outcomes.kind === 'numbers' ? ofNumbers(outcomes.truth, answered) : [];
}

const fixed = (metric: Score['metric'], value: number, n: number): Score => ({
  metric,
  value,
  n,
  noInterval: BY_DEFINITION,
});

function weightByCode(truth: Int32Array, { rows, weights }: Answered): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [at, code] of gatherCodes(truth, rows).entries())
    sums.set(code, (sums.get(code) ?? 0) + (weights[at] ?? 0));
  return sums;
}

/** Always the most frequent class. */
function majority(classes: ReadonlyMap<number, number>, { rows, plain }: Answered): Score {
  let [most, whole] = [0, 0];
  for (const weight of classes.values()) {
    most = Math.max(most, weight);
    whole += weight;
  }
  return plain
    ? { metric: 'accuracy', ...shareOf(most, whole) }
    : fixed('accuracy', most / whole, rows.length);
}

function ofBinary(truth: Int32Array, positive: number, answered: Answered): readonly Score[] {
  const classes = weightByCode(truth, answered);
  const positives = classes.get(positive) ?? 0;
  const whole = [...classes.values()].reduce((sum, weight) => sum + weight, 0);
  const constant = constantScores(whole, positives);
  const n = answered.rows.length;
  return [
    majority(new Map([...classes, [positive, positives]]), answered),
    fixed('balanced_accuracy', constant.balancedAccuracy, n),
    fixed('roc_auc', constant.rocAuc, n),
    fixed('average_precision', constant.averagePrecision, n),
    fixed('log_loss', constant.logLoss, n),
    fixed('brier', constant.brier, n),
  ];
}

/** All rows in one cluster. */
function oneCluster(truth: Int32Array, rows: Uint32Array): readonly Score[] {
  const agreement = clusterAgreement(gatherCodes(truth, rows), new Int32Array(rows.length));
  return CLUSTER_METRICS.map(([metric, of]) => fixed(metric, of(agreement), rows.length));
}

/** Always the mean of these very rows: what R² is held against. */
function ofNumbers(truth: Float64Array, { rows, weights }: Answered): readonly Score[] {
  const y = gather(truth, rows);
  const mean = weightedMean(y, weights);
  const errors = y.map(value => value - mean);
  const absolute = weightedMean(errors.map(Math.abs), weights);
  const squares = weightedMean(
    errors.map(error => error * error),
    weights,
  );
  const n = rows.length;
  return [fixed('mae', absolute, n), fixed('rmse', Math.sqrt(squares), n), fixed('r2', 0, n)];
}
