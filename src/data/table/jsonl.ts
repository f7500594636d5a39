import type { Result } from '../../base/result';
import { fail, ok } from '../../base/result';
import type { Batch, Cell, TableProblem } from './batch';
import { MAX_COLUMNS } from './batch';
import type { BatchReader } from './reader';
import { textPieces } from './text-decoder';

/** Longer lines are no rows. */
const MAX_LINE = 16_000_000;

interface Jsonl {
  rest: string;
  /** Lines that are behind us. */
  lines: number;
  /** Rows that are behind us: columns of theirs that a batch lacks are missing in it. */
  rows: number;
}

/**
 * Reads one JSON object a line in pieces. A row's fields are its columns; a value that is a list or an object stays JSON
 * text. Empty lines are passed over. Python's bare `NaN` and `Infinity` are read.
 */
export function jsonlReader(): BatchReader {
  const pieces = textPieces();
  const state: Jsonl = { rest: '', lines: 0, rows: 0 };
  const take = (
    text: Result<string, TableProblem>,
    last: boolean,
  ): Result<Batch | undefined, TableProblem> =>
    text.ok ? readLines(state, state.rest + text.value, last) : text;
  return {
    push: bytes => take(pieces.push(bytes), false),
    end: () => {
      const batch = take(pieces.end(), true);
      return batch.ok && state.rows === 0 ? fail({ code: 'empty', message: 'it is empty' }) : batch;
    },
  };
}

function readLines(state: Jsonl, text: string, last: boolean): Result<Batch | undefined, TableProblem> {
  const rows: JsonRow[] = [];
  let at = 0;
  while (at < text.length) {
    const found = text.indexOf('\n', at);
    if (found < 0 && !last) break;
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, end).trim();
    state.lines++;
    at = end + 1;
    if (line === '') continue;
    const row = readRow(line, state.lines);
    if (!row.ok) return row;
    rows.push({ fields: row.value, line: state.lines });
  }
  state.rest = text.slice(at);
  if (state.rest.length > MAX_LINE) return fail(tooLong(state.lines + 1));
  state.rows += rows.length;
  return rows.length === 0 ? ok(undefined) : batchOf(rows);
}

interface JsonRow {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly line: number;
}

function readRow(text: string, line: number): Result<JsonRow['fields'], TableProblem> {
  const parsed = parse(text) ?? parse(withoutBareNumbers(text));
  if (!parsed) return fail({ code: 'not-json', message: `line ${line} is not JSON`, line });
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = `line ${line} is no object; expected one such as {"age": 41, "churned": 0}`;
    return fail({ code: 'not-an-object', message, line });
  }
  return ok({ ...value });
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** What Python writes and JSON does not know, outside of texts. */
function withoutBareNumbers(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, part =>
    part.startsWith('"') ? part : part === 'NaN' ? 'null' : part.replace('Infinity', '1e999'),
  );
}

function batchOf(rows: readonly JsonRow[]): Result<Batch, TableProblem> {
  const columns = [...new Set(rows.flatMap(({ fields }) => Object.keys(fields)))];
  if (columns.length > MAX_COLUMNS) {
    const message = `it has more than ${MAX_COLUMNS.toLocaleString('en-US')} different fields`;
    return fail({ code: 'too-many-columns', message });
  }
  const cells = columns.map(name => rows.map(({ fields }) => cellOf(fields[name])));
  return ok({ columns, cells, rows: rows.length, at: rows.map(({ line }) => line), short: 0 });
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

function tooLong(line: number): TableProblem {
  const message = `line ${line} is longer than ${MAX_LINE.toLocaleString('en-US')} characters`;
  return { code: 'too-long', message, line };
}
