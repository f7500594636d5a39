import type { Value } from './value';

/**
 * The earliest and latest value of the column that says when, with their rows. Dates count in milliseconds since 1970-01-01
 * UTC, numbers as they are.
 */
export interface Extent {
  readonly unit: { dates: number; numbers: number };
  /** Values that are neither a date in ISO 8601 nor a number, and the row of the first. */
  readonly unread: { count: number; first: Stamp | undefined };
  missing: number;
  first: Stamp | undefined;
  last: Stamp | undefined;
}

export interface Stamp {
  readonly at: number;
  readonly row: number;
  readonly file: number;
}

export function createExtent(): Extent {
  return {
    unit: { dates: 0, numbers: 0 },
    unread: { count: 0, first: undefined },
    missing: 0,
    first: undefined,
    last: undefined,
  };
}

export function addTime(extent: Extent, value: Value, row: number, file: number): void {
  if (value === null) {
    extent.missing++;
    return;
  }
  const at = timeOf(value);
  if (at === undefined) {
    extent.unread.count++;
    extent.unread.first ??= { at: Number.NaN, row, file };
    return;
  }
  extent.unit[typeof value === 'number' ? 'numbers' : 'dates']++;
  if (!extent.first || at < extent.first.at) extent.first = { at, row, file };
  if (!extent.last || at > extent.last.at) extent.last = { at, row, file };
}

/** A value on the axis of time; `undefined` for text that is no date. */
export function timeOf(value: Value): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const at = Date.parse(value.length === 24 ? value : '');
  return Number.isNaN(at) ? undefined : at;
}

export function mergeExtents(into: Extent, from: Extent, file: number): void {
  const moved = (stamp: Stamp | undefined): Stamp | undefined => stamp && { ...stamp, file };
  into.unit.dates += from.unit.dates;
  into.unit.numbers += from.unit.numbers;
  into.unread.count += from.unread.count;
  into.unread.first ??= moved(from.unread.first);
  into.missing += from.missing;
  if (from.first && (!into.first || from.first.at < into.first.at)) into.first = moved(from.first);
  if (from.last && (!into.last || from.last.at > into.last.at)) into.last = moved(from.last);
}
