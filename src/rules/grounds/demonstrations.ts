import type { Rows } from '../../python/flow/rows/rows';
import { sourcesOf } from '../../python/flow/rows/rows';
import { tells } from './says';

/** Fewer than 15 lines of code show how something works. */
export const isShort = tells(text => text.split('\n').filter(line => /\S/.test(line)).length < 15);

/** Do all the rows come from files of tables? Bundled data sets and drawn numbers are there to show something. */
export function areFromTables(rows: Rows): boolean {
  const sources = sourcesOf(rows);
  return sources.length > 0 && sources.every(({ kind, label }) => kind === 'load' && TABLES.test(label));
}

const TABLES = /\.(csv|tsv|txt|parquet|pq|feather|xlsx?|json|orc)(\.\w+)?$|^read_\w+\(\)$/i;

/** Is one of them a data set that comes with a library? */
export function isBundled(rows: Rows): boolean {
  return sourcesOf(rows).some(({ kind, label }) => kind === 'generate' && /^(load|fetch)_/.test(label));
}

/** The same, or drawn by a library. */
export function isDemonstrated(rows: Rows): boolean {
  return (
    isBundled(rows) ||
    sourcesOf(rows).some(({ kind, label }) => kind === 'generate' && label.startsWith('make_'))
  );
}
