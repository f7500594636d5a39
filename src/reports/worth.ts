import { wilson } from '../statistics/intervals/wilson';
import type { Cell, StatedCosts } from './costs';
import type { Certainty, Figure } from './document';
import { figureOf, LEVEL, noFigure, plainInterval } from './figures';

/** What acting on positive calls costs and saves, of one row each. */
interface Stakes {
  /** A false alarm, and a hit where acting on it costs as well. */
  readonly alarm: number;
  readonly hit: number;
  /** What a hit saves: the miss that it spares. */
  readonly saved: number;
}

export type CostedCells = Readonly<Record<Cell, number>>;

/** What acting is worth, where both kinds of error have a cost. */
export function stakesOf({ cells }: StatedCosts): Stakes | undefined {
  const { fp: alarm, fn: miss, tp: hit = 0 } = cells;
  if (alarm === undefined || miss === undefined) return undefined;
  return { alarm, hit: Math.max(0, hit), saved: miss - Math.min(0, hit) };
}

/** The return on acting on rows of which the share `precision` is positive. */
function returnAt(precision: number, { alarm, hit, saved }: Stakes): number {
  const cost = (1 - precision) * alarm + precision * hit;
  return (precision * saved - cost) / cost;
}

/**
 * The return on investment of acting on positive calls. It depends on the counts through the precision alone, and grows with
 * it, so that its interval has the ends of Wilson's interval of the precision, put into the same formula.
 *
 * @param whyNone where rows do not count alike or belong together: a clause
 */
export function returnFigure({ tp, fp }: CostedCells, stakes: Stakes, whyNone?: string): Figure {
  const called = tp + fp;
  if (called === 0) return noFigure('no row was called positive');
  const value = returnAt(tp / called, stakes);
  if (!Number.isFinite(value)) return noFigure('nothing was spent on acting');
  return figureOf(rounded(value), {
    n: called,
    certainty: whyNone === undefined ? certaintyOf(tp, called, stakes) : { none: whyNone },
    method: 'return-on-investment',
  });
}

function certaintyOf(tp: number, called: number, stakes: Stakes): Certainty {
  const ends = wilson(tp, called, LEVEL);
  const [low, high] = [returnAt(ends.low, stakes), returnAt(ends.high, stakes)];
  if (!Number.isFinite(low) || !Number.isFinite(high))
    return { none: 'its interval has no end: every call may be right, and then nothing is spent' };
  return { low, high, level: LEVEL, method: 'return-on-investment', text: plainInterval(low, high) };
}

/** The least precision at which acting pays; none where acting on a hit costs as much as it saves. */
export function breakEven({ alarm, hit, saved }: Stakes): Figure {
  if (saved <= hit) return noFigure('acting on a hit costs no less than the miss that it spares');
  return figureOf(rounded(alarm / (alarm + saved - hit)), {
    certainty: { none: 'it follows from the costs' },
    method: 'break-even-precision',
  });
}

const rounded = (value: number): number => Number(value.toPrecision(4));
