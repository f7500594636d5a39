import type { Parsed } from '../base/result';
import { readMetrics } from './read';
import type { MetricTable } from './table';

/**
 * Reads the metrics in a file, databases too. What reads databases is large and needs a moment to start: it is loaded for the
 * first one.
 */
export async function readMetricsFile(file: string, bytes: Uint8Array): Promise<Parsed<MetricTable>> {
  if (!isDatabase(bytes)) return readMetrics(file, bytes);
  const { readMlflowDatabase } = await import('./sqlite/mlflow');
  const { value, problems } = await readMlflowDatabase(file, bytes);
  return { value: { ...value, runs: value.runs.map(run => ({ source: 'mlflow', ...run })) }, problems };
}

const MAGIC = new TextEncoder().encode('SQLite format 3\u0000');

/** Every file of SQLite begins with the same sixteen bytes. */
export function isDatabase(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, at) => bytes[at] === byte);
}
