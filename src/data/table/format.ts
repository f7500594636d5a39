/** How a file's rows are written, by its name. */
export type TableFormat = 'csv' | 'tsv' | 'jsonl' | 'parquet';

const FORMATS: Readonly<Record<string, TableFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  parquet: 'parquet',
};

export function formatOf(path: string): TableFormat | undefined {
  const extension = /\.([^./]+)$/.exec(path.toLowerCase())?.[1] ?? '';
  return Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
}

/** In words, for a file of another kind. */
export const READABLE = 'CSV, TSV, JSONL or Parquet';
