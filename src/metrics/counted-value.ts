import { agrees, countsOfShare, type Counts } from './counts';
import { normalName, shareOf } from './names';
import { sizeName } from './scope';
import { numberOf, type TreeNumber, type TreeObject } from './tree';

/** A value with what its own object says about the rows behind it. */
export interface CountedValue {
  readonly number: TreeNumber;
  readonly counts?: Counts;
  /** The stated number of rows, when no whole number of successes among them gives the value. */
  readonly impossible?: number;
}

/**
 * Reads `{ "value": 0.9, "n": 120 }`, also with `successes`, or `{ "successes": 108, "n": 120 }` alone. Successes are
 * computed from a value only for metrics that are known to be shares of rows: a mean absolute error of 0.3 over 100 rows is not
 * 30 of 100.
 */
export function countedValue(name: string, object: TreeObject): CountedValue | undefined {
  const number = numberAt(object, ['value', 'estimate', 'score']);
  const n = rowsIn(object);
  const successes = numberAt(object, ['successes', 'correct', 'hits', 'numerator']);
  if (successes && n !== undefined) return fromCounts(number, successes, n);
  if (!number) return undefined;
  if (n === undefined || shareOf(name) === undefined) return { number };
  const counts = countsOfShare(number.raw, number.value, n);
  return counts ? { number, counts } : { number, impossible: n };
}

function fromCounts(
  number: TreeNumber | undefined,
  successes: TreeNumber,
  n: number,
): CountedValue | undefined {
  const k = successes.value;
  const possible = Number.isInteger(k) && k >= 0 && Number.isInteger(n) && n > 0 && k <= n;
  if (!possible) return number && { number };
  // A value that is not this share, such as one in percent, has no interval by these counts.
  if (number && !agrees(number.raw, number.value, k / n)) return { number };
  return { number: number ?? { ...successes, value: k / n, raw: `${k}/${n}` }, counts: { successes: k, n } };
}

function rowsIn(object: TreeObject): number | undefined {
  const found = object.entries.find(({ key }) => sizeName(key)?.of === 'all');
  return found && numberOf(found.value)?.value;
}

function numberAt(object: TreeObject, names: readonly string[]): TreeNumber | undefined {
  const found = object.entries.find(({ key }) => names.includes(normalName(key)));
  return found && numberOf(found.value);
}
