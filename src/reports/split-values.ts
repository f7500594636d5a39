import type { Place } from '../base/place';
import { canonicalName, knownDirection } from '../metrics/names';
import { sizeName } from '../metrics/scope';
import type { MetricValue } from '../metrics/table';
import { ofRun } from './by-run';
import { surenessOf } from './certainty';
import { countingRuns, roleIn } from './counted-rows';
import type { Figure } from './document';
import type { ReportFacts } from './facts';
import { differenceFigure, figureOf, linkTo, NO_COUNTS } from './figures';
import type { MetricReading } from './metric-readings';

/** A metric of one run on the splits that it was measured on. */
export interface SplitRow {
  /** As its source names it. */
  readonly label: string;
  readonly run: string;
  /** By the split's name. */
  readonly figures: ReadonlyMap<string, Figure>;
  readonly values: ReadonlyMap<string, MetricValue>;
  readonly gap?: SplitGap;
}

/** How far the training rows are ahead of the last split that was measured. */
export interface SplitGap {
  readonly from: string;
  readonly to: string;
  /** First less second. */
  readonly figure: Figure;
  /** The same, signed so that positive means better on the training rows. */
  readonly ahead: number;
  /** Both are between 0 and 1. */
  readonly isShare: boolean;
  readonly place: Place;
}

/** Splits in the order in which a project uses them. */
const ROLES = ['train', 'validation', 'test', 'production'];

/** Metrics of the runs that count that were measured on two splits or more; those of the manifest first. */
export function splitTable(facts: ReportFacts, readings: readonly MetricReading[]): readonly SplitRow[] {
  const runs = countingRuns(facts, readings);
  const rows = new Map<string, Map<string, MetricValue>>();
  for (const value of [...runs].flatMap(run => ofRun(facts.metrics.table, run).values)) {
    if (value.split === undefined || value.slice || sizeName(value.name)) continue;
    const key = JSON.stringify([value.run, value.name]);
    const splits = rows.get(key) ?? new Map<string, MetricValue>();
    rows.set(key, splits.set(value.split, value));
  }
  const declared = new Set(readings.map(({ spec }) => canonicalName(spec.name)));
  const isDeclared = ({ label }: SplitRow): boolean => declared.has(canonicalName(label));
  const all = [...rows.values()].flatMap(values => (values.size < 2 ? [] : [rowOf(facts, readings, values)]));
  return [...all.filter(isDeclared), ...all.filter(row => !isDeclared(row))];
}

function rowOf(
  facts: ReportFacts,
  readings: readonly MetricReading[],
  unordered: ReadonlyMap<string, MetricValue>,
): SplitRow {
  const { manifest, metrics } = facts;
  const rank = (split: string): number => {
    const at = ROLES.indexOf(roleIn(manifest, split) ?? '');
    return at < 0 ? ROLES.length : at;
  };
  const values = new Map([...unordered].sort(([a], [b]) => rank(a) - rank(b)));
  const figures = [...values].map(([split, value]) => {
    const { certainty, n } = surenessOf(metrics.table, value);
    return [split, figureOf(value.value, { certainty, n, source: linkTo(manifest, value.place) })] as const;
  });
  const [first] = values.values();
  const gap = gapOf(facts, readings, values);
  return {
    label: first?.name ?? '',
    run: first?.run ?? '',
    figures: new Map(figures),
    values,
    ...(gap && { gap }),
  };
}

function gapOf(
  { manifest }: ReportFacts,
  readings: readonly MetricReading[],
  values: ReadonlyMap<string, MetricValue>,
): SplitGap | undefined {
  const from = [...values.keys()].find(split => roleIn(manifest, split) === 'train');
  const to =
    [...values.keys()].find(split => roleIn(manifest, split) === 'test') ??
    [...values.keys()].find(split => roleIn(manifest, split) === 'validation');
  const [a, b] = [values.get(from ?? ''), values.get(to ?? '')];
  if (from === undefined || to === undefined || !a || !b) return undefined;
  const difference = a.value - b.value;
  const declared = readings.find(({ spec }) => canonicalName(spec.name) === canonicalName(a.name));
  const direction = declared?.spec.direction ?? knownDirection(a.name);
  return {
    from,
    to,
    figure: gapFigure(a, b),
    ahead: direction === 'lower' ? -difference : direction === 'higher' ? difference : NaN,
    isShare: [a, b].every(({ value }) => value >= 0 && value <= 1),
    place: b.place,
  };
}

function gapFigure(a: MetricValue, b: MetricValue): Figure {
  if (a.counts && b.counts) return differenceFigure(a.counts, b.counts);
  return figureOf(a.value - b.value, { certainty: { none: NO_COUNTS }, method: 'gain' });
}
