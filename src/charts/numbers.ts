import type { Axis } from '../base/chart';

/** Beyond any measure, and small enough that what scales compute of it stays finite. */
const MOST = 1e100;
const LEAST = 1e-100;
/** The latest moment that a `Date` can hold, in milliseconds. */
const LAST_MOMENT = 8.64e15;
const DAY = 86_400_000;

export type Domain = readonly [number, number];

/** A number as an axis can place it; `undefined` where it cannot: 0 on a logarithmic axis, and what is no number. */
export function onAxis({ scale }: Axis, value: number | undefined): number | undefined {
  if (value === undefined || Number.isNaN(value)) return undefined;
  if (scale === 'time') return Math.abs(value) <= LAST_MOMENT ? value : undefined;
  if (Math.abs(value) < LEAST) return scale === 'log' ? undefined : 0;
  if (scale === 'log' && value < 0) return undefined;
  return Math.min(Math.max(value, -MOST), MOST);
}

/** From the least to the greatest; `undefined` of nothing. Loops, since there may be more than a call's arguments. */
export function extentOf(values: Iterable<number | undefined>): Domain | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value === undefined) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : undefined;
}

/** The ends of an axis: those asked for, and as far beyond as the data go. Never empty. */
export function domainOf(axis: Axis, values: Iterable<number | undefined>): Domain {
  const asked = (axis.domain ?? []).map(end => onAxis(axis, end));
  const placed: (number | undefined)[] = [...asked];
  for (const value of values) placed.push(onAxis(axis, value));
  const [low, high] = extentOf(placed) ?? (axis.scale === 'log' ? [1, 10] : [0, 1]);
  return isWide(axis, low, high) ? [low, high] : padded(axis, low, high);
}

function isWide({ scale }: Axis, low: number, high: number): boolean {
  if (scale === 'time') return high - low >= 1;
  if (scale === 'log') return high / low > 1.001;
  return high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high));
}

/** One value, or as good as one, stands in the middle. */
function padded({ scale }: Axis, low: number, high: number): Domain {
  if (scale === 'time') return [Math.max(low - DAY / 2, -LAST_MOMENT), Math.min(high + DAY / 2, LAST_MOMENT)];
  if (scale === 'log') return [low / 2, high * 2];
  const by = Math.max(Math.abs(low), Math.abs(high)) / 10 || 1;
  return [low - by, high + by];
}

/** A number in a picture or its description: three digits, thousands apart. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e9 || size < 1e-4)) return value.toExponential(2);
  const text = value.toLocaleString('en-US', { maximumSignificantDigits: size >= 1000 ? 7 : 3 });
  return text.replace(/^-/, '−');
}

/** A value of an axis in words: a day where it is a moment. */
export function spoken({ scale }: Axis, value: number): string {
  return scale === 'time' && Math.abs(value) <= LAST_MOMENT
    ? new Date(value).toISOString().slice(0, 10)
    : short(value);
}
