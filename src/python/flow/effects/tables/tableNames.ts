import { dataOf } from '../../data';
import type { Machine } from '../../machine';
import type { Value } from '../../value';

/** The variable that holds a table, or the one that it was taken from. */
export function tableOf(m: Machine, value: Value | undefined, depth = 0): string | undefined {
  const data = dataOf(m, value);
  return data?.name ?? (data?.of && depth < 4 ? tableOf(m, data.of, depth + 1) : undefined);
}
