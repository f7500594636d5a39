import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import type { TableProblem } from './batch';
import { MAX_COLUMNS } from './batch';
import { numberIn } from './number';

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** What separates cells: that of the usual signs that the header has most of, quoted text left out. */
export function separatorOf(header: string): number {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  const counts = SEPARATORS.map(sign => bare.split(sign).length);
  return (SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',').charCodeAt(0);
}

/**
 * The names of columns, made different and never empty as pandas does it: a second `x` becomes `x.1`, an empty name
 * `Unnamed: 3`.
 */
export function columnNames(cells: readonly string[]): Result<readonly string[], TableProblem> {
  if (cells.length > MAX_COLUMNS) return fail(tooMany(cells.length));
  if (cells.every(cell => numberIn(cell) !== undefined)) return fail(NO_HEADER);
  const used = new Set<string>();
  return ok(
    cells.map((cell, index) => {
      const name = cell.trim() || `Unnamed: ${index}`;
      let unique = name;
      for (let n = 1; used.has(unique); n++) unique = `${name}.${n}`;
      used.add(unique);
      return unique;
    }),
  );
}

const NO_HEADER: TableProblem = {
  code: 'no-header',
  message: 'its first line holds numbers only; expected the names of the columns',
  line: 1,
};

function tooMany(count: number): TableProblem {
  const message = `it has ${count.toLocaleString('en-US')} columns; at most ${MAX_COLUMNS.toLocaleString('en-US')} are read`;
  return { code: 'too-many-columns', message, line: 1 };
}
