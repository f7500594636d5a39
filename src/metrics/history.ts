import type { Place } from '../base/place';
import type { MetricValue, Series } from './table';

/** A metric's value at one step. */
export interface Point {
  readonly name: string;
  readonly split?: string | undefined;
  readonly step: number;
  /** The step is only the place in the source, such as a row's, which names none. */
  readonly isOrdinal?: boolean;
  readonly value: number;
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
  /** The run was started again from this step: what it had logged from there on does not count. */
  restart(step: number): void;
  /** Gives the last value of each metric, and the steps of those that have several. */
  finish(sink: HistorySink): void;
}

/** A step that is logged twice, as after a resumed run, keeps what came later. */
export function createHistory(run: string): History {
  const metrics = new Map<string, Map<number, Point>>();
  return {
    add: point => {
      const key = JSON.stringify([point.name, point.split]);
      const points = metrics.get(key) ?? new Map<number, Point>();
      metrics.set(key, points);
      points.set(point.step, point);
    },
    restart: step => {
      for (const points of metrics.values()) {
        for (const known of [...points.keys()]) if (known >= step) points.delete(known);
      }
    },
    finish: sink => {
      for (const points of metrics.values()) finishMetric(run, [...points.values()], sink);
    },
  };
}

function finishMetric(run: string, points: readonly Point[], sink: HistorySink): void {
  const ordered = [...points].sort((a, b) => a.step - b.step);
  const last = ordered[ordered.length - 1];
  if (!last) return;
  const split = last.split !== undefined && { split: last.split };
  const { name, value, raw, step, place } = last;
  sink.value({ name, run, value, raw, ...split, ...(last.isOrdinal !== true && { step }), place });
  if (ordered.length < 2) return;
  sink.series({
    run,
    name,
    ...split,
    steps: Float64Array.from(ordered, point => point.step),
    values: Float64Array.from(ordered, point => point.value),
  });
}
