import { canonicalName, lastPart, normalName } from '../../metrics/names';
import type { MetricValue } from '../../metrics/table';
import { leastForQuantile } from '../../statistics/intervals/quantiles';
import { surenessOf } from '../certainty';
import { countingRuns } from '../counted-rows';
import type { Block, Cell, Row, Section } from '../document';
import type { ReportFacts } from '../facts';
import { figureOf, linkTo } from '../figures';
import { formatNumber, plural } from '../format';
import type { MetricReading } from '../metric-readings';
import { metricReadings } from '../metric-readings';
import { serviceOfPredictions } from '../predictions/service-blocks';
import { judge } from '../verdict';
import { labelOf, valueFigure } from './verdict';

const COLUMNS = [
  { title: 'Measure' },
  { title: 'Value', isNumber: true },
  { title: 'Budget', isNumber: true },
  { title: 'Verdict' },
  { title: 'What to know' },
] as const;

const OPERATIONAL =
  /(^|_)(latency|response_time|throughput|requests?_per_second|rps|qps|cost_per_1000|cost_per_thousand|cost_per_prediction|memory_mb|duration|inference_time)(_|$)/;

/** Whether it is fast and cheap enough to run: latency, throughput and cost against their budgets. */
export function service(facts: ReportFacts): Section {
  const section = { id: 'service', title: 'Running it' };
  const readings = metricReadings(facts);
  const own = readings.filter(({ spec }) => spec.kind === 'operational');
  const said = new Set(own.map(({ spec }) => canonicalName(spec.name)));
  const others = operational(facts, readings).filter(({ name }) => !said.has(canonicalName(lastPart(name))));
  const rows = [
    ...own.map(reading => declaredRow(facts, reading)),
    ...others.map(value => foundRow(facts, value)),
    ...costPerThousand(facts, readings),
  ];
  const single = serviceOfPredictions(facts);
  if (rows.length === 0 && single.length === 0) {
    const missing =
      'Nothing says how fast or dear it is to run: give a metric `kind: operational`, as in `latency_p95: { max: 100, unit: ms, kind: operational }`.';
    return { ...section, missing, blocks: [] };
  }
  return {
    ...section,
    summary: rows.length === 0 ? 'As the file of predictions tells.' : `${plural(rows.length, 'measure')}.`,
    blocks: [...(rows.length === 0 ? [] : [tableOf(rows)]), ...single],
  };
}

function tableOf(rows: readonly Row[]): Block {
  return {
    kind: 'table',
    id: 'service-table',
    title: 'Latency, throughput and cost',
    columns: COLUMNS,
    rows,
    note: 'Latency that is measured by a client that waits for each answer before it asks again leaves out what waits in line (coordinated omission).',
  };
}

function operational(facts: ReportFacts, readings: readonly MetricReading[]): readonly MetricValue[] {
  const runs = countingRuns(facts, readings);
  return facts.metrics.table.values.filter(
    ({ run, name, slice }) => runs.has(run) && slice === undefined && OPERATIONAL.test(normalName(name)),
  );
}

const TONES = { met: 'good', 'not met': 'bad', undecided: 'undecided', unknown: 'quiet' } as const;

function declaredRow(facts: ReportFacts, reading: MetricReading): Row {
  const { row, measured } = reading;
  const value = measured?.parts[0];
  return {
    cells: [
      { kind: 'link', text: labelOf(reading), place: row.declared },
      valueFigure(facts, reading),
      row.target?.text ?? '—',
      { kind: 'word', text: row.verdict, tone: TONES[row.verdict] },
      remark(facts, row.name, value),
    ],
  };
}

function foundRow(facts: ReportFacts, value: MetricValue): Row {
  const { manifest, metrics } = facts;
  const { certainty, n } = surenessOf(metrics.table, value);
  const cells: readonly Cell[] = [
    value.name,
    figureOf(value.value, { certainty, n, source: linkTo(manifest, value.place) }),
    'none in the manifest',
    '—',
    remark(facts, value.name, value),
  ];
  return { cells };
}

/** A high quantile of few requests is their slowest one. */
function remark(facts: ReportFacts, name: string, value: MetricValue | undefined): string {
  const [, digits] = /(?:^|_)p(\d{2,3})(?:_|$)/.exec(normalName(name)) ?? [];
  if (digits === undefined) return '';
  const p = Number(`0.${digits}`);
  const least = leastForQuantile(p);
  const n = value && requestsBeside(facts, value);
  if (n === undefined)
    return `It needs ${plural(least, 'request')} to be more than the slowest one; of how many it is, the source does not say.`;
  return n < least
    ? `It rests on ${plural(n, 'request')}, and needs ${formatNumber(least)}: it is the slowest one.`
    : `It rests on ${plural(n, 'request')}; ${formatNumber(least)} are the least.`;
}

const REQUESTS =
  /^(n_?requests|requests|num_requests|request_count|n_?calls|n_?predictions|latency_n|n_latency)$/;

function requestsBeside({ metrics: { table } }: ReportFacts, value: MetricValue): number | undefined {
  return table.values.find(
    ({ run, split, name }) =>
      run === value.run && split === value.split && REQUESTS.test(normalName(lastPart(name))),
  )?.value;
}

const PRICE = /^(price_per_hour|cost_per_hour|hourly_price|hourly_cost)$/;
const THROUGHPUT = /^(throughput|throughput_per_second|predictions_per_second|requests_per_second|rps|qps)$/;

/** From the price of an hour and the predictions of a second, where a run gives both. */
function costPerThousand(facts: ReportFacts, readings: readonly MetricReading[]): readonly Row[] {
  const runs = countingRuns(facts, readings);
  const { values } = facts.metrics.table;
  const find = (pattern: RegExp, run?: string): MetricValue | undefined =>
    values.find(
      value =>
        runs.has(value.run) &&
        (run === undefined || value.run === run) &&
        pattern.test(normalName(lastPart(value.name))),
    );
  const price = find(PRICE);
  const throughput = price && find(THROUGHPUT, price.run);
  if (!price || !throughput || !(throughput.value > 0) || !Number.isFinite(price.value)) return [];
  const cost = (price.value / (throughput.value * 3600)) * 1000;
  const budget = budgetFor(readings, cost);
  const figure = figureOf(Number(cost.toPrecision(4)), {
    certainty: { none: 'it is computed from other values' },
    source: linkTo(facts.manifest, price.place),
    method: 'cost-per-thousand',
  });
  return [
    {
      cells: [
        'Cost per 1,000 predictions',
        figure,
        budget?.row.target?.text ?? 'none in the manifest',
        budget ? { kind: 'word', text: budget.verdict, tone: TONES[budget.verdict] } : '—',
        `From \`${price.name}\` and \`${throughput.name}\`.`,
      ],
    },
  ];
}

const PER_THOUSAND = /^cost_per_(1000|1_000|1k|thousand)(_|$)/;

/** The budget of the manifest for what no run reports by its name. */
function budgetFor(readings: readonly MetricReading[], cost: number) {
  const reading = readings.find(
    ({ spec, measured }) => !measured && spec.target && PER_THOUSAND.test(normalName(spec.name)),
  );
  if (!reading) return undefined;
  const { verdict } = judge(reading.spec, cost, undefined, 'it is computed from other values');
  return { row: reading.row, verdict };
}
