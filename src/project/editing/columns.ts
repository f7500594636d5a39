import { lineIndex } from '../../base/lines';
import type { Files } from '../../base/ports';
import { expandPath } from '../../evidence/file/expand';
import type { Column } from '../../language/surroundings';
import type { Manifest } from '../../manifest/model';
import { csvCells } from '../../metrics/readers/csv-cells';
import { extensionOf, relative } from '../paths';
import { readText } from '../text';

/** A split of many files has one set of columns; the first few tell it. */
const MOST_FILES = 3;

/** The tables that a manifest names under `data`, as written. */
export function tablesOf({ declarations, fields }: Manifest): readonly string[] {
  const single = ['data.table', 'data.index'].flatMap(path => fields.get(path)?.text ?? []);
  return [...declarations.splits.map(({ path }) => path), ...single];
}

/** The columns of tables, from their headers; a table that is not text, or not there, has none that are known. */
export async function columnsOf(
  files: Files,
  root: string,
  paths: readonly string[],
): Promise<readonly Column[]> {
  const columns: Column[] = [];
  for (const path of paths) {
    const found = await expandPath(files, root, path);
    for (const file of found.filter(isText).slice(0, MOST_FILES))
      columns.push(...(await headerOf(files, root, file)));
  }
  return columns;
}

const isText = (file: string): boolean => ['.csv', '.tsv'].includes(extensionOf(file));

async function headerOf(files: Files, root: string, file: string): Promise<readonly Column[]> {
  const read = await readText(files, file);
  if (!read.ok) return [];
  const line = /^[^\r\n]*/.exec(read.value.text)?.[0] ?? '';
  const { rangeOf } = lineIndex(line);
  const [header] = csvCells(line);
  return (header ?? []).map(cell => ({
    name: cell.text,
    file: relative(root, file),
    place: { file, range: rangeOf(cell) },
  }));
}
