import { normalName } from '../../metrics/names';
import type { MetricTable, Run, Series } from '../../metrics/table';
import { thin } from '../../statistics/thin';
import type { Curve, CurveLine } from './view';

/** Stretches of a curve that keep their least and greatest point: two pixels each of the widest page. */
const STRETCHES = 500;

/** Every metric that one of the runs logged step by step, those that several have first. */
export function curvesOf(table: MetricTable, runs: readonly Run[]): readonly Curve[] {
  const groups = new Map<string, { readonly name: string; readonly lines: CurveLine[] }>();
  for (const [run, { id }] of runs.entries()) {
    for (const series of table.series?.filter(one => one.run === id) ?? []) {
      const name = series.split === undefined ? series.name : `${series.name} (${series.split})`;
      const group = groups.get(normalName(name)) ?? { name, lines: [] };
      groups.set(normalName(name), group);
      if (group.lines.every(line => line.run !== run)) group.lines.push(lineOf(series, run));
    }
  }
  return [...groups.values()]
    .filter(({ lines }) => lines.some(({ values }) => values.length > 1))
    .sort((a, b) => b.lines.length - a.lines.length)
    .map((group, index) => ({ id: `curve-${index + 1}`, ...group }));
}

function lineOf({ steps, values }: Series, run: number): CurveLine {
  const points = thin(steps, values, STRETCHES);
  const left = values.reduce((count, value) => (Number.isFinite(value) ? count : count + 1), 0);
  return { run, steps: points.x, values: points.y, points: values.length, left };
}
