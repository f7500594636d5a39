import type { CsvReader } from '../../data/table/csv';
import type { History } from '../history';
import { normalName, takeSplit } from '../names';
import { columnOf, NAME, SPLIT, STEP, VALUE } from './columns';
import { asciiIn, fillRows, numberRows, type NumberRows } from './number-rows';

/** Where rows go. */
export interface Rows {
  readonly file: string;
  readonly history: History;
  /** Read so far. */
  rows: number;
}

/** Reads the rows of a log that hold numbers alone, straight from their bytes. */
export interface PlainRows {
  /** The names of columns have come. */
  learn(columns: readonly string[]): void;
  /** Whether this table may have such rows: with a step in each, and a metric in each other column. */
  readonly isPossible: boolean;
  /** Reads rows from `at` on, as far as they are plain, and says where they end. */
  read(reader: CsvReader, bytes: Uint8Array, at: number): number;
}

export function plainRows(into: Rows): PlainRows {
  let log: Log | undefined;
  let isLearned = false;
  return {
    learn: columns => {
      if (!isLearned) log = logOf(columns);
      isLearned = true;
    },
    get isPossible() {
      return log !== undefined;
    },
    read: (reader, bytes, start) => {
      const separator = reader.separatorBetweenRows;
      // Where semicolons separate, commas may be decimal.
      if (!log || separator === undefined || separator === SEMICOLON) return start;
      for (let at = start; ;) {
        const next = fillRows(log.rows, bytes, at, separator);
        const taken = addRows({ log, into, bytes, separator, line: reader.line });
        reader.passRows(taken);
        if (taken < log.rows.rows) return log.rows.starts[taken] ?? at;
        if (taken === 0 || next === bytes.length) return next;
        at = next;
      }
    },
  };
}

const SEMICOLON = 0x3b;
const LF = 0x0a;
const CR = 0x0d;

interface Log {
  readonly step: number;
  readonly metrics: readonly Metric[];
  readonly rows: NumberRows;
  readonly steps: Float64Array;
  readonly values: Float64Array;
  readonly from: Uint32Array;
}

interface Metric {
  readonly column: number;
  readonly name: string;
  readonly split?: string;
}

function logOf(columns: readonly string[]): Log | undefined {
  const step = columnOf(columns, STEP);
  const isLong = columnOf(columns, NAME) >= 0 && columnOf(columns, VALUE) >= 0;
  if (step < 0 || isLong || columnOf(columns, SPLIT) >= 0) return undefined;
  const metrics = columns.flatMap((title, column) =>
    title === '' || STEP.includes(normalName(title)) ? [] : [{ column, ...takeSplit(title) }],
  );
  if (metrics.length === 0) return undefined;
  const rows = numberRows(columns.length);
  const most = rows.starts.length;
  const [steps, values] = [new Float64Array(most), new Float64Array(most)];
  return { step, metrics, rows, steps, values, from: new Uint32Array(most) };
}

interface Adding {
  readonly log: Log;
  readonly into: Rows;
  readonly bytes: Uint8Array;
  readonly separator: number;
  /** Of the first row, from 1. */
  readonly line: number;
}

/** How many rows were taken: those before the first without a step, whose place would count instead. */
function addRows(adding: Adding): number {
  const { log, into } = adding;
  const without = log.rows.isThere[log.step]?.subarray(0, log.rows.rows).indexOf(0) ?? 0;
  const taken = without < 0 ? log.rows.rows : without;
  for (const metric of log.metrics) addMetric(adding, metric, taken);
  into.rows += taken;
  return taken;
}

function addMetric({ log, into, bytes, separator, line }: Adding, metric: Metric, rows: number): void {
  const [cells, isThere, own] = [
    log.rows.cells[metric.column],
    log.rows.isThere[metric.column],
    log.rows.cells[log.step],
  ];
  let size = 0;
  for (let row = 0; row < rows; row++) {
    if (isThere?.[row] !== 1) continue;
    log.steps[size] = own?.[row] ?? NaN;
    log.values[size] = cells?.[row] ?? NaN;
    log.from[size++] = row;
  }
  if (size === 0) return;
  into.history.addAll({
    name: metric.name,
    split: metric.split,
    steps: log.steps.subarray(0, size),
    values: log.values.subarray(0, size),
    source: at => {
      const row = log.from[at] ?? 0;
      const position = { line: line - 1 + row, column: 0 };
      const raw = cellAt(bytes, log.rows.starts[row] ?? 0, separator, metric.column);
      return { raw, place: { file: into.file, range: { start: position, end: position } } };
    },
  });
}

/** A cell as written, of a row that begins at `start`. */
function cellAt(bytes: Uint8Array, start: number, separator: number, column: number): string {
  let from = start;
  for (let left = column; left > 0; left--) from = bytes.indexOf(separator, from) + 1;
  let end = from;
  while (end < bytes.length && bytes[end] !== separator && bytes[end] !== LF && bytes[end] !== CR) end++;
  return asciiIn(bytes, from, end);
}
