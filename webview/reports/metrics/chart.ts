import type { Chart, Tone } from '../../../src/base/chart';
import { drawChart } from '../../../src/charts/draw';
import type { MetricRow, MetricVerdict } from '../../../src/reports/view';
import { el } from '../../parts/dom';

const WIDEST = 900;

/** Draws the chart into its panel for the width that there is; again when that changes. */
export function chartPanel(panel: HTMLElement): (rows: readonly MetricRow[]) => void {
  let rows: readonly MetricRow[] = [];
  let drawn = 0;
  const draw = (): void => {
    drawn = Math.min(panel.clientWidth, WIDEST);
    if (drawn > 0) panel.replaceChildren(...chart(rows, drawn));
  };
  new ResizeObserver(() => {
    if (Math.min(panel.clientWidth, WIDEST) !== drawn) draw();
  }).observe(panel);
  return next => {
    rows = next;
    draw();
  };
}

/** Metrics that share the chart's axis: proportions, all of whose numbers lie between 0 and 1. */
function onSharedAxis(row: MetricRow): boolean {
  const numbers = [row.value, row.target?.value, row.baseline?.value];
  return (
    row.unit === undefined &&
    (row.proportion === true || row.interval !== undefined) &&
    row.value !== undefined &&
    numbers.every(x => x === undefined || (x >= 0 && x <= 1))
  );
}

const TONES: Readonly<Record<MetricVerdict, Tone>> = {
  met: 'good',
  'not met': 'bad',
  undecided: 'undecided',
  unknown: 'quiet',
};

function chartOf(rows: readonly MetricRow[]): Chart {
  const marks = rows.filter(onSharedAxis).map(row => ({
    name: row.split === undefined ? row.name : `${row.name} (${row.split})`,
    value: row.value ?? 0,
    tone: TONES[row.verdict],
    ...(row.interval && { low: row.interval.low, high: row.interval.high }),
    ...(row.target && { target: row.target.value }),
    ...(row.baseline && { baseline: row.baseline.value }),
  }));
  return { kind: 'intervals', axis: { title: 'proportion' }, rows: marks };
}

function chart(rows: readonly MetricRow[], width: number): HTMLElement[] {
  const title = 'Metrics with their intervals, targets and baselines';
  const svg = drawChart(chartOf(rows), { document, width, title, id: 'metrics' });
  const others = rows.filter(row => !onSharedAxis(row));
  const rest = others.length > 0 && el('p', { class: 'quiet' }, `Not on this axis: ${names(others)}.`);
  if (!svg) {
    return [
      el('p', { class: 'quiet' }, 'No metric is a proportion with a value, so there is nothing to draw.'),
    ];
  }
  return [el('figure', {}, svg as unknown as SVGElement, rest)];
}

function names(rows: readonly MetricRow[]): string {
  return rows.map(({ name, text }) => (text === '—' ? `${name} (no value)` : `${name} (${text})`)).join(', ');
}
