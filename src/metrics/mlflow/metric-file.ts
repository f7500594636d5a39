import { splitWord } from '../names';
import { parseNumber } from '../tree';

/** One value of a metric as MLflow's file store keeps it. */
export interface Point {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly value: number;
  /** As written. */
  readonly raw: string;
  readonly step: number;
  /** Where the value was logged for a data set whose name is that of a split. */
  readonly split?: string;
  /** Counted from 0. */
  readonly line: number;
}

export interface MetricFile {
  /** The last value of each step, by split, in the order of the steps. */
  readonly points: readonly Point[];
  /** The first line that is no value, counted from 0. */
  readonly fault?: number;
}

/**
 * Reads the lines of a metric: `time value`, in old stores; `time value step`; and with the data set that it was
 * measured on, `time value step name digest`. The step is the third field whenever there is one. The value of a step
 * is the last by time, then by value, as MLflow has it; a point that is there twice counts once.
 */
export function parseMetricFile(text: string): MetricFile {
  const points: Point[] = [];
  let fault: number | undefined;
  let isOrdered = true;
  let line = 0;
  for (let at = 0; at < text.length; line++) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const content = text.slice(at, text.charCodeAt(end - 1) === CR ? end - 1 : end);
    at = end + 1;
    const point = plainPoint(content, line) ?? pointIn(content, line);
    if (point) {
      const before = points[points.length - 1];
      isOrdered &&= before === undefined || (before.step < point.step && before.split === point.split);
      points.push(point);
    } else if (content.trim() !== '') fault ??= line;
  }
  return { points: isOrdered ? points : lastOfSteps(points), ...(fault !== undefined && { fault }) };
}

const CR = 13;

/** Of each step of each split the last point, in the order of the steps. */
function lastOfSteps(points: readonly Point[]): readonly Point[] {
  const steps = new Map<string, Point>();
  for (const point of points) {
    const key = `${point.split ?? ''} ${point.step}`;
    const before = steps.get(key);
    if (!before || !isLater(before, point)) steps.set(key, point);
  }
  return [...steps.values()].sort((a, b) => a.step - b.step);
}

/** `time value step` with single spaces between, as nearly all lines are; anything else is `undefined`. */
function plainPoint(content: string, line: number): Point | undefined {
  const first = content.indexOf(' ');
  const second = content.indexOf(' ', first + 1);
  if (first <= 0 || second <= first + 1) return undefined;
  const [time, raw, step] = [
    wholeIn(content, 0, first),
    content.slice(first + 1, second),
    wholeIn(content, second + 1, content.length),
  ];
  const value = Number(raw);
  // What JavaScript takes for a number and Python does not write: `0x1`.
  if (Number.isNaN(time) || Number.isNaN(step) || !Number.isFinite(value) || raw.charCodeAt(1) === LOWER_X)
    return undefined;
  return { time, value, raw, step, line };
}

const LOWER_X = 0x78;

/** A whole number of a few digits; NaN for anything else. */
function wholeIn(text: string, start: number, end: number): number {
  if (end <= start || end - start > 15) return NaN;
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function pointIn(content: string, line: number): Point | undefined {
  const [time = '', raw = '', step, dataset] = content.trim().split(' ');
  const value = parseNumber(raw);
  const at = step === undefined ? 0 : Number(step);
  if (!/^-?\d+$/.test(time) || value === undefined || !Number.isInteger(at)) return undefined;
  const split = dataset === undefined ? undefined : splitWord(dataset);
  return { time: Number(time), value, raw, step: at, line, ...(split !== undefined && { split }) };
}

function isLater(one: Point, other: Point): boolean {
  return one.time !== other.time ? one.time > other.time : one.value > other.value;
}
