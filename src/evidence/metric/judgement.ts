import type { Verdict } from '../../base/outcome';
import { compare } from '../../manifest/expression/evaluate';
import type { MetricSpec } from '../../manifest/model';
import type { Target } from '../../manifest/target';
import { isFraction } from '../../metrics/names';
import { met, unknown, unmet } from '../context';
import type { Measured } from '../measure';
import { shown } from '../words';
import { intervalOf } from './interval';
import type { Margin } from './margin';

const NO_MARGIN = 'Counts of rows do not stand beside both sides, so whether it is luck is not known.';

const NO_INTERVAL = 'No counts of rows stand beside it, so whether it is luck is not known.';

/** What a value is held against, and how the reason names it. */
export interface Bar {
  readonly name: string;
  readonly target: Target;
  readonly unit?: string;
  /** After the value: `the target is >= 0.8`. */
  readonly words: string;
  /** The confidence bound must clear it too. */
  readonly confident: boolean;
  /** Where the bar is itself measured: how far the value is above it, and how sure that is. */
  readonly margin?: Margin;
}

/**
 * Holds a value against a bar. The value decides; with `confident`, the whole 95 % interval has to be on the good side,
 * and where the number of rows is not known, nothing is.
 */
export function judgeValue(measured: Measured, bar: Bar): Verdict {
  const { value, label, place } = measured;
  if (Number.isNaN(value)) return unknown(`${label} is NaN, so nothing can be said about it.`, place);
  if (differentScales(bar, value)) {
    const reason = `${label} is ${shown(value)} and ${bar.words}: one is in percent and the other a fraction; write both the same way.`;
    return unknown(reason, place);
  }
  const { margin } = bar;
  const interval = margin ? margin.interval : intervalOf(measured);
  const reason = reasonOf(measured, bar);
  const { op, value: limit } = bar.target;
  const holds = (one: number): boolean => compare(one, op, margin ? 0 : limit);
  const open = interval !== undefined && holds(interval.low) !== holds(interval.high);
  if (!compare(value, op, limit)) return unmet(open ? `${reason} ${undecided('unmet')}` : reason, place);
  if (!bar.confident) return met(open ? `${reason} ${undecided('met')}` : reason, place);
  if (!interval) return unknown(`${reason} ${margin ? NO_MARGIN : NO_INTERVAL}`, place);
  return holds(interval.low) && holds(interval.high)
    ? met(reason, place)
    : unmet(`${reason} The interval reaches across it, so it may be luck.`, place);
}

function reasonOf(measured: Measured, { unit, words, margin }: Bar): string {
  const own = `${measured.label} is ${shown(measured.value, unit)}`;
  const interval = margin ? undefined : intervalOf(measured);
  return `${own}${interval ? ` (${interval.text})` : ''}; ${words}${margin ? marginText(margin) : ''}.`;
}

function marginText({ value, interval, widest }: Margin): string {
  if (!interval) return '';
  const { low, high } = interval;
  return `; the difference is ${value.toFixed(3)} (95 % interval${widest ? ' at the widest' : ''} ${low.toFixed(3)} to ${high.toFixed(3)})`;
}

/** What the metric report calls undecided is here as the value says. */
function undecided(outcome: 'met' | 'unmet'): string {
  return `Undecided, and counted as ${outcome}: the interval reaches to both sides.`;
}

/** The bar that a metric's own target sets; `undefined` when it has none. */
export function targetBar(spec: MetricSpec, confident: boolean): Bar | undefined {
  const { target, unit, name } = spec;
  if (!target) return undefined;
  const words = `the target is ${target.op} ${shown(target.value, unit)}`;
  return { name, target, words, confident, ...(unit !== undefined && { unit }) };
}

/** A share of 0.95 and a target of 90 do not mean the same scale. */
function differentScales({ name, target }: Bar, value: number): boolean {
  const percent = (x: number): boolean => x > 1 && x <= 100;
  return isFraction(name) && value >= 0 && percent(value) !== percent(target.value);
}
