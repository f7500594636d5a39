import type { Parsed } from '../../../src/base/result';
import type { MetricTable, MetricValue } from '../../../src/metrics/table';

/** Draws what a reader found, one line a value: `recall @test [class=1] = 0.79 (11/14)  3:14`. */
export function draw({ value: table, problems }: Parsed<MetricTable>): string[] {
  const several = table.runs.length > 1;
  return [
    ...table.values.map(value => (several ? `${runName(table, value)}: ` : '') + drawValue(value)),
    ...problems.map(
      ({ severity, code, place }) =>
        `${severity} ${code}  ${place.range.start.line + 1}:${place.range.start.column + 1}`,
    ),
  ];
}

function runName(table: MetricTable, value: MetricValue): string {
  return table.runs.find(run => run.id === value.run)?.name ?? 'no such run';
}

function drawValue({ name, split, slice, step, value, counts, place }: MetricValue): string {
  const at = `${place.range.start.line + 1}:${place.range.start.column + 1}`;
  const parts = [
    name,
    split && `@${split}`,
    slice &&
      `[${Object.entries(slice)
        .map(pair => pair.join('='))
        .join(' ')}]`,
    `= ${Number(value.toPrecision(4))}`,
    counts && `(${counts.successes}/${counts.n})`,
    step !== undefined && `step ${step}`,
  ];
  return `${parts.filter(Boolean).join(' ')}  ${at}`;
}
