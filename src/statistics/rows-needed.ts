import { criticalValue } from './intervals/critical-value';

/** Above this nobody labels rows to settle a comparison. */
const MOST = 1e9;

/**
 * The least number of rows at which Wilson's interval around the same `value` no longer holds `target`; undefined
 * when they are so close that no test set would do, or are not proportions.
 *
 * Wilson's interval is the score test turned round: it holds `target` while
 * `|value - target| <= z * sqrt(target * (1 - target) / n)`, which is solved for `n`.
 */
export function rowsNeeded(value: number, target: number, level = 0.95): number | undefined {
  if (!isProportion(value) || !isProportion(target)) return undefined;
  const ratio = (criticalValue(level) / (value - target)) ** 2 * target * (1 - target);
  const n = Math.floor(ratio) + 1;
  return n <= MOST ? n : undefined;
}

function isProportion(x: number): boolean {
  return x >= 0 && x <= 1;
}
