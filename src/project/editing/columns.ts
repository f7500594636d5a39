import { lineIndex } from '../../base/lines';
import type { Files, LargeFiles, OpenFile } from '../../base/ports';
import { formatOf } from '../../data/table/format';
import { expand } from '../../evidence/file/expand';
import type { Column } from '../../language/surroundings';
import type { Manifest } from '../../manifest/model';
import { csvCells } from '../../metrics/readers/csv-cells';
import { relative } from '../paths';

/** A split of many files has one set of columns; the first few tell it. */
const MOST_FILES = 3;

/** Bytes of a table's beginning: more than any header that people can choose from. */
const HEADER_BYTES = 1 << 16;

/** Of one project: nothing outside of it is looked at. */
export interface TableFiles {
  readonly files: Files;
  readonly large: LargeFiles | undefined;
}

/** The tables that a manifest names under `data`, as written. */
export function tablesOf({ declarations, fields }: Manifest): readonly string[] {
  const single = ['data.table', 'data.index'].flatMap(path => fields.get(path)?.text ?? []);
  return [...declarations.splits.map(({ path }) => path), ...single];
}

/** The columns of tables, from the header of text and the footer of Parquet; what cannot be read has none that are known. */
export async function columnsOf(
  tables: TableFiles,
  root: string,
  paths: readonly string[],
): Promise<readonly Column[]> {
  const columns: Column[] = [];
  for (const path of paths) {
    const { found } = await expand(tables.files, root, path);
    const readable = found.filter(file => formatOf(file) !== undefined);
    for (const file of readable.slice(0, MOST_FILES)) {
      const own = await columnsIn(tables, file);
      columns.push(...own.map(column => ({ ...column, file: relative(root, file) })));
    }
  }
  return columns;
}

type Found = Omit<Column, 'file'>;

async function columnsIn({ files, large }: TableFiles, path: string): Promise<readonly Found[]> {
  // Who is asked first knows the project's bounds.
  if (!(await files.stat(path))) return [];
  const opened = await large?.open(path);
  if (opened?.ok) return columnsOfOpen(opened.value, path).finally(() => opened.value.close());
  const whole = await files.read(path);
  return whole.ok ? headerIn(path, whole.value) : [];
}

async function columnsOfOpen(file: OpenFile, path: string): Promise<readonly Found[]> {
  if (formatOf(path) === 'parquet') {
    const { parquetColumns } = await import('../../data/table/parquet');
    return (await parquetColumns(file)).map(name => ({ name }));
  }
  const beginning = await file.read(0, HEADER_BYTES);
  return beginning.ok ? headerIn(path, beginning.value) : [];
}

/** The first line of a table of text, with the place of each name; of JSON lines, the names of the first row. */
function headerIn(file: string, bytes: Uint8Array): readonly Found[] {
  const format = formatOf(file);
  const text = new TextDecoder().decode(bytes.subarray(0, HEADER_BYTES));
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  if (format === 'jsonl') return namesOf(line).map(name => ({ name }));
  if (format === 'parquet') return [];
  const { rangeOf } = lineIndex(line);
  const [header] = csvCells(line);
  return (header ?? []).map(cell => ({ name: cell.text, place: { file, range: rangeOf(cell) } }));
}

function namesOf(json: string): readonly string[] {
  try {
    const row: unknown = JSON.parse(json);
    return typeof row === 'object' && row !== null && !Array.isArray(row) ? Object.keys(row) : [];
  } catch {
    return [];
  }
}
