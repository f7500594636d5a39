import { relative } from '../../project/paths';
import type { MetricTable, MetricValue, Run, RunFiles } from '../../project/run-files';
import { JSON_VERSION } from './check-json';

/** `holdout metrics --format json`: files are relative to `root`. */
export function metricsJson({ table, problems, skipped }: RunFiles, root: string): object {
  return {
    version: JSON_VERSION,
    root,
    runs: table.runs.map(run => runJson(table, run, root)),
    problems: problems.map(({ code, severity, message, place }) => ({
      code,
      severity,
      message,
      file: relative(root, place.file),
      line: place.range.start.line + 1,
    })),
    skipped: skipped.map(({ file, reason }) => ({ file: relative(root, file), reason })),
  };
}

function runJson(table: MetricTable, run: Run, root: string): object {
  const own = table.values.filter(value => value.run === run.id);
  const names = uniqueNames(own);
  const points = (table.series ?? [])
    .filter(series => series.run === run.id)
    .reduce((sum, { steps }) => sum + steps.length, 0);
  return {
    id: relativeId(run, root),
    name: run.name,
    source: run.source ?? 'file',
    file: relative(root, run.file),
    ...(run.time !== undefined && { startedAt: run.time }),
    ...(run.tracked && { status: run.tracked.status }),
    metrics: Object.fromEntries(own.map((value, at) => [names[at] ?? value.name, valueJson(value, root)])),
    params: run.params,
    ...(points > 0 && { series: points }),
  };
}

/** A run that is a file goes by its path, which begins with the folder of this machine. */
function relativeId({ id, file }: Run, root: string): string {
  return id.startsWith(file) ? relative(root, file) + id.slice(file.length) : id;
}

function valueJson({ value, split, slice, step, counts, place }: MetricValue, root: string): object {
  return {
    value: Number.isFinite(value) ? value : String(value),
    ...(step !== undefined && { step }),
    ...(split !== undefined && { split }),
    ...(slice && { slice }),
    ...(counts && { counts }),
    at: { file: relative(root, place.file), line: place.range.start.line + 1 },
  };
}

/**
 * A metric goes by its name; where several values share it, by what tells them apart, as expressions of a manifest write it:
 * `recall[split=test, slice.class=1]`.
 */
export function uniqueNames(values: readonly MetricValue[]): readonly string[] {
  const shared = countsOf(values.map(({ name }) => name));
  const told = values.map(value => (shared.get(value.name) === 1 ? value.name : nameApart(value)));
  // A file may state a value twice, and a run may have several files: none of them is left out.
  const twice = countsOf(told);
  const seen = new Map<string, number>();
  return told.map((name, at) => {
    if (twice.get(name) === 1) return name;
    const { file = '', range } = values[at]?.place ?? {};
    const place = `${name}[at=${file.slice(file.lastIndexOf('/') + 1)}:${(range?.start.line ?? 0) + 1}]`;
    const before = seen.get(place) ?? 0;
    seen.set(place, before + 1);
    return before === 0 ? place : `${place}#${before + 1}`;
  });
}

function nameApart({ name, split, slice }: MetricValue): string {
  const parts = [
    ...(split === undefined ? [] : [`split=${split}`]),
    ...Object.entries(slice ?? {}).map(([key, text]) => `slice.${key}=${text}`),
  ];
  return parts.length === 0 ? name : `${name}[${parts.join(', ')}]`;
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
