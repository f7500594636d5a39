import type { Place } from '../base/place';
import type { Problem } from '../base/result';
import type { MetricValue, Series } from './table';

/** A metric's value at one step. */
export interface Point {
  readonly name: string;
  readonly split?: string | undefined;
  readonly step: number;
  /** The step is only the place in the source, such as a row's, which names none. */
  readonly isOrdinal?: boolean;
  readonly value: number;
  /** Asked of the last point of a metric alone. */
  readonly source: () => Source;
}

/** Points of one metric in the order in which they were logged; both arrays are of equal length, and are not kept. */
export interface Points {
  readonly name: string;
  readonly split?: string | undefined;
  readonly steps: Float64Array;
  readonly values: Float64Array;
  /** Of the point at this index. */
  readonly source: (at: number) => Source;
}

export interface Source {
  /** The value as written. */
  readonly raw: string;
  readonly place: Place;
}

/** Where a history goes: a collector, or a table that is being built. */
export interface HistorySink {
  value(value: MetricValue): void;
  series(series: Series): void;
}

/** Gathers the metrics of one run, step by step. */
export interface History {
  add(point: Point): void;
  /** The same for many points at once, without an object for each. */
  addAll(points: Points): void;
  /** The run was started again from this step: what it had logged from there on does not count. */
  restart(step: number): void;
  /** Gives the last value of each metric, and the steps of those that have several. */
  finish(sink: HistorySink): void;
  /** Of how many steps one is kept, where there are too many to keep all; else 1. */
  readonly stride: number;
  /** Points that another value of the same metric and step stands for; known once it is finished. */
  readonly replaced: number;
}

/** Points of all metrics together that are kept: sixteen bytes each. */
const MOST_POINTS = 8 << 20;

/**
 * A step that is logged twice, as after a resumed run, keeps what came later. Where there are more points than memory is for,
 * every second is given up, again and again: the last value is always the last.
 */
export function createHistory(run: string, most = MOST_POINTS): History {
  const metrics = new Map<string, Track>();
  let kept = 0;
  let stride = 1;
  const trackOf = ({ name, split }: Pick<Point, 'name' | 'split'>): Track => {
    const key = split === undefined ? name : `${name}\0${split}`;
    let track = metrics.get(key);
    if (!track) metrics.set(key, (track = new Track(stride)));
    return track;
  };
  const thinWhereTooMany = (): void => {
    while (kept > most) {
      stride *= 2;
      kept = 0;
      for (const one of metrics.values()) kept += one.thin();
    }
  };
  return {
    add: point => {
      kept += trackOf(point).add(point);
      thinWhereTooMany();
    },
    addAll: points => {
      kept += trackOf(points).addAll(points);
      thinWhereTooMany();
    },
    restart: step => {
      kept = 0;
      for (const track of metrics.values()) kept += track.restart(step);
    },
    finish: sink => {
      for (const track of metrics.values()) track.finish(run, sink);
    },
    get stride() {
      return stride;
    },
    get replaced() {
      let replaced = 0;
      for (const track of metrics.values()) replaced += track.replaced;
      return replaced;
    },
  };
}

/** One metric over its steps, in arrays of numbers. */
class Track {
  private steps = new Float64Array();
  private values = new Float64Array();
  private size = 0;
  private isOrdered = true;
  private seen = 0;
  private last: Point | undefined;
  replaced = 0;

  constructor(private stride: number) {}

  /** How many points more are kept. */
  add(point: Point): number {
    if (!this.last || point.step >= this.last.step) this.last = point;
    return this.keepPoint(point.step, point.value);
  }

  addAll({ name, split, steps, values, source }: Points): number {
    const before = this.size;
    if (this.size === 0 && this.stride === 1) this.grow(steps.length);
    for (let at = 0; at < steps.length; at++) this.keepPoint(steps[at] ?? NaN, values[at] ?? NaN);
    const at = lastOf(steps);
    const step = steps[at];
    if (step === undefined || (this.last && step < this.last.step)) return this.size - before;
    const told = source(at);
    this.last = { name, split, step, value: values[at] ?? NaN, source: () => told };
    return this.size - before;
  }

