import { relative } from '../../project/paths';
import type { MetricValue, Run, RunFiles } from '../../project/run-files';
import { count } from './count';
import { uniqueNames } from './metrics-json';
import type { Style } from './style';

/** So many files without metrics are named; the others are counted. */
const MOST_SKIPPED = 10;

/** `holdout metrics`: each run with its metrics, one a line. */
export function metricsText({ table, problems, skipped }: RunFiles, root: string, style: Style): string {
  const lines = table.runs.flatMap(run => [
    heading(run, root, style),
    ...values(table.values.filter(value => value.run === run.id)),
    '',
  ]);
  const said = problems.map(({ place, message }) => {
    const at = `${relative(root, place.file)}:${place.range.start.line + 1}`;
    return style.yellow(`${at}: ${message}`);
  });
  const unread = skipped.filter(({ isBeside }) => !isBeside);
  const left = unread
    .slice(0, MOST_SKIPPED)
    .map(({ file, reason }) => style.dim(`${relative(root, file)}: not read: ${reason}`));
  const more = skipped.length - left.length;
  const summary = `${count(table.runs.length, 'run', 'runs')}, ${count(table.values.length, 'metric', 'metrics')}${
    more > 0 ? `; ${count(more, 'other file', 'other files')} without metrics` : ''
  }`;
  return `${[...lines, ...said, ...left, style.bold(summary)].join('\n')}\n`;
}

function heading({ name, file, time, tracked }: Run, root: string, style: Style): string {
  const beside = [relative(root, file), time, tracked?.status].filter(
    part => part !== undefined && part !== name,
  );
  return `${style.bold(name)}  ${style.dim(beside.join('  '))}`;
}

function values(own: readonly MetricValue[]): readonly string[] {
  const names = uniqueNames(own);
  const width = Math.max(0, ...names.map(name => name.length));
  return own.map(({ value, split, step, counts }, at) => {
    const name = names[at] ?? '';
    const beside = [
      split !== undefined && !name.includes('[') ? `on ${split}` : undefined,
      counts && `${counts.successes} of ${counts.n}`,
      step === undefined ? undefined : `step ${step}`,
    ].filter(part => part !== undefined);
    return `  ${name.padEnd(width)}  ${value}${beside.length > 0 ? `  (${beside.join(', ')})` : ''}`;
  });
}
