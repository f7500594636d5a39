import { normalName } from '../../metrics/names';
import type { MetricTable, Run, Series } from '../../metrics/table';
import { thin } from '../../statistics/thin';
import type { Curve, CurveDetail, CurveLine } from './view';

/** Stretches of a curve that keep their least and greatest point: two pixels each of the widest page. */
const STRETCHES = 500;

/** Every metric that one of the runs logged step by step, those that several have first. */
export function curvesOf(table: MetricTable, runs: readonly Run[]): readonly Curve[] {
  return seriesByName(table, runs)
    .filter(({ lines }) => lines.some(({ series }) => series.values.length > 1))
    .sort((a, b) => b.lines.length - a.lines.length)
    .map(({ name, lines }, index) => ({
      id: `curve-${index + 1}`,
      name,
      lines: lines.map(({ run, series }) => lineOf(series, run)),
    }));
}

/** A part of one of these curves, by its name; `undefined` where there is none of that name. */
export function curveDetail(
  table: MetricTable,
  runs: readonly Run[],
  { name, from, to }: Omit<CurveDetail, 'lines'>,
): CurveDetail | undefined {
  const found = seriesByName(table, runs).find(one => one.name === name);
  return (
    found && { name, from, to, lines: found.lines.map(({ run, series }) => partOf(series, run, from, to)) }
  );
}

interface NamedSeries {
  readonly name: string;
  readonly lines: { readonly run: number; readonly series: Series }[];
}

function seriesByName(table: MetricTable, runs: readonly Run[]): readonly NamedSeries[] {
  const groups = new Map<string, NamedSeries>();
  for (const [run, { id }] of runs.entries()) {
    for (const series of table.series?.filter(one => one.run === id) ?? []) {
      const name = series.split === undefined ? series.name : `${series.name} (${series.split})`;
      const group = groups.get(normalName(name)) ?? { name, lines: [] };
      groups.set(normalName(name), group);
      if (group.lines.every(line => line.run !== run)) group.lines.push({ run, series });
    }
  }
  return [...groups.values()];
}

function lineOf({ steps, values }: Pick<Series, 'steps' | 'values'>, run: number): CurveLine {
  const points = thin(steps, values, STRETCHES);
  return { run, steps: points.x, values: points.y, points: values.length, left: notFinite(values) };
}

/** Steps ascend. */
function partOf({ steps, values }: Series, run: number, from: number, to: number): CurveLine {
  const [first, end] = [firstAt(steps, step => step >= from), firstAt(steps, step => step > to)];
  const inside = values.subarray(first, end);
  const [start, stop] = [Math.max(0, first - 1), Math.min(steps.length, end + 1)];
  const line = lineOf({ steps: steps.subarray(start, stop), values: values.subarray(start, stop) }, run);
  return { ...line, points: inside.length, left: notFinite(inside) };
}

const notFinite = (values: Float64Array): number =>
  values.reduce((count, value) => (Number.isFinite(value) ? count : count + 1), 0);

/** The first place from which on something holds, by halves. */
function firstAt(steps: Float64Array, holds: (step: number) => boolean): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(steps[middle] ?? NaN)) high = middle;
    else low = middle + 1;
  }
  return low;
}
