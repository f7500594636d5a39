import type { Chart, IntervalMark, Tone } from '../base/chart';
import { intervalChart, type ChartElement, type ChartOptions, type IntervalRow } from './intervals';

/**
 * Draws any chart of a report as SVG: the one door to this folder for pages and exports. `undefined` where the chart holds nothing
 * that could be drawn; its table still tells.
 */
export function drawChart(chart: Chart, options: ChartOptions): ChartElement | undefined {
  return chart.kind === 'intervals' ? intervalChart(chart.rows.map(intervalRow), options) : undefined;
}

const VERDICTS: Readonly<Record<Tone, IntervalRow['verdict']>> = {
  good: 'met',
  bad: 'not met',
  undecided: 'undecided',
  quiet: 'unknown',
};

function intervalRow({
  name,
  value,
  low,
  high,
  target,
  baseline,
  tone = 'quiet',
}: IntervalMark): IntervalRow {
  const interval =
    low === undefined || high === undefined ? undefined : { low, high, text: `${low} – ${high}` };
  return {
    name,
    value,
    text: String(value),
    proportion: true,
    verdict: VERDICTS[tone],
    ...(target !== undefined && { target: { value: target, text: String(target) } }),
    ...(baseline !== undefined && { baseline: { value: baseline, text: String(baseline) } }),
    ...(interval && { interval }),
  };
}
