import type { Score } from '../evaluation';
import type { IntervalMethod, MetricId } from '../methods';
import { mulberry32 } from '../../statistics/resampling/random';
import type { Context } from './context';
import { boundsOf, correctedBoundsOf, SEED, weightsOf } from './context';
import type { Sampling } from './replicate';
import { leaveOneOut, sumsOf, termsByGroup } from './jackknife';
import { areGrouped, replicate, samplingOf } from './replicate';

/** Metrics that are functions of sums over rows: `RMSE` of the sum of squares and the number of rows. */
export interface SummedMetrics {
  /** What is summed up, each over the rows. NaN where a row has no part in it. */
  readonly terms: readonly Float64Array[];
  /** What is drawn, in words: a row unless said. */
  readonly unit?: 'row' | 'query';
  readonly metrics: readonly {
    readonly metric: MetricId;
    readonly of: (sums: readonly number[]) => number;
  }[];
}

/** From so many rows on they are dealt into groups. */
const MANY_ROWS = 200_000;
const GROUPS = 2_000;

/** The metrics with their intervals, corrected for bias and skew where units are drawn one by one. The first term is 1 for each row. */
export async function summedScores(
  { terms, metrics, unit = 'row' }: SummedMetrics,
  subset: Uint32Array,
  context: Context,
  ordered?: Sampling,
): Promise<readonly Score[]> {
  const weights = weightsOf(subset, context);
  const valuesOf = (sums: readonly number[]): readonly number[] => metrics.map(({ of }) => of(sums));
  const own = context.weights
    ? terms.map(term => term.map((value, at) => value * (weights[at] ?? 0)))
    : terms;
  const values = valuesOf(sumsOf(own, new Float64Array(subset.length).fill(1)));
  const isLarge = !ordered && subset.length > MANY_ROWS && !areGrouped(subset, context);
  const units = isLarge ? dealt(own) : own;
  const n = units[0]?.length ?? 0;
  const every = Uint32Array.from({ length: n }, (_, at) => at);
  const sampling =
    ordered ?? samplingOf(isLarge ? every : subset, isLarge ? withoutGroups(context) : context);
  const all = await replicate(n, sampling, drawn => valuesOf(sumsOf(units, drawn)), context);
  const { percentile, bca } = isLarge
    ? { percentile: 'grouped-bootstrap' as const, bca: undefined }
    : methodsOf(sampling.method, unit);
  const leftOut = bca && leaveOneOut(termsByGroup(own, subset, context), valuesOf);
  return metrics.map(({ metric }, at): Score => {
    const [replicates, value, without] = [all[at], values[at] ?? NaN, leftOut?.[at]];
    const given = { metric, value, n: subset.length };
    if (!replicates) return { ...given, noInterval: 'its computation was stopped' };
    if (!bca || !without || without.length < FEW_UNITS)
      return { ...given, ...boundsOf(replicates, percentile) };
    return {
      ...given,
      ...correctedBoundsOf(replicates, percentile, { value, leftOut: without, method: bca }),
    };
  });
}

/** Of fewer rows, groups or queries leaving one out says nothing of how the error changes with the figure. */
const FEW_UNITS = 20;

interface Methods {
  readonly percentile: IntervalMethod;
  /** Absent where rows are drawn in blocks or within classes: leaving out one of them says nothing. */
  readonly bca?: IntervalMethod | undefined;
}

function methodsOf(drawn: IntervalMethod, unit: 'row' | 'query'): Methods {
  if (drawn === 'cluster-bootstrap') return { percentile: drawn, bca: 'cluster-bca' };
  if (drawn !== 'bootstrap') return { percentile: drawn };
  return unit === 'query'
    ? { percentile: 'query-bootstrap', bca: 'query-bca' }
    : { percentile: 'bootstrap', bca: 'bca' };
}

function withoutGroups({ cancellation, pause }: Context): Context {
  return { cancellation, pause };
}

/** Sums of rows that are dealt at random into groups of equal size, but for one row. */
function dealt(terms: readonly Float64Array[]): readonly Float64Array[] {
  const n = terms[0]?.length ?? 0;
  const random = mulberry32(SEED);
  const order = Uint32Array.from({ length: n }, (_, at) => at);
  for (let at = n - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [order[at] ?? 0, order[other] ?? 0];
    order[at] = b;
    order[other] = a;
  }
  return terms.map(term => {
    const sums = new Float64Array(GROUPS);
    for (let at = 0; at < n; at++) {
      const group = at % GROUPS;
      sums[group] = (sums[group] ?? 0) + (term[order[at] ?? 0] ?? 0);
    }
    return sums;
  });
}
