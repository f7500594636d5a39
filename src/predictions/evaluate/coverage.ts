import type { NumberOutcomes } from '../outcomes';
import type { Part } from './parts';
import { partOf } from './parts';

/** How often the truth lies between the predicted bounds, of rows that have both. */
export function insideBounds({ truth, lower, upper }: NumberOutcomes, rows: Uint32Array): Part {
  const low = (at: number): number => lower?.[rows[at] ?? 0] ?? NaN;
  const high = (at: number): number => upper?.[rows[at] ?? 0] ?? NaN;
  return partOf(
    'share',
    rows.length,
    at => !Number.isNaN(low(at)) && !Number.isNaN(high(at)),
    at => {
      const value = truth[rows[at] ?? 0] ?? NaN;
      return Number(value >= low(at) && value <= high(at));
    },
  );
}
