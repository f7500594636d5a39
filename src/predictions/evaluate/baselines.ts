import type { Score } from '../evaluation';
import { constantScores } from '../../statistics/classification/constant';
import type { Outcomes } from '../outcomes';
import { shareOf } from './context';
import { isBinary } from './quick';

const BY_DEFINITION = 'it follows from the rows, whatever the model says';

/** What answering the same for every row would score on the same rows. */
export function baselineScores(outcomes: Outcomes, subset: Uint32Array): readonly Score[] {
  const n = subset.length;
  if (n === 0) return [];
  if (isBinary(outcomes)) return ofBinary(outcomes.truth, outcomes.positive, subset);
  if (outcomes.kind === 'classes') {
    const counts = new Map<number, number>();
    for (const row of subset)
      counts.set(outcomes.truth[row] ?? -1, (counts.get(outcomes.truth[row] ?? -1) ?? 0) + 1);
    return [
      {
        metric: 'accuracy',
        ...shareOf(
          [...counts.values()].reduce((most, count) => Math.max(most, count)),
          n,
        ),
      },
    ];
  }
  return outcomes.kind === 'numbers' ? ofNumbers(outcomes.truth, subset) : [];
}

function ofBinary(truth: Int32Array, positive: number, subset: Uint32Array): readonly Score[] {
  const n = subset.length;
  const positives = subset.reduce((sum, row) => sum + Number(truth[row] === positive), 0);
  const constant = constantScores(n, positives);
  const fixed = (metric: Score['metric'], value: number): Score => ({
    metric,
    value,
    n,
    noInterval: BY_DEFINITION,
  });
  return [
    { metric: 'accuracy', ...shareOf(Math.max(positives, n - positives), n) },
    fixed('balanced_accuracy', constant.balancedAccuracy),
    fixed('roc_auc', constant.rocAuc),
    fixed('average_precision', constant.averagePrecision),
    fixed('log_loss', constant.logLoss),
    fixed('brier', constant.brier),
  ];
}

/** Always the mean of these very rows: what R² is held against. */
function ofNumbers(truth: Float64Array, subset: Uint32Array): readonly Score[] {
  const n = subset.length;
  const mean = subset.reduce((sum, row) => sum + (truth[row] ?? NaN), 0) / n;
  let [absolute, squares] = [0, 0];
  for (const row of subset) {
    const error = (truth[row] ?? NaN) - mean;
    absolute += Math.abs(error);
    squares += error * error;
  }
  const fixed = (metric: Score['metric'], value: number): Score => ({
    metric,
    value,
    n,
    noInterval: BY_DEFINITION,
  });
  return [fixed('mae', absolute / n), fixed('rmse', Math.sqrt(squares / n)), fixed('r2', 0)];
}
