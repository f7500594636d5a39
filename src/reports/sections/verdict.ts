import type { IntervalMark, Tone } from '../../base/chart';
import type { Cell, ChartBlock, Figure, Row, Section, TableBlock } from '../document';
import type { ReportFacts } from '../facts';
import { figureOf, linkTo, noFigure } from '../figures';
import { formatNumber } from '../format';
import type { MetricReading } from '../metric-readings';
import { metricReadings } from '../metric-readings';
import { summaryOf } from '../summary';
import type { MetricVerdict } from '../view';

const COLUMNS = [
  { title: 'Metric' },
  { title: 'Verdict' },
  { title: 'Value', isNumber: true },
  { title: 'Target', isNumber: true },
  { title: 'Baseline', isNumber: true },
  { title: 'Rows to decide', isNumber: true },
  { title: 'Why' },
] as const;

const TONES: Readonly<Record<MetricVerdict, Tone>> = {
  met: 'good',
  'not met': 'bad',
  undecided: 'undecided',
  unknown: 'quiet',
};

/** Each metric of the manifest against its target and baseline. */
export function verdict(facts: ReportFacts): Section {
  const section = { id: 'verdict', title: 'Verdict' };
  const readings = metricReadings(facts);
  if (readings.length === 0) {
    const missing =
      'The manifest names no metrics: add each with its target under `metrics`, as in `recall: { min: 0.8, split: test }`.';
    return { ...section, missing, blocks: [] };
  }
  const table: TableBlock = {
    kind: 'table',
    id: 'verdict-table',
    title: 'Metrics against their targets',
    columns: COLUMNS,
    rows: readings.map(reading => metricRow(facts, reading)),
    note: 'Met: the whole interval is on the good side of the target. Not met: none of it is. Undecided: the target lies inside. Without an interval the value decides.',
  };
  const chart = chartOf(facts, readings);
  return {
    ...section,
    summary: summaryOf(readings.map(({ row }) => row)).text,
    blocks: chart ? [table, chart] : [table],
  };
}

function metricRow(facts: ReportFacts, reading: MetricReading): Row {
  const { row } = reading;
  const { verdict: word, rowsNeeded } = row;
  return {
    cells: [
      { kind: 'link', text: labelOf(reading), place: row.declared },
      { kind: 'word', text: word, tone: TONES[word] },
      valueFigure(facts, reading),
      row.target?.text ?? '—',
      baselineCell(reading),
      rowsNeeded === undefined ? '—' : neededFigure(rowsNeeded),
      row.reason,
    ],
    tone: TONES[word],
  };
}

/** `recall (test)`. */
export function labelOf({ row: { name, split } }: MetricReading): string {
  return split === undefined ? name : `${name} (${split})`;
}

/** The value of a metric as it was measured. */
export function valueFigure({ manifest }: ReportFacts, reading: MetricReading): Figure {
  if (!reading.measured) return noFigure('there is no value');
  const { spec, measured, sureness } = reading;
  return figureOf(measured.value, {
    unit: spec.unit,
    certainty: sureness.certainty,
    n: sureness.n,
    source: linkTo(manifest, measured.place),
    method: spec.expr === undefined ? undefined : 'expression',
  });
}

function baselineCell({ row: { baseline } }: MetricReading): Cell {
  if (!baseline) return '—';
  const { text, beaten, sure } = baseline;
  if (beaten === undefined) return text;
  const words = beaten ? (sure ? 'beaten' : 'beaten, perhaps by luck') : 'not beaten';
  return {
    kind: 'word',
    text: `${text}, ${words}`,
    tone: beaten ? (sure ? 'good' : 'undecided') : 'bad',
  };
}

const neededFigure = (rows: number): Figure => ({
  kind: 'figure',
  text: formatNumber(rows),
  value: rows,
  certainty: { none: 'it supposes that the value stays' },
  method: 'rows-needed',
});

/** Shares on one axis; other units share none. */
function chartOf(facts: ReportFacts, readings: readonly MetricReading[]): ChartBlock | undefined {
  const marks = readings.flatMap(reading => markOf(reading) ?? []);
  if (marks.length === 0) return undefined;
  const others = readings.filter(reading => !markOf(reading)).map(labelOf);
  const rest = others.length === 0 ? '' : ` Not on this axis: ${others.join(', ')}.`;
  return {
    kind: 'chart',
    id: 'verdict-intervals',
    title: 'Metrics with their intervals, targets and baselines',
    text: `Each dot is a value, the line around it its 95 % interval.${rest}`,
    chart: { kind: 'intervals', axis: { title: 'Proportion', domain: domainOf(marks) }, rows: marks },
    table: {
      kind: 'table',
      id: 'verdict-intervals-table',
      title: 'Metrics with their intervals',
      columns: COLUMNS.filter(({ title }) => IN_CHART.has(title)),
      rows: readings.filter(markOf).map(reading => ({
        cells: metricRow(facts, reading).cells.filter((_, at) => IN_CHART.has(COLUMNS[at]?.title ?? '')),
      })),
    },
  };
}

const IN_CHART: ReadonlySet<string> = new Set(['Metric', 'Verdict', 'Value', 'Target', 'Baseline']);

function markOf(reading: MetricReading): IntervalMark | undefined {
  const { value, target, baseline, interval, proportion, unit, verdict: word } = reading.row;
  const numbers = [value, target?.value, baseline?.value];
  const isShare = unit === undefined && (proportion === true || interval?.successes !== undefined);
  if (!isShare || value === undefined) return undefined;
  if (!numbers.every(x => x === undefined || (x >= 0 && x <= 1))) return undefined;
  return {
    name: labelOf(reading),
    value,
    ...(interval && { low: interval.low, high: interval.high }),
    ...(target && { target: target.value }),
    ...(baseline && { baseline: baseline.value }),
    tone: TONES[word],
  };
}

/** From the least to the greatest number drawn, rounded outwards to tenths. */
function domainOf(marks: readonly IntervalMark[]): readonly [number, number] {
  const drawn = marks
    .flatMap(({ value, low, high, target, baseline }) => [value, low, high, target, baseline])
    .filter(x => x !== undefined);
  const low = Math.floor(Math.min(...drawn) * 10) / 10;
  const high = Math.ceil(Math.max(...drawn) * 10) / 10;
  return low === high ? [Math.max(0, low - 0.1), Math.min(1, high + 0.1)] : [low, high];
}
