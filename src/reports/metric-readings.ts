import type { Place } from '../base/place';
import type { Measured, NotMeasured } from '../evidence/measure';
import { measureSpec } from '../evidence/measure';
import { relativeTo } from '../evidence/words';
import type { MetricSpec } from '../manifest/model';
import { isFraction, knownDirection } from '../metrics/names';
import type { MetricTable } from '../metrics/table';
import { beatsBaseline } from '../statistics/baseline';
import type { Sureness } from './certainty';
import type { Certainty } from './document';
import { surenessOf } from './certainty';
import type { ReportFacts } from './facts';
import { differenceCertainty, NO_COUNTS } from './figures';
import { formatTarget, withUnit } from './format';
import { METHODS } from './methods';
import { ofFacts } from './of-facts';
import { propagated } from './propagated';
import { otherTestSet } from './test-set';
import type { Judgement } from './verdict';
import { judge } from './verdict';
import type { BaselineView, IntervalView, MetricRow } from './view';

/** A metric of the manifest as it was measured, or why it was not. */
export type MetricReading = { readonly spec: MetricSpec; readonly row: MetricRow } & (
  | { readonly measured: Measured; readonly sureness: Sureness }
  | { readonly measured?: undefined; readonly failure: NotMeasured }
);

/** Those that are read, by their place in the manifest. Every section asks for them; they are the same as long as the facts are. */
const readingsOf = ofFacts((): MetricReading[] => []);

/** Each metric of the manifest against its target and baseline, in the manifest's order. */
export function metricReadings(facts: ReportFacts): readonly MetricReading[] {
  for (const _ of readMetrics(facts));
  return readingsOf(facts);
}

/** Reads them, one a step. */
export function* readMetrics(facts: ReportFacts): Generator<void, void> {
  const readings = readingsOf(facts);
  for (const spec of facts.manifest.metrics.slice(readings.length)) {
    readings.push(reading(facts, spec));
    yield;
  }
}

function reading(facts: ReportFacts, spec: MetricSpec): MetricReading {
  const { manifest, metrics } = facts;
  const shared = sharedPart(spec, { file: manifest.file, range: spec.range });
  const measured = measureSpec({ manifest, facts: { metrics } }, spec);
  if (measured.ok) {
    const sureness = surenessOfMeasured(facts, spec, measured.value);
    return {
      spec,
      row: measuredRow(facts, spec, shared, measured.value, sureness),
      measured: measured.value,
      sureness,
    };
  }
  const { reason } = measured.failure;
  const baseline = spec.baseline === undefined ? undefined : baselineView(spec, spec.baseline);
  const row: MetricRow = {
    ...shared,
    text: '—',
    ...(spec.split !== undefined && { split: spec.split }),
    ...(baseline && { baseline }),
    verdict: 'unknown',
    reason,
  };
  return { spec, row, failure: measured.failure };
}

type SharedPart = Pick<
  MetricRow,
  'name' | 'kind' | 'direction' | 'declared' | 'unit' | 'proportion' | 'target'
>;

function sharedPart(spec: MetricSpec, declared: Place): SharedPart {
  const { target, unit } = spec;
  return {
    name: spec.name,
    kind: spec.kind,
    direction: spec.direction ?? knownDirection(spec.name) ?? 'unknown',
    declared,
    ...(unit !== undefined && { unit }),
    ...(spec.kind === 'model' && isFraction(spec.name) && { proportion: true as const }),
    ...(target && { target: { ...target, text: formatTarget(target.op, target.value, unit) } }),
  };
}

function surenessOfMeasured(facts: ReportFacts, spec: MetricSpec, { parts, difference }: Measured): Sureness {
  const [value] = parts;
  if (difference) return ofDifference(difference);
  if (spec.expr !== undefined) return propagated(facts, spec, parts);
  return value ? surenessOf(facts.metrics.table, value) : { certainty: { none: NO_COUNTS } };
}

/** Of a difference of two shares of different rows there is an interval. */
function ofDifference(difference: NonNullable<Measured['difference']>): Sureness {
  return { certainty: differenceCertainty(difference), n: difference.n };
}

function measuredRow(
  facts: ReportFacts,
  spec: MetricSpec,
  shared: SharedPart,
  measured: Measured,
  sureness: Sureness,
): MetricRow {
  const { manifest, metrics } = facts;
  const { value, place, parts, counts } = measured;
  const [first] = parts;
  const interval = intervalView(sureness, counts?.successes);
  const baseline =
    spec.baseline === undefined ? undefined : baselineView(spec, spec.baseline, value, interval);
  const split = spec.expr === undefined ? (first?.split ?? spec.split) : undefined;
  return {
    ...shared,
    // What the source says of its own metric goes before what its name tells.
    direction: spec.direction ?? first?.better ?? shared.direction,
    ...(Number.isFinite(value) && { value }),
    text: withUnit(value, spec.unit),
    ...(split !== undefined && { split }),
    ...(baseline && { baseline }),
    ...(interval && { interval }),
    ...judgement(facts, spec, measured, { interval, certainty: sureness.certainty }),
    source: { place, run: runName(metrics.table, first?.run), path: relativeTo(manifest.root, place.file) },
  };
}

/** Held against its target, unless it was measured on other rows than those that the target is about. */
function judgement(
  facts: ReportFacts,
  spec: MetricSpec,
  measured: Measured,
  { interval, certainty }: { interval: IntervalView | undefined; certainty: Certainty },
): Judgement {
  const apart = spec.target && spec.expr === undefined ? otherTestSet(facts, measured) : undefined;
  if (apart !== undefined) return { verdict: 'unknown', reason: apart };
  return judge(spec, measured.value, interval, 'none' in certainty ? certainty.none : NO_COUNTS);
}

function intervalView({ certainty, n }: Sureness, successes: number | undefined): IntervalView | undefined {
  if ('none' in certainty) return undefined;
  const { low, high, level, method, text } = certainty;
  return {
    low,
    high,
    level,
    method: WORDS[method] ?? METHODS[method].title,
    ...(successes !== undefined && { successes }),
    ...(n !== undefined && { n }),
    text,
  };
}

const WORDS: Readonly<Record<string, string>> = {
  wilson: 'Wilson',
  'hanley-mcneil': 'Hanley-McNeil',
  'stated-error': 'stated standard error',
};

function baselineView(
  spec: MetricSpec,
  baseline: number,
  value = NaN,
  interval?: IntervalView,
): BaselineView {
  const direction = spec.direction ?? knownDirection(spec.name) ?? 'unknown';
  const beaten = beatsBaseline(value, baseline, direction);
  const ends = interval ? [interval.low, interval.high] : [];
  const sure = ends.length > 0 && ends.every(end => beatsBaseline(end, baseline, direction) === beaten);
  return { value: baseline, text: withUnit(baseline, spec.unit), beaten, sure };
}

export function runName(table: MetricTable, id: string | undefined): string {
  return (
    table.runs.find(run => run.id === id)?.name ??
    (id === undefined ? 'unknown run' : id.slice(id.lastIndexOf('/') + 1))
  );
}
