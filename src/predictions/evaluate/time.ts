import { ascendingOrder } from '../../statistics/ranking/order';
import { mulberry32 } from '../../statistics/resampling/random';
import { drawBlocks } from '../../statistics/resampling/draws';
import type { NumberOutcomes } from '../outcomes';
import type { Context } from './context';
import { gather, replicatesFor, SEED } from './context';
import type { Sampling } from './replicate';
import { areGrouped } from './replicate';

/** Rows of forecasts in the order of time, and how they are drawn; each call of `sampling` draws the same ones anew. */
export interface Timed {
  readonly rows: Uint32Array;
  /** Absent where no column tells the time, or whole series are drawn. */
  readonly sampling?: () => Sampling;
}

export function timed({ time }: NumberOutcomes, subset: Uint32Array, context: Context): Timed {
  if (!time) return { rows: subset };
  const order = ascendingOrder(gather(time, subset));
  const rows = order.map(at => subset[at] ?? 0);
  return areGrouped(rows, context) ? { rows } : { rows, sampling: () => blocks(rows.length) };
}

/** Blocks as long as the cube root of the number of rows, at least 2 (H. R. Künsch 1989; P. Hall and others 1995). */
function blocks(n: number): Sampling {
  const length = Math.max(2, Math.ceil(Math.cbrt(n)));
  return {
    draw: drawBlocks(n, length, mulberry32(SEED)),
    method: 'block-bootstrap',
    replicates: replicatesFor(n),
  };
}
