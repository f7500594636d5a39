import type { DistinctSketch } from './distinct';
import { addToSketch, createSketch, mergeSketches } from './distinct';
import type { Value, ValueKind } from './value';
import { kindOf } from './value';

/** What is known of one column. Everything is exact but `sketch`. */
export interface ColumnSummary {
  readonly name: string;
  missing: number;
  readonly kinds: Record<ValueKind, number>;
  /** Of the numbers; the wrong way round while there are none. */
  min: number;
  max: number;
  /** How often each value occurs; `undefined` once there are more than {@link MAX_VALUES} different ones. */
  counts: Map<Present, number> | undefined;
  readonly sketch: DistinctSketch;
}

export type Present = Exclude<Value, null>;

export const MAX_VALUES = 10_000;

export function createColumn(name: string, missing: number): ColumnSummary {
  return {
    name,
    missing,
    kinds: { number: 0, boolean: 0, time: 0, text: 0 },
    min: Infinity,
    max: -Infinity,
    counts: new Map(),
    sketch: createSketch(),
  };
}

/** Adds a value, given the two halves of its hash. */
export function addValue(column: ColumnSummary, value: Present, low: number, high: number): void {
  column.kinds[kindOf(value)]++;
  if (typeof value === 'number') {
    if (value < column.min) column.min = value;
    if (value > column.max) column.max = value;
  }
  addToSketch(column.sketch, low, high);
  count(column, value, 1);
}

export function mergeColumns(into: ColumnSummary, from: ColumnSummary): void {
  into.missing += from.missing;
  for (const kind of ['number', 'boolean', 'time', 'text'] as const) into.kinds[kind] += from.kinds[kind];
  into.min = Math.min(into.min, from.min);
  into.max = Math.max(into.max, from.max);
  mergeSketches(into.sketch, from.sketch);
  if (!from.counts) into.counts = undefined;
  for (const [value, times] of from.counts ?? []) count(into, value, times);
}

function count(column: ColumnSummary, value: Present, times: number): void {
  const { counts } = column;
  if (!counts) return;
  const before = counts.get(value);
  if (before !== undefined) counts.set(value, before + times);
  else if (counts.size >= MAX_VALUES) column.counts = undefined;
  else counts.set(typeof value === 'string' ? detached(value) : value, times);
}

/** A copy of its own: a part of a text keeps the whole text in memory. */
export function detached(text: string): string {
  return text.length < 13 ? text : Array.from(text).join('');
}
