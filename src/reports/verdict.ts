import type { MetricSpec } from '../manifest/model';
import type { Target } from '../manifest/target';
import { compare } from '../manifest/expression/evaluate';
import { isFraction } from '../metrics/names';
import { rowsNeeded } from '../statistics/rows-needed';
import { formatNumber, formatTarget, withUnit } from './format';
import type { IntervalView, MetricVerdict } from './view';

export interface Judgement {
  readonly verdict: MetricVerdict;
  /** One sentence. */
  readonly reason: string;
  /** About so many rows would decide, if the value stays. */
  readonly rowsNeeded?: number;
}

/**
 * Judges a value against its target. Where there is an interval, it decides: met when all of it is on the good side, not met when
 * none of it is, undecided when the target lies inside. Without one the value decides, and the reason says so.
 *
 * @param whyNone why there is no interval where there is none: a clause
 */
export function judge(
  spec: MetricSpec,
  value: number,
  interval: IntervalView | undefined,
  whyNone: string,
): Judgement {
  const { target, unit } = spec;
  if (!target) return { verdict: 'unknown', reason: 'The manifest sets no target for it.' };
  if (Number.isNaN(value)) {
    return { verdict: 'unknown', reason: 'The value is NaN (not a number): nothing can be said about it.' };
  }
  const scales = differentScales(spec.name, value, target);
  if (scales !== undefined) return { verdict: 'unknown', reason: scales };
  const wanted = formatTarget(target.op, target.value, unit);
  if (interval && target.op !== '==') return byInterval(value, target, interval, wanted);
  const met = compare(value, target.op, target.value);
  return {
    verdict: met ? 'met' : 'not met',
    reason: `${withUnit(value, unit)} is ${met ? '' : 'not '}${wanted}. No interval: ${whyNone}.`,
  };
}

/** Is one of the two in percent and the other a fraction? Then comparing them says nothing. */
function differentScales(name: string, value: number, target: Target): string | undefined {
  if (!isFraction(name) || value < 0) return undefined;
  const percent = (x: number): boolean => x > 1 && x <= 100;
  if (percent(value) === percent(target.value)) return undefined;
  return `The value is ${formatNumber(value)} and the target ${formatNumber(target.value)}: one of them is in percent and the other a fraction. Write both the same way.`;
}

function byInterval(value: number, target: Target, interval: IntervalView, wanted: string): Judgement {
  const { low, high } = interval;
  const good = (bound: number): boolean => compare(bound, target.op, target.value);
  const range = `the ${Math.round(interval.level * 100)} % interval ${interval.text}`;
  if (good(low) && good(high)) return { verdict: 'met', reason: `All of ${range} is ${wanted}.` };
  if (!good(low) && !good(high)) return { verdict: 'not met', reason: `None of ${range} is ${wanted}.` };
  const needed = rowsToDecide(value, target.value, interval);
  const rows =
    needed === undefined
      ? ''
      : ` If the value stays, about ${formatNumber(needed)} rows would decide instead of ${formatNumber(interval.n ?? NaN)}.`;
  return {
    verdict: 'undecided',
    reason: `${formatNumber(value)} is ${good(value) ? '' : 'not '}${wanted}, but ${range} reaches to both sides of the target.${rows}`,
    ...(needed !== undefined && { rowsNeeded: needed }),
  };
}

/** Of a share of rows alone: how others narrow with more rows is not known. */
function rowsToDecide(
  value: number,
  target: number,
  { successes, n, level }: IntervalView,
): number | undefined {
  if (successes === undefined || n === undefined) return undefined;
  const needed = rowsNeeded(value, target, level);
  return needed === undefined || needed <= n ? undefined : roundUp(needed);
}

/** Two significant digits: the need for rows is an estimate. */
function roundUp(n: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1);
  return Math.ceil(n / unit) * unit;
}