  /** 1 where there is a point more, else 0. */
  private keepPoint(step: number, value: number): number {
    const before = this.steps[this.size - 1];
    if (this.size > 0 && before === step) {
      if (!Object.is(this.values[this.size - 1], value)) this.replaced++;
      this.values[this.size - 1] = value;
      return 0;
    }
    if (this.seen++ % this.stride !== 0) return 0;
    if (this.size > 0 && !(step > (before ?? -Infinity))) this.isOrdered = false;
    if (this.size === this.steps.length) this.grow();
    this.steps[this.size] = step;
    this.values[this.size] = value;
    this.size++;
    return 1;
  }

  thin(): number {
    this.order();
    this.stride *= 2;
    this.keep((_, at) => at % 2 === 0);
    return this.size;
  }

  restart(from: number): number {
    this.keep(step => step < from);
    if (this.last && this.last.step >= from) this.last = this.lastKept(this.last);
    return this.size;
  }

  finish(run: string, sink: HistorySink): void {
    if (!this.last) return;
    this.order();
    const { name, split, step, value, source, isOrdinal } = this.last;
    const named = { name, run, ...(split !== undefined && { split }) };
    sink.value({ ...named, value, ...(isOrdinal !== true && { step }), ...source() });
    if (this.size > 0 && this.steps[this.size - 1] !== step) this.append(step, value);
    if (this.size < 2) return;
    sink.series({
      ...named,
      steps: firstOf(this.steps, this.size),
      values: firstOf(this.values, this.size),
    });
  }

  /** The last point was given up with others: it ends the series all the same. */
  private append(step: number, value: number): void {
    if (this.size === this.steps.length) this.grow();
    this.steps[this.size] = step;
    this.values[this.size] = value;
    this.size++;
  }

  private lastKept({ name, split, source }: Point): Point | undefined {
    this.order();
    const [step, value] = [this.steps[this.size - 1], this.values[this.size - 1]];
    if (this.size === 0 || step === undefined || value === undefined) return undefined;
    const kept = { raw: String(value), place: source().place };
    return { name, split, step, value, source: () => kept };
  }

  private grow(least = 16): void {
    const size = Math.max(least, this.steps.length * 2);
    this.steps = grown(this.steps, size);
    this.values = grown(this.values, size);
  }

  private keep(isKept: (step: number, at: number) => boolean): void {
    let size = 0;
    for (let at = 0; at < this.size; at++) {
      const step = this.steps[at] ?? NaN;
      if (!isKept(step, at)) continue;
      this.steps[size] = step;
      this.values[size] = this.values[at] ?? NaN;
      size++;
    }
    this.size = size;
  }

  /** By step; of equal steps the one that came last. */
  private order(): void {
    if (this.isOrdered) return;
    const order = Uint32Array.from({ length: this.size }, (_, at) => at);
    order.sort((a, b) => (this.steps[a] ?? 0) - (this.steps[b] ?? 0) || a - b);
    const [steps, values] = [new Float64Array(this.size), new Float64Array(this.size)];
    let size = 0;
    for (const at of order) {
      const step = this.steps[at] ?? NaN;
      const value = this.values[at] ?? NaN;
      if (size > 0 && steps[size - 1] === step && !Object.is(values[--size], value)) this.replaced++;
      steps[size] = step;
      values[size] = value;
      size++;
    }
    [this.steps, this.values, this.size, this.isOrdered] = [steps, values, size, true];
  }
}

/** The index of the greatest step; of equal ones of the last. */
function lastOf(steps: Float64Array): number {
  let best = 0;
  for (let at = 1; at < steps.length; at++) if ((steps[at] ?? NaN) >= (steps[best] ?? NaN)) best = at;
  return best;
}

function grown(array: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(size);
  larger.set(array);
  return larger;
}

/** Itself where it is full. */
const firstOf = (array: Float64Array, size: number): Float64Array =>
  array.length === size ? array : array.slice(0, size);

/** What is said of a history that is not given whole: it was too long, or steps came again. */
export function historyRemarks({ stride, replaced }: History): readonly Omit<Problem, 'place'>[] {
  const remarks: Omit<Problem, 'place'>[] = [];
  if (stride > 1) {
    const message = `There are more steps than are kept: of each metric one in ${stride} is, and the last, which is its value.`;
    remarks.push({ code: 'thinned', severity: 'information', message });
  }
  if (replaced > 0) {
    const points = replaced === 1 ? 'One value is of a step' : `${replaced} values are of steps`;
    const message = `${points} that came again with another: a run that was resumed or appended to, or several values logged at one step. Of each step the last counts.`;
    remarks.push({ code: 'repeated-steps', severity: 'information', message });
  }
  return remarks;
}
