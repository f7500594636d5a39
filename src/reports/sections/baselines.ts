import { isFraction, knownDirection } from '../../metrics/names';
import { beatsBaseline, gain } from '../../statistics/baseline';
import { classCounts, constantsFor } from '../class-counts';
import type { Cell, Certainty, Figure, Row, Section } from '../document';
import type { ReportFacts } from '../facts';
import { differenceFigure, figureOf, linkTo } from '../figures';
import { formatNumber, plural } from '../format';
import type { MetricReading } from '../metric-readings';
import { metricReadings } from '../metric-readings';
import type { MethodId } from '../methods';
import { runFacts } from '../run-facts';
import { areTimed, overRuns } from '../run-history';
import { labelOf, valueFigure } from './verdict';

const COLUMNS = [
  { title: 'Metric' },
  { title: 'Against' },
  { title: 'Its value', isNumber: true },
  { title: 'Value', isNumber: true },
  { title: 'Gain', isNumber: true },
  { title: 'Skill score', isNumber: true },
  { title: 'Beaten' },
] as const;

type Measured = Extract<MetricReading, { readonly sureness: unknown }>;

/** What a metric is held against, with its value. */
interface Baseline {
  readonly name: string;
  readonly value: number;
  readonly figure: Figure;
  /** Value less baseline, where it is more than a shift of the value's interval. */
  readonly difference?: Figure;
  /** Why the two cannot be compared. */
  readonly apart?: string;
}

/** Each metric of the model against answers that need no model, the baseline of the manifest and the run before. */
export function baselines(facts: ReportFacts): Section {
  const section = { id: 'baselines', title: 'Against baselines' };
  const rows = metricReadings(facts).flatMap(reading =>
    reading.measured && reading.spec.kind === 'model' && Number.isFinite(reading.measured.value)
      ? baselinesOf(facts, reading).map(baseline => rowOf(facts, reading, baseline))
      : [],
  );
  if (rows.length === 0) {
    const missing =
      'No metric has anything to be held against: give it `baseline:` in the manifest, write a confusion matrix beside it, or keep an earlier run.';
    return { ...section, missing, blocks: [] };
  }
  const lost = rows.filter(({ tone }) => tone === 'bad').length;
  return {
    ...section,
    summary:
      lost === 0
        ? `${plural(rows.length, 'comparison')}.`
        : `${lost} of ${plural(rows.length, 'comparison')} lost.`,
    blocks: [
      {
        kind: 'table',
        id: 'baselines-table',
        title: 'Metrics against baselines',
        columns: COLUMNS,
        rows,
        note: 'The skill score is 0 for no better than the baseline and 1 for perfect. Two runs on the same test rows are better compared by a paired test, which needs the predictions of both.',
      },
    ],
  };
}

function baselinesOf(facts: ReportFacts, reading: Measured): readonly Baseline[] {
  return [...constants(facts, reading), ...ofManifest(facts, reading), ...previousRun(facts, reading)];
}

function constants(facts: ReportFacts, { spec, measured }: Measured): readonly Baseline[] {
  const [first] = measured.parts;
  const counts = spec.expr === undefined && first ? classCounts(facts, first) : undefined;
  if (!counts) return [];
  return constantsFor(spec.name, counts).map(({ name, value, method }) => ({
    name: `${name}, by ${counts.by}`,
    value,
    figure: figureOf(value, { certainty: { none: 'it follows from the counts of the classes' }, method }),
  }));
}

function ofManifest({ manifest }: ReportFacts, { spec }: Measured): readonly Baseline[] {
  if (spec.baseline === undefined) return [];
  const source = linkTo(manifest, { file: manifest.file, range: spec.range });
  const figure = figureOf(spec.baseline, {
    unit: spec.unit,
    certainty: { none: 'the manifest states it' },
    source,
  });
  return [{ name: 'The manifest', value: spec.baseline, figure }];
}

function previousRun(facts: ReportFacts, { spec, measured }: Measured): readonly Baseline[] {
  const points = overRuns(facts, spec);
  const current = points.findIndex(({ run }) => run === measured.parts[0]?.run);
  const before = points[current - 1];
  if (!before) return [];
  const { name, value, certainty, n, source, counts } = before;
  const apart = differentTestSets(facts, before.run, measured.parts[0]?.run);
  return [
    {
      name: `${areTimed(points) ? 'The run before' : 'Another run'}, ${name}`,
      value,
      figure: figureOf(value, { unit: spec.unit, certainty, n, source }),
      ...(measured.counts && counts && { difference: differenceFigure(measured.counts, counts) }),
      ...(apart !== undefined && { apart }),
    },
  ];
}

function differentTestSets(
  { metrics: { table, passedOver } }: ReportFacts,
  a: string | undefined,
  b: string | undefined,
): string | undefined {
  const runs = [...table.runs, ...passedOver.runs];
  const [first, second] = [a, b].map(id => {
    const run = runs.find(one => one.id === id);
    return run && runFacts(run).testSet;
  });
  const differ = first !== undefined && second !== undefined && first !== second;
  return differ ? `Not comparable: test sets ${first.slice(0, 12)} and ${second.slice(0, 12)}` : undefined;
}

function rowOf(facts: ReportFacts, reading: Measured, baseline: Baseline): Row {
  const { row, measured, spec } = reading;
  const shifted = figureOf(measured.value - baseline.value, {
    unit: spec.unit,
    certainty: shift(reading.sureness.certainty, baseline.value),
    n: reading.sureness.n,
    method: 'gain',
  });
  const gainCell = baseline.difference ?? shifted;
  const beaten = beatenCell(row.direction, measured.value, baseline, gainCell);
  return {
    cells: [
      { kind: 'link', text: labelOf(reading), place: row.declared },
      baseline.name,
      baseline.figure,
      valueFigure(facts, reading),
      gainCell,
      skillCell(spec.name, measured.value, baseline.value),
      beaten,
    ],
    ...(typeof beaten !== 'string' && beaten.kind === 'word' && { tone: beaten.tone }),
  };
}

/** A baseline that is known exactly shifts the interval, and no more. */
function shift(certainty: Certainty, by: number): Certainty {
  if ('none' in certainty) return certainty;
  const { low, high, level, method } = certainty;
  const text = `${formatNumber(low - by)} to ${formatNumber(high - by)}`;
  return { low: low - by, high: high - by, level, method, text };
}

function beatenCell(
  direction: MetricReading['row']['direction'],
  value: number,
  { value: other, apart }: Baseline,
  { certainty }: Figure,
): Cell {
  if (apart !== undefined) return { kind: 'word', text: apart, tone: 'quiet' };
  const beaten = beatsBaseline(value, other, direction);
  if (beaten === undefined) return 'which way is better is not known';
  const sure = !('none' in certainty) && (certainty.low > 0 || certainty.high < 0);
  if (!beaten) return { kind: 'word', text: value === other ? 'no, equal' : 'no', tone: 'bad' };
  return sure
    ? { kind: 'word', text: 'yes', tone: 'good' }
    : { kind: 'word', text: 'yes, perhaps by luck', tone: 'undecided' };
}

/** Only where it is known what a perfect model scores. */
function skillCell(name: string, value: number, baseline: number): Cell {
  const perfect = knownDirection(name) === 'lower' ? 0 : isFraction(name) ? 1 : undefined;
  if (perfect === undefined || perfect === baseline) return '—';
  const method: MethodId = 'skill-score';
  return figureOf(Number(gain(value, baseline, perfect).toPrecision(4)), {
    certainty: { none: 'it is a ratio of the gain beside it' },
    method,
  });
}
