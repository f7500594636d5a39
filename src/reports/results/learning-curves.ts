import type { LineChart } from '../../base/chart';
import { knownDirection, normalName } from '../../metrics/names';
import type { Series } from '../../metrics/table';
import { thin } from '../../statistics/thin';
import { countingRuns, ofModel } from '../counted-rows';
import type { ChartBlock, Row } from '../document';
import type { ReportFacts } from '../facts';
import { formatNumber } from '../format';
import { metricReadings, runName } from '../metric-readings';

/** More are left out: the comparison of runs shows all. */
const MOST_CHARTS = 4;
const STRETCHES = 100;
const NUMBER = { isNumber: true } as const;

/** Metrics of the runs that count over the steps of their training: those of several splits first. */
export function learningCurves(facts: ReportFacts): readonly ChartBlock[] {
  const runs = countingRuns(facts, ofModel(metricReadings(facts)));
  const others = new Set(
    facts.manifest.metrics.filter(({ kind }) => kind !== 'model').map(({ name }) => normalName(name)),
  );
  const byName = new Map<string, Series[]>();
  for (const one of facts.metrics.table.series ?? []) {
    // What business and operations measure from time to time is no training.
    if (!runs.has(one.run) || one.steps.length < 2 || others.has(normalName(one.name))) continue;
    byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  }
  return [...byName]
    .sort(([, a], [, b]) => splitsOf(b) - splitsOf(a))
    .slice(0, MOST_CHARTS)
    .map(([name, series], at) => chartOf(facts, name, series, at + 1));
}

const splitsOf = (series: readonly Series[]): number => new Set(series.map(({ split }) => split)).size;

function chartOf(facts: ReportFacts, name: string, series: readonly Series[], at: number): ChartBlock {
  const severalRuns = new Set(series.map(({ run }) => run)).size > 1;
  const title = (one: Series): string =>
    [one.split ?? name, ...(severalRuns ? [runName(facts.metrics.table, one.run)] : [])].join(', ');
  const lines: LineChart['lines'] = series.map(one => ({
    name: title(one),
    ...thin(one.steps, one.values, STRETCHES),
  }));
  const went = `How \`${name}\` went during training.`;
  return {
    kind: 'chart',
    id: `learning-${at}`,
    title: `${name} over steps`,
    text: splitsOf(series) > 1 ? `${went} ${OVERFITTING}` : went,
    chart: { kind: 'lines', x: { title: 'Step', ...(areWhole(series) && WHOLE) }, y: { title: name }, lines },
    table: {
      kind: 'table',
      id: `learning-${at}-table`,
      title: `${name} over steps`,
      columns: [
        { title: 'Curve' },
        { title: 'Steps', ...NUMBER },
        { title: 'Last', ...NUMBER },
        { title: 'Best', ...NUMBER },
        { title: 'At step', ...NUMBER },
      ],
      rows: series.map(one => rowOf(one, title(one), knownDirection(name))),
    },
  };
}

const OVERFITTING = 'A curve of validation that turns while that of training goes on is overfitting.';
const WHOLE = { isWhole: true } as const;

const areWhole = (series: readonly Series[]): boolean =>
  series.every(({ steps }) => steps.every(step => Number.isInteger(step)));

function rowOf({ steps, values }: Series, title: string, better: 'higher' | 'lower' | undefined): Row {
  const last = values[values.length - 1] ?? NaN;
  const best = better && bestOf(values, better);
  return {
    cells: [
      title,
      formatNumber(steps.length),
      formatNumber(last),
      best === undefined ? 'which way is better is not known' : formatNumber(values[best] ?? NaN),
      best === undefined ? '—' : formatNumber(steps[best] ?? NaN),
    ],
  };
}

/** The place of the best value; none where none is a number. */
function bestOf(values: Float64Array, better: 'higher' | 'lower'): number | undefined {
  let best: number | undefined;
  const sign = better === 'higher' ? 1 : -1;
  for (let at = 0; at < values.length; at++) {
    const own = sign * (values[at] ?? NaN);
    if (Number.isFinite(own) && (best === undefined || own > sign * (values[best] ?? NaN))) best = at;
  }
  return best;
}
