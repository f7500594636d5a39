import { canonicalName, knownDirection } from '../metrics/names';
import type { MetricValue } from '../metrics/table';
import type { Share } from '../statistics/intervals/difference';
import { independence } from '../statistics/tests/chi-squared';
import { holm } from '../statistics/tests/multiple';
import { ofRun } from './by-run';
import type { ReportFacts } from './facts';
import type { MetricReading } from './metric-readings';
import { sliceName } from './slice-name';

/** A metric on one slice of the rows, beside all others. */
export interface SliceRow {
  readonly name: string;
  readonly value: MetricValue;
  /** All other rows of the split, where counts are known on both sides. */
  readonly rest?: Share;
  /** Of the difference from the rest, adjusted for the number of slices. */
  readonly p?: number;
  /** How far it is behind the whole; negative where it is ahead, NaN where the direction is not known. */
  readonly behind: number;
}

export interface SlicedMetric {
  readonly reading: MetricReading;
  readonly whole: MetricValue;
  /** The worst first. */
  readonly rows: readonly SliceRow[];
}

/** Metrics of the manifest whose sources break them down, on the split that they are measured on. */
export function slicedMetrics(
  { metrics: { table } }: ReportFacts,
  readings: readonly MetricReading[],
): readonly SlicedMetric[] {
  return readings.flatMap(reading => {
    const whole = reading.spec.expr === undefined ? reading.measured?.parts[0] : undefined;
    if (!whole) return [];
    const own = ofRun(table, whole.run).values.filter(value => isSliceOf(value, whole));
    return own.length === 0 ? [] : [{ reading, whole, rows: rowsOf(reading, whole, own) }];
  });
}

/** The same metric of the same run and split; classes are not slices. */
function isSliceOf(value: MetricValue, whole: MetricValue): boolean {
  return (
    value.slice !== undefined &&
    !Object.hasOwn(value.slice, 'class') &&
    value.run === whole.run &&
    value.split === whole.split &&
    canonicalName(value.name) === canonicalName(whole.name)
  );
}

function rowsOf(
  { spec }: MetricReading,
  whole: MetricValue,
  own: readonly MetricValue[],
): readonly SliceRow[] {
  const direction = spec.direction ?? knownDirection(spec.name);
  const rests = own.map(value => restOf(whole, value));
  const tested = own.map((value, at) => pOf(value.counts, rests[at]));
  const known = tested.filter(p => p !== undefined);
  const adjusted = holm(known);
  let next = 0;
  const rows = own.map((value, at): SliceRow => {
    const rest = rests[at];
    const p = tested[at] === undefined ? undefined : adjusted[next++];
    const difference = whole.value - value.value;
    return {
      name: sliceName(value.slice ?? {}),
      value,
      behind: direction === 'higher' ? difference : direction === 'lower' ? -difference : NaN,
      ...(rest && { rest }),
      ...(p !== undefined && { p }),
    };
  });
  return rows.sort((a, b) => (Number.isNaN(a.behind) ? 0 : b.behind - a.behind));
}

/** The whole less the slice; `undefined` where the slice cannot be part of it. */
function restOf({ counts: all }: MetricValue, { counts: own }: MetricValue): Share | undefined {
  if (!all || !own) return undefined;
  const rest = { successes: all.successes - own.successes, n: all.n - own.n };
  return rest.n > 0 && rest.successes >= 0 && rest.successes <= rest.n ? rest : undefined;
}

/** Fewer rows are expected in some cell than the test's approximation takes. */
const LEAST_EXPECTED = 5;

function pOf(own: Share | undefined, rest: Share | undefined): number | undefined {
  if (!own || !rest) return undefined;
  const cells = [own, rest].map(({ successes, n }) => [successes, n - successes]);
  const columns = [0, 1].map(at => cells.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  if (columns.some(count => count === 0)) return undefined;
  const { expected, p } = independence(cells);
  return expected.flat().some(count => count < LEAST_EXPECTED) ? undefined : p;
}
