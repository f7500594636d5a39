import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import type { Batch, TableProblem } from './batch';
import { columnNames, separatorOf } from './csv-header';
import type { CsvRecord } from './csv-record';
import { csvRecord } from './csv-record';
import { textPieces } from './text-decoder';
import type { BatchReader } from './reader';

/** More than a row of text has: a quote that is never closed, or no line ends at all. */
const MAX_RECORD = 8_000_000;

interface Csv {
  separator: number | undefined;
  columns: readonly string[] | undefined;
  /** Text from the start of the record that is not whole yet. */
  rest: string;
  /** Line of the record at the start of `rest`, from 1. */
  line: number;
  /** Rows were given. */
  begun: boolean;
}

/** A reader that lets others read rows in between, as it stands between two records. */
export interface CsvReader extends BatchReader {
  /** The character code of what separates cells, where all that was pushed makes whole records; else `undefined`. */
  readonly separatorBetweenRows: number | undefined;
  /** Of the next record, from 1. */
  readonly line: number;
  /** The next rows, a line each, were read by someone else. */
  passRows(count: number): void;
}

/**
 * Reads comma-, semicolon-, tab- or bar-separated values in pieces: the first record names the columns; empty lines are
 * passed over; a row that is too short is filled up with missing cells; one that is too long ends the reading.
 *
 * @param separator a single sign; guessed from the header unless given
 */
export function csvReader(separator?: string): CsvReader {
  const pieces = textPieces();
  const csv: Csv = {
    separator: separator?.charCodeAt(0),
    columns: undefined,
    rest: '',
    line: 1,
    begun: false,
  };
  const take = (
    text: Result<string, TableProblem>,
    last: boolean,
  ): Result<Batch | undefined, TableProblem> =>
    text.ok ? readRecords(csv, csv.rest + text.value, last) : text;
  return {
    push: bytes => take(pieces.push(bytes), false),
    end: () => {
      const batch = take(pieces.end(), true);
      return batch.ok && !csv.columns ? fail(EMPTY) : batch;
    },
    get separatorBetweenRows() {
      return csv.columns && csv.rest === '' ? csv.separator : undefined;
    },
    get line() {
      return csv.line;
    },
    passRows: count => {
      csv.line += count;
      pieces.passLines(count);
    },
  };
}

const EMPTY: TableProblem = { code: 'empty', message: 'it is empty' };

function readRecords(csv: Csv, text: string, last: boolean): Result<Batch | undefined, TableProblem> {
  const rows = startRows(csv.columns?.length ?? 0);
  let at = 0;
  while (at < text.length) {
    csv.separator ??= guessed(text, last);
    if (csv.separator === undefined) break;
    const record = csvRecord(text, at, csv.separator, last);
    if (!record) break;
    const problem = csv.columns ? addRow(csv, csv.columns, rows, record) : takeHeader(csv, rows, record);
    if (problem) return fail(problem);
    csv.line += record.lines + 1;
    at = record.next;
  }
  csv.rest = text.slice(at);
  if ((last && csv.rest !== '') || csv.rest.length > MAX_RECORD) return fail(unended(csv, last));
  // A header alone still says which columns there are.
  if (!csv.columns || (rows.at.length === 0 && (csv.begun || !last))) return ok(undefined);
  csv.begun = true;
  return ok(batchOf(csv.columns, rows));
}

interface Rows {
  cells: string[][];
  readonly at: number[];
  short: number;
}

const startRows = (columns: number): Rows => ({
  cells: Array.from({ length: columns }, () => []),
  at: [],
  short: 0,
});

const batchOf = (columns: readonly string[], { cells, at, short }: Rows): Batch => ({
  columns,
  cells,
  rows: at.length,
  at,
  short,
});

/** Its header must be there whole. */
function guessed(text: string, last: boolean): number | undefined {
  const header = /^\s*[^\r\n]+/.exec(text)?.[0] ?? text;
  return last || header.length < text.length ? separatorOf(header) : undefined;
}

function takeHeader(csv: Csv, rows: Rows, record: CsvRecord): TableProblem | undefined {
  if (isBlank(record)) return undefined;
  const names = columnNames(record.cells);
  if (!names.ok) return names.failure;
  csv.columns = names.value;
  rows.cells = startRows(names.value.length).cells;
  return undefined;
}

function addRow(
  csv: Csv,
  columns: readonly string[],
  rows: Rows,
  record: CsvRecord,
): TableProblem | undefined {
  const { cells } = record;
  if (isBlank(record)) return undefined;
  if (cells.length > columns.length) return tooLong(csv.line, cells.length, columns.length);
  const decimalComma = csv.separator === SEMICOLON;
  for (let column = 0; column < columns.length; column++) {
    const cell = cells[column] ?? '';
    rows.cells[column]?.push(decimalComma ? withPoint(cell) : cell);
  }
  rows.at.push(csv.line);
  if (cells.length < columns.length) rows.short++;
  return undefined;
}

const SEMICOLON = 0x3b;

/** Where semicolons separate, commas are decimal. */
function withPoint(cell: string): string {
  return /^[+-]?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell;
}

function isBlank({ cells }: CsvRecord): boolean {
  return cells.length === 1 && cells[0]?.trim() === '';
}

function tooLong(line: number, cells: number, columns: number): TableProblem {
  const message = `line ${line} has ${cells} cells, and the header ${columns}; a separator within a cell needs quotes`;
  return { code: 'long-row', message, line };
}

function unended({ line }: Csv, last: boolean): TableProblem {
  if (last) return { code: 'open-quote', message: `the quote in line ${line} is never closed`, line };
  const message = `the row in line ${line} is longer than ${MAX_RECORD.toLocaleString('en-US')} characters; is a quote not closed?`;
  return { code: 'too-long', message, line };
}
