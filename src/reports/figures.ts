import type { Place } from '../base/place';
import { relativeTo } from '../evidence/words';
import type { Manifest } from '../manifest/model';
import type { Counts } from '../metrics/counts';
import type { Share } from '../statistics/intervals/difference';
import { newcombe } from '../statistics/intervals/difference';
import type { Interval } from '../statistics/intervals/interval';
import { wilson } from '../statistics/intervals/wilson';
import type { Certainty, Figure, Linked } from './document';
import { formatInterval, formatNumber, withUnit } from './format';
import type { MethodId } from './methods';

/** The level of every interval in a report. */
export const LEVEL = 0.95;

/** Why there is no interval, in the words that go for most numbers. */
export const NO_COUNTS = 'the source gives no counts';

/** `reports/metrics.json, line 4`. */
export function linkTo({ root }: Pick<Manifest, 'root'>, place: Place): Linked {
  const { line, column } = place.range.start;
  const path = relativeTo(root, place.file);
  const isWhole = line === 0 && column === 0;
  return { kind: 'link', text: isWhole ? path : `${path}, line ${line + 1}`, place };
}

export function shareCertainty({ successes, n }: Counts): Certainty {
  const { low, high } = wilson(successes, n, LEVEL);
  return { low, high, level: LEVEL, method: 'wilson', text: formatInterval(low, high) };
}

/** What belongs to a number beside itself. */
export interface FigureParts {
  readonly certainty: Certainty;
  readonly unit?: string | undefined;
  readonly n?: number | undefined;
  readonly source?: Linked | undefined;
  readonly method?: MethodId | undefined;
}

export function figureOf(value: number, { certainty, unit, n, source, method }: FigureParts): Figure {
  return {
    kind: 'figure',
    text: withUnit(value, unit),
    ...(Number.isFinite(value) && { value }),
    ...(n !== undefined && { n }),
    certainty,
    ...(source && { source }),
    ...(method && { method }),
  };
}

/** A number that is exact, since it counts what is there. */
export function countFigure(count: number, source?: Linked, n?: number): Figure {
  return figureOf(count, { certainty: { none: 'it is a count' }, source, n });
}

/** A share of rows with Wilson's interval. */
export function shareFigure(counts: Counts, parts: Partial<FigureParts> = {}): Figure {
  const { successes, n } = counts;
  if (n === 0) return noFigure('there are no rows');
  return figureOf(successes / n, { certainty: shareCertainty(counts), n, ...parts });
}

/** The difference of two independent shares, first less second, with Newcombe's interval. */
export function differenceFigure(first: Share, second: Share): Figure {
  const difference = newcombe(first, second, LEVEL);
  return figureOf(difference.value, {
    n: Math.min(first.n, second.n),
    certainty: differenceCertainty(difference),
  });
}

/** Newcombe's interval of a difference of shares. */
export function differenceCertainty({ low, high }: Interval): Certainty {
  return { low, high, level: LEVEL, method: 'newcombe', text: signedInterval(low, high) };
}

/** There is no number, and why. */
export function noFigure(none: string): Figure {
  return { kind: 'figure', text: '—', certainty: { none } };
}

/** The ends of an interval of something that is no share: `25.49 – 29.06`, `−15.61 to −10.04`. */
export function plainInterval(low: number, high: number): string {
  return `${formatNumber(low)} ${low < 0 ? 'to' : '–'} ${formatNumber(high)}`;
}

/** The ends of an interval, as shares where they are such. */
export function intervalText(low: number, high: number): string {
  return low >= 0 && high <= 1 ? formatInterval(low, high) : plainInterval(low, high);
}

/** Ends that may be negative: `−0.012 to 0.034`. */
function signedInterval(low: number, high: number): string {
  const text = (value: number): string => value.toFixed(3).replace(/^-/, '−');
  return `${text(low)} to ${text(high)}`;
}
