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
  const steps = new Map<string, Point>();
  let fault: number | undefined;
  for (const [line, content] of text.split(/\r?\n/).entries()) {
    if (content.trim() === '') continue;
    const point = pointIn(content, line);
    if (!point) fault ??= line;
    else {
      const key = `${point.split ?? ''} ${point.step}`;
      const before = steps.get(key);
      if (!before || !isLater(before, point)) steps.set(key, point);
    }
  }
  const points = [...steps.values()].sort((a, b) => a.step - b.step);
  return { points, ...(fault !== undefined && { fault }) };
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
