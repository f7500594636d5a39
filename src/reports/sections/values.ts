import { ofRun } from '../by-run';
import { countingRuns } from '../counted-rows';
import { surenessOf } from '../certainty';
import type { Row, Section } from '../document';
import type { ReportFacts } from '../facts';
import { figureOf, linkTo } from '../figures';
import { plural } from '../format';
import { metricReadings, runName } from '../metric-readings';
import { statedColumns, UNKNOWN } from '../shown';
import { sliceName } from '../slice-name';
import type { MetricValue } from '../../metrics/table';

/** More values are left out of the table; runs' fingerprints stand for them. */
const MOST_ROWS = 200;

/** Every value of the runs that the metrics are taken from, as its source writes it. */
export function values(facts: ReportFacts): Section | undefined {
  const { table } = facts.metrics;
  const runs = [...countingRuns(facts, metricReadings(facts))]
    .map(run => ofRun(table, run).values)
    .filter(own => own.length > 0);
  const all = runs.flat();
  if (all.length === 0) return undefined;
  const more = Math.max(0, all.length - MOST_ROWS);
  return {
    id: 'values',
    title: 'Everything that was read',
    summary: `${plural(all.length, 'value')} of ${plural(runs.length, 'run')}.`,
    blocks: [
      statedColumns({
        kind: 'table',
        id: 'values-table',
        title: 'Values as their sources write them',
        columns: [
          { title: 'Metric' },
          { title: 'Run' },
          { title: 'Split' },
          { title: 'Slice' },
          { title: 'Step', isNumber: true },
          { title: 'Value', isNumber: true },
        ],
        rows: all.slice(0, MOST_ROWS).map(value => rowOf(facts, value)),
        ...(more > 0 && { more }),
      }),
    ],
  };
}

function rowOf({ manifest, metrics: { table } }: ReportFacts, value: MetricValue): Row {
  const { certainty, n } = surenessOf(table, value);
  const figure = figureOf(value.value, { certainty, n, source: linkTo(manifest, value.place) });
  return {
    cells: [
      value.name,
      runName(table, value.run),
      value.split ?? UNKNOWN,
      value.slice ? sliceName(value.slice) : '',
      value.step === undefined ? '' : String(value.step),
      { ...figure, text: value.raw },
    ],
  };
}
