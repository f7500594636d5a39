import type { Expression } from '../manifest/expression/ast';
import { splitWord } from '../metrics/names';
import type { MetricValue } from '../metrics/table';
import { newcombe } from '../statistics/intervals/difference';
import type { Estimate } from '../statistics/intervals/interval';

/** A difference of two shares, with its interval and the rows of the smaller of the two splits. */
export interface DifferenceOfShares extends Estimate {
  readonly n: number;
}

/**
 * What an expression such as `recall[split=train] - recall[split=validation]` comes to, by the counts behind both: only where
 * they are of two splits, and so of different rows.
 *
 * @param parts the values of the expression's metrics, from left to right
 */
export function differenceOfShares(
  expression: Expression,
  [first, second]: readonly MetricValue[],
  level = 0.95,
): DifferenceOfShares | undefined {
  const isDifference =
    expression.kind === 'binary' &&
    expression.op === '-' &&
    expression.left.kind === 'metric' &&
    expression.right.kind === 'metric';
  if (!isDifference || !first?.counts || !second?.counts || !areApart(first, second)) return undefined;
  return { ...newcombe(first.counts, second.counts, level), n: Math.min(first.counts.n, second.counts.n) };
}

/** Are both splits named, and not the same one by two names? */
export function areApart({ split: a }: MetricValue, { split: b }: MetricValue): boolean {
  return a !== undefined && b !== undefined && (splitWord(a) ?? a) !== (splitWord(b) ?? b);
}
