import type { Estimated, Score } from '../evaluation';
import type { MetricId } from '../methods';
import { mulberry32 } from '../../statistics/resampling/random';
import type { Context } from './context';
import { boundsOf, SEED, weightsOf } from './context';
import type { Sampling } from './replicate';
import { areGrouped, replicate, samplingOf } from './replicate';

/** Metrics that are functions of sums over rows: `RMSE` of the sum of squares and the number of rows. */
export interface SummedMetrics {
  /** What is summed up, each over the rows. NaN where a row has no part in it. */
  readonly terms: readonly Float64Array[];
  readonly metrics: readonly {
    readonly metric: MetricId;
    readonly of: (sums: readonly number[]) => number;
  }[];
}

/** From so many rows on they are dealt into groups. */
const MANY_ROWS = 200_000;
const GROUPS = 2_000;

/** The metrics with their intervals. The first term is 1 for each row. */
export async function summedScores(
  { terms, metrics }: SummedMetrics,
  subset: Uint32Array,
  context: Context,
  ordered?: Sampling,
): Promise<readonly Score[]> {
  const weights = weightsOf(subset, context);
  const sumsOf = (columns: readonly Float64Array[], drawn: Float64Array): readonly number[] =>
    columns.map(column => {
      let sum = 0;
      for (let at = 0; at < column.length; at++) sum += (drawn[at] ?? 0) * (column[at] ?? 0);
      return sum;
    });
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
  const method = isLarge ? 'grouped-bootstrap' : sampling.method;
  return metrics.map(({ metric }, at): Score => {
    const replicates = all[at];
    const interval: Pick<Estimated, 'interval' | 'noInterval'> = replicates
      ? boundsOf(replicates, method)
      : { noInterval: 'its computation was stopped' };
    return { metric, value: values[at] ?? NaN, n: subset.length, ...interval };
  });
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
