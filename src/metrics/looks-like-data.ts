import { baseName } from './collector';
import { isKnownMetric, knownDirection } from './names';
import type { MetricTable } from './table';

/**
 * Was a table that nobody named read as runs because it has rows with numbers, and nothing else speaks for it? No row has a
 * name, and no column that of a well-known metric: then it holds data.
 */
export function looksLikeData(file: string, { runs, values }: MetricTable): boolean {
  if (!/\.(csv|tsv)$/i.test(file) || runs.length < 2) return false;
  const rows = new Set(runs.map((_, at) => `${baseName(file)} ${at + 1}`));
  return (
    runs.every(({ name }) => rows.has(name)) &&
    values.every(({ name }) => !isKnownMetric(name) && knownDirection(name) === undefined)
  );
}
