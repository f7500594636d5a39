import type { Estimated } from '../evaluation';
import type { Context } from './context';
import { boundsOf, weightsOf } from './context';
import { areGrouped, replicate, samplingOf } from './replicate';

/** These rows are independent and count alike, so that formulas of intervals hold. */
export function isPlain(rows: Uint32Array, context: Context): boolean {
  return !context.weights && !areGrouped(rows, context);
}

/** Statistics of rows by what each of them counts. */
export interface Statistics {
  /** How many rows each statistic rests on. */
  readonly n: readonly number[];
  /** @param weights of the rows, in the order in which they are given; it may not be kept */
  of(weights: Float64Array): readonly number[];
}

/** Statistics of rows as they count, each with the interval of drawing these rows, or the groups that they belong to. */
export async function drawnEstimates(
  rows: Uint32Array,
  context: Context,
  { n, of }: Statistics,
  sampling = samplingOf(rows, context),
): Promise<readonly Estimated[]> {
  const own = weightsOf(rows, context);
  const values = of(own);
  const counted = new Float64Array(rows.length);
  const weighted = (drawn: Float64Array): readonly number[] => {
    for (let at = 0; at < counted.length; at++) counted[at] = (drawn[at] ?? 0) * (own[at] ?? 0);
    return of(counted);
  };
  const all = await replicate(rows.length, sampling, weighted, context);
  return values.map((value, at): Estimated => {
    const rests = n[at] ?? rows.length;
    if (rests === 0) return { value: NaN, n: 0, noInterval: 'there is no row to count' };
    const replicates = all[at];
    const bounds = replicates ? boundsOf(replicates, sampling.method) : STOPPED;
    return { value, n: rests, ...bounds };
  });
}

const STOPPED = { noInterval: 'its computation was stopped' };
