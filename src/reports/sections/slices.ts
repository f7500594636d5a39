import type { Block, Cell, Row, Section } from '../document';
import type { ReportFacts } from '../facts';
import { surenessOf } from '../certainty';
import { differenceFigure, figureOf, linkTo, NO_COUNTS } from '../figures';
import { formatNumber, plural } from '../format';
import { metricReadings } from '../metric-readings';
import type { SlicedMetric, SliceRow } from '../slice-rows';
import { slicedMetrics } from '../slice-rows';
import { labelOf } from './verdict';

/** More slices are left out of a table, the worst first. */
const MOST_ROWS = 40;
/** More make a chart that nobody reads. */
const MOST_BARS = 20;
const SIGNIFICANT = 0.05;

/** Each metric by slices of the rows: how far they lie from the rest, and whether that may be chance. */
export function slices(facts: ReportFacts): Section {
  const section = { id: 'slices', title: 'Slices and fairness' };
  const all = slicedMetrics(facts, metricReadings(facts));
  if (all.length === 0) {
    const other = facts.predictions.state === 'none' ? ', or name a file of predictions' : '';
    const missing = `No run breaks a metric of the manifest down by slice. Write it under \`slices\`, as in \`{ "recall": 0.9, "slices": { "country": { "SE": { "recall": 0.8, "n": 120 } } } }\`${other}.`;
    return { ...section, missing, blocks: [] };
  }
  const margin = Number(facts.manifest.fields.get('fairness.margin')?.text ?? NaN);
  return {
    ...section,
    summary: summaryOf(all, margin),
    blocks: all.flatMap((one, at) => blocksOf(facts, one, margin, at + 1)),
  };
}

function summaryOf(all: readonly SlicedMetric[], margin: number): string {
  const rows = all.flatMap(({ rows: own }) => own);
  const outside = rows.filter(({ behind }) => behind > margin).length;
  const unlike = rows.filter(({ p }) => p !== undefined && p < SIGNIFICANT).length;
  const parts = [
    `${plural(rows.length, 'slice')}`,
    ...(Number.isNaN(margin)
      ? ['no `fairness.margin` is set']
      : [`${formatNumber(outside)} behind the whole by more than ${formatNumber(margin)}`]),
    `${formatNumber(unlike)} different from the rest beyond chance`,
  ];
  return `${parts.join('; ')}.`;
}

function blocksOf(facts: ReportFacts, sliced: SlicedMetric, margin: number, at: number): readonly Block[] {
  const { rows, reading, whole } = sliced;
  const title = `${labelOf(reading)} by slice`;
  const more = Math.max(0, rows.length - MOST_ROWS);
  const table = {
    kind: 'table',
    id: `slices-${at}`,
    title,
    columns: [
      { title: 'Slice' },
      { title: 'Value', isNumber: true },
      { title: 'Less the rest', isNumber: true },
      { title: 'p, by Holm', isNumber: true },
      { title: 'Behind the whole', isNumber: true },
    ],
    rows: rows.slice(0, MOST_ROWS).map(row => rowOf(facts, row, margin)),
    note: `The whole is ${formatNumber(whole.value)}. p is that of a difference from all other rows, adjusted for ${plural(rows.length, 'slice')}; that nothing was found does not mean that slices fare alike.`,
    ...(more > 0 && { more }),
  } as const;
  return [
    {
      kind: 'chart',
      id: `slices-chart-${at}`,
      title,
      text: `Each slice with its 95 % interval, the worst first; the line is the whole.`,
      chart: {
        kind: 'intervals',
        axis: { title: reading.spec.name },
        rows: rows.slice(0, MOST_BARS).flatMap(row => markOf(facts, row)),
        rules: [{ at: whole.value, name: 'whole' }],
      },
      table,
    },
  ];
}

function markOf({ metrics: { table } }: ReportFacts, { name, value }: SliceRow) {
  if (!Number.isFinite(value.value)) return [];
  const { certainty } = surenessOf(table, value);
  const ends = 'none' in certainty ? {} : { low: certainty.low, high: certainty.high };
  return [{ name, value: value.value, ...ends }];
}

function rowOf({ manifest, metrics: { table } }: ReportFacts, row: SliceRow, margin: number): Row {
  const { name, value, rest, p, behind } = row;
  const { certainty, n } = surenessOf(table, value);
  const isOutside = behind > margin;
  const cells: readonly Cell[] = [
    name,
    figureOf(value.value, { certainty, n, source: linkTo(manifest, value.place) }),
    value.counts && rest ? differenceFigure(value.counts, rest) : `— (${NO_COUNTS})`,
    p === undefined
      ? 'no test'
      : figureOf(Number(p.toPrecision(2)), {
          certainty: { none: 'it is a p value' },
          method: 'holm-difference',
        }),
    Number.isNaN(behind)
      ? '—'
      : Number.isNaN(margin)
        ? formatNumber(Number(behind.toPrecision(3)))
        : {
            kind: 'word',
            text: `${formatNumber(Number(behind.toPrecision(3)))}, ${isOutside ? 'more than allowed' : 'within the margin'}`,
            tone: isOutside ? 'bad' : 'good',
          },
  ];
  return { cells, ...(isOutside && { tone: 'bad' as const }) };
}
