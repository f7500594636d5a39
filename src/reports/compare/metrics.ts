import { knownDirection, normalName } from '../../metrics/names';
import type { MetricTable, MetricValue, Run } from '../../metrics/table';
import type { Manifest } from '../../manifest/model';
import { surenessOf } from '../certainty';
import type { Cell, Figure } from '../document';
import { UNKNOWN } from '../shown';
import { differenceFigure, figureOf, linkTo, NO_COUNTS, noFigure } from '../figures';

/** A metric with its value in each run; `undefined` where a run does not have it. */
export interface ComparedMetric {
  readonly name: string;
  readonly values: readonly (MetricValue | undefined)[];
  readonly direction: 'higher' | 'lower' | undefined;
  /** Two runs that have it have not the same value. */
  readonly differs: boolean;
}

/** The metrics of the runs, without those of slices, in the order in which the runs tell them. */
export function comparedMetrics(
  table: MetricTable,
  runs: readonly Run[],
  manifest: Manifest,
): readonly ComparedMetric[] {
  const rows = new Map<
    string,
    { readonly name: string; readonly bare: string; readonly values: (MetricValue | undefined)[] }
  >();
  const at = new Map(runs.map(({ id }, index) => [id, index]));
  for (const value of table.values) {
    const run = at.get(value.run);
    if (run === undefined || value.slice) continue;
    const name = value.split === undefined ? value.name : `${value.name} (${value.split})`;
    const key = normalName(name);
    const row = rows.get(key) ?? { name, bare: value.name, values: runs.map(() => undefined) };
    rows.set(key, row);
    const before = row.values[run];
    if (!before || (value.step ?? 0) >= (before.step ?? 0)) row.values[run] = value;
  }
  return [...rows.values()].map(({ name, bare, values }) => ({
    name,
    values,
    direction: directionOf(manifest, bare),
    differs: new Set(values.flatMap(value => (value ? [String(value.value)] : []))).size > 1,
  }));
}

function directionOf({ metrics }: Manifest, name: string): ComparedMetric['direction'] {
  const spec = metrics.find(one => normalName(one.name) === normalName(name));
  return spec?.direction ?? knownDirection(name);
}

/** The value of a run as a figure. */
export function valueCell(manifest: Manifest, table: MetricTable, value: MetricValue | undefined): Figure {
  if (!value) return noFigure('the run does not report it');
  const { certainty, n } = surenessOf(table, value);
  return figureOf(value.value, { certainty, n, source: linkTo(manifest, value.place) });
}

/** Which run is best, by the way in which the metric is better; nothing where several are, or nobody knows the way. */
export function bestCell({ values, direction }: ComparedMetric, runs: readonly string[]): Cell {
  if (!direction) return UNKNOWN;
  const known = values.map(value => value?.value ?? NaN);
  const finite = known.filter(value => Number.isFinite(value));
  if (finite.length < 2) return UNKNOWN;
  const best = direction === 'higher' ? Math.max(...finite) : Math.min(...finite);
  const names = runs.filter((_, index) => known[index] === best);
  const [only, second] = names;
  return only === undefined || second !== undefined ? 'tie' : { kind: 'word', text: only, tone: 'good' };
}

/** How far a run lies from the first: with Newcombe's interval where both tell their counts. */
export function differenceCell(first: MetricValue | undefined, other: MetricValue | undefined): Figure {
  if (!first || !other) return noFigure('one of the two does not report it');
  if (first.counts && other.counts) return differenceFigure(other.counts, first.counts);
  const difference = other.value - first.value;
  if (!Number.isFinite(difference)) return noFigure('one of the two is not a finite number');
  return figureOf(difference, { certainty: { none: NO_COUNTS } });
}
