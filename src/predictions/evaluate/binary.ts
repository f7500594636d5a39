import { binaryCounts } from '../../statistics/classification/weighted';
import { delong, delongLogitInterval } from '../../statistics/ranking/delong';
import type { Estimated, Score } from '../evaluation';
import type { MetricId } from '../methods';
import { BINARY_METRICS, binaryValues } from './binary-scores';
import type { Context } from './context';
import { boundsOf, LEVEL, shareOf, weightsOf } from './context';
import type { Sampling } from './replicate';
import { isPlain } from './drawn';
import { replicate, samplingOf, samplingOfCells } from './replicate';
import type { BinaryOutcomes, ScoredRows } from './scored-units';
import { cellsOf, scoredRows } from './scored-units';

/** From so many rows on, replicates are drawn from a table of counts. */
const MANY_ROWS = 200_000;

/** All metrics of two classes on some rows, each with its interval. */
export async function binaryScores(
  outcomes: BinaryOutcomes,
  subset: Uint32Array,
  context: Context,
): Promise<readonly Score[]> {
  const rows = scoredRows(outcomes, subset);
  const weights = weightsOf(rows.rows, context);
  const values = binaryValues(rows, weights, rows.scores !== undefined);
  const plain = isPlain(rows.rows, context);
  const counted = byFormula(rows);
  const drawn = await drawnBounds({ rows, weights, values, plain }, subset, context);
  return BINARY_METRICS.flatMap((metric, at): Score[] => {
    const value = values[at] ?? NaN;
    if (Number.isNaN(value) && !isDefinedElsewhere(metric, rows)) return [];
    const own = plain ? counted.get(metric) : undefined;
    if (own) return [{ ...own, metric }];
    return [{ metric, value, n: counted.get(metric)?.n ?? rows.rows.length, ...drawn(at) }];
  });
}

/** A metric that is NaN for lack of a class or a prediction is still shown, as not defined. */
function isDefinedElsewhere(metric: MetricId, { predicted, scores, logLoss }: ScoredRows): boolean {
  if (metric === 'roc_auc' || metric === 'average_precision' || metric === 'ks') return scores !== undefined;
  if (metric === 'log_loss' || metric === 'brier') return logLoss !== undefined;
  return predicted !== undefined;
}

/** Of independent rows that count alike: shares by Wilson, the area by DeLong. */
function byFormula({ truth, predicted, scores }: ScoredRows): Map<MetricId, Estimated> {
  const found = new Map<MetricId, Estimated>();
  if (predicted) {
    const { tp, fp, fn, tn } = binaryCounts(truth, predicted, new Float64Array(truth.length).fill(1));
    found.set('accuracy', shareOf(tp + tn, tp + fp + fn + tn));
    found.set('precision', shareOf(tp, tp + fp));
    found.set('recall', shareOf(tp, tp + fn));
    found.set('specificity', shareOf(tn, tn + fp));
  }
  if (scores) found.set('roc_auc', areaOf(truth, scores));
  return found;
}

/** The area under the ROC curve with DeLong's interval. */
export function areaOf(truth: ArrayLike<number>, scores: ArrayLike<number>): Estimated {
  const area = delong(truth, scores);
  const n = truth.length;
  if (Number.isNaN(area.auc)) return { value: NaN, n, noInterval: 'only one class occurs' };
  const { low, high } = delongLogitInterval(area, LEVEL);
  if (Number.isNaN(low)) return { value: area.auc, n, noInterval: 'a class has a single row' };
  if (low === high)
    return {
      value: area.auc,
      n,
      noInterval: 'all rows of a class are ordered alike, so nothing tells how it varies',
    };
  return { value: area.auc, n, interval: { low, high, level: LEVEL, method: 'delong' } };
}

interface Scored {
  readonly rows: ScoredRows;
  readonly weights: Float64Array;
  readonly values: readonly number[];
  /** Rows are independent and count alike. */
  readonly plain: boolean;
}

async function drawnBounds(
  { rows, weights, values, plain }: Scored,
  subset: Uint32Array,
  context: Context,
): Promise<(at: number) => Pick<Estimated, 'interval' | 'noInterval'>> {
  const isRanked = rows.scores !== undefined;
  const n = rows.rows.length;
  if (plain && n > MANY_ROWS) {
    const cells = cellsOf(rows);
    const sampling = samplingOfCells(cells.counts);
    const own = binaryValues(cells, cells.counts, isRanked);
    const all = await replicate(
      cells.counts.length,
      sampling,
      drawn => binaryValues(cells, drawn, isRanked),
      context,
    );
    return at => bounds(all[at], sampling, (values[at] ?? 0) - (own[at] ?? 0));
  }
  // Rows are drawn in the order of the file, so that another program draws the same ones from the seed.
  const { from, truth } = rows;
  const strata = new Uint8Array(n);
  for (const [at, place] of from.entries()) strata[place] = truth[at] ?? 0;
  const sampling = samplingOf(subset, context, strata);
  const inOrder = new Float64Array(n);
  const statistics = (drawn: Float64Array): readonly number[] => {
    for (let at = 0; at < n; at++) inOrder[at] = (drawn[from[at] ?? 0] ?? 0) * (weights[at] ?? 0);
    return binaryValues(rows, inOrder, isRanked);
  };
  const all = await replicate(n, sampling, statistics, context);
  return at => bounds(all[at], sampling, 0);
}

function bounds(
  replicates: Float64Array | undefined,
  { method }: Sampling,
  shift: number,
): Pick<Estimated, 'interval' | 'noInterval'> {
  return replicates ? boundsOf(replicates, method, shift) : { noInterval: 'its computation was stopped' };
}
