import type { Parsed } from '../../base/result';
import { baseName, collect, type Collector } from '../collector';
import { countsOfShare, type Counts } from '../counts';
import { createHistory, historyRemarks, type History, type Source } from '../history';
import { normalName, shareOf, takeSplit } from '../names';
import type { MetricTable } from '../table';
import { parseNumber } from '../tree';
import {
  columnOf,
  HOLDS_PREDICTIONS,
  looksLikeData,
  MOST_RUNS,
  NAME,
  PREDICTIONS,
  ROWS,
  RUN,
  SPLIT,
  splitOfCell,
  STEP,
  SUCCESSES,
  VALUE,
} from './columns';
import { csvCells, type Cell } from './csv-cells';

/**
 * Reads metrics from a table, whose header tells its shape:
 *
 * - `metric,value[,split][,n]`: one value a row;
 * - a column `step` or `epoch`, as Lightning, Keras and Ultralytics write, or `week`, `date` and the like: each column is a
 *   metric over its rows, of which the last value counts; cells may be empty;
 * - anything else: a column a metric, and a run a row.
 */
export function readCsv(file: string, text: string): Parsed<MetricTable> {
  const collector = collect(file, text);
  const [header, ...rows] = csvCells(text);
  if (!header) return collector.result();
  const table: Table = { collector, columns: header.map(cell => cell.text), header, rows };
  const refused = refusal(table);
  if (refused !== undefined) {
    collector.problem({ code: 'no-metrics', severity: 'warning', message: refused }, header[0] ?? NOWHERE);
    return collector.result();
  }
  if (column(table, NAME) >= 0 && column(table, VALUE) >= 0) {
    if (column(table, STEP) >= 0) readLongSteps(table);
    else readLong(table);
  } else if (column(table, STEP) >= 0) readSteps(table);
  else readWide(table);
  return collector.result();
}

interface Table {
  readonly collector: Collector;
  readonly columns: readonly string[];
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

const NOWHERE = { start: 0, end: 0 };
const column = ({ columns }: Table, names: readonly string[]): number => columnOf(columns, names);

function refusal(table: Table): string | undefined {
  if (column(table, PREDICTIONS) >= 0) return HOLDS_PREDICTIONS;
  return column(table, STEP) < 0 && table.rows.length > MOST_RUNS
    ? looksLikeData(table.rows.length)
    : undefined;
}

function readLong(table: Table): void {
  const { collector, rows } = table;
  const at = { name: column(table, NAME), value: column(table, VALUE), split: column(table, SPLIT) };
  const counts = { n: column(table, ROWS), successes: column(table, SUCCESSES) };
  oneRun(collector);
  for (const row of rows) {
    const cell = row[at.value];
    const named = takeSplit(row[at.name]?.text ?? '');
    const split = splitIn(row, at.split) ?? named.split;
    const found = cell && countsIn(row, counts, named.name, cell);
    const slice = sliceIn(table, row);
    if (cell) emit(collector, { name: named.name, run: collector.file, cell, split, counts: found, slice });
  }
}

/** A value a row, of which several are of one metric at different steps. */
function readLongSteps(table: Table): void {
  const { collector, rows } = table;
  const at = {
    name: column(table, NAME),
    value: column(table, VALUE),
    step: column(table, STEP),
    split: column(table, SPLIT),
  };
  const history = createHistory(collector.file);
  oneRun(collector);
  rows.forEach((row, index) => {
    const cell = row[at.value];
    const value = parseNumber(cell?.text ?? '');
    if (!cell || value === undefined) return;
    const named = takeSplit(row[at.name]?.text ?? '');
    const stated = parseNumber(row[at.step]?.text ?? '');
    history.add({
      name: named.name,
      split: splitIn(row, at.split) ?? named.split,
      step: stated ?? index,
      isOrdinal: stated === undefined,
      value,
      source: () => ({ raw: cell.text, place: collector.placeOf(cell) }),
    });
  });
  finish(history, collector);
}

function finish(history: History, collector: Collector): void {
  history.finish(collector);
  for (const remark of historyRemarks(history)) collector.problem(remark, { start: 0, end: 0 });
}

function countsIn(
  row: readonly Cell[],
  at: { readonly n: number; readonly successes: number },
  name: string,
  cell: Cell,
): Counts | undefined {
  const n = parseNumber(row[at.n]?.text ?? '');
  const successes = parseNumber(row[at.successes]?.text ?? '');
  if (n === undefined || !Number.isInteger(n) || n <= 0) return undefined;
  if (successes !== undefined && Number.isInteger(successes) && successes >= 0 && successes <= n) {
    return { successes, n };
  }
  const value = parseNumber(cell.text);
  return value === undefined || shareOf(name) === undefined ? undefined : countsOfShare(cell.text, value, n);
}

/** The split that a row states for its values; a text that is no name of one is kept, so that values stay apart. */
function splitIn(row: readonly Cell[], index: number): string | undefined {
  return splitOfCell(row[index]?.text);
}

function readSteps(table: Table): void {
  oneRun(table.collector);
  const splits = column(table, SPLIT);
  for (const split of new Set(table.rows.map(row => splitIn(row, splits)))) {
    const rows = table.rows.filter(row => splitIn(row, splits) === split);
    readLastSteps({ ...table, rows }, split);
  }
}

/** Each column over its rows; all rows are of one split. A row without a number for its step counts by its place. */
function readLastSteps(table: Table, own: string | undefined): void {
  const { collector, columns, rows } = table;
  const steps = column(table, STEP);
  const history = createHistory(collector.file);
  columns.forEach((title, index) => {
    if (title === '' || STEP.includes(normalName(title))) return;
    const { name, split = own } = takeSplit(title);
    rows.forEach((row, at) => {
      const cell = row[index];
      const value = parseNumber(cell?.text ?? '');
      if (!cell || value === undefined) return;
      const stated = parseNumber(row[steps]?.text ?? '');
      const source = (): Source => ({ raw: cell.text, place: collector.placeOf(cell) });
      history.add({ name, split, value, source, step: stated ?? at, isOrdinal: stated === undefined });
    });
  });
  finish(history, collector);
}

function readWide(table: Table): void {
  const { collector, columns, rows } = table;
  const [runs, splits] = [column(table, RUN), column(table, SPLIT)];
  const isOneRun = runs < 0 && (splits >= 0 || columns.some(title => SLICE.test(title)));
  const several = rows.length > 1 && !isOneRun;
  if (!several) oneRun(collector, rows[0]?.[runs]?.text);
  rows.forEach((row, at) => {
    const run = several ? `${collector.file}#${at + 1}` : collector.file;
    const name = row[runs]?.text ?? `${baseName(collector.file)} ${at + 1}`;
    if (several) collector.run({ id: run, name, file: collector.file, params: paramsOf(table, row) });
    const own = splitIn(row, splits);
    const slice = sliceIn(table, row);
    columns.forEach((title, index) => {
      const cell = row[index];
      const named = takeSplit(title);
      const split = named.split ?? own;
      if (cell && title !== '' && !SLICE.test(title))
        emit(collector, { name: named.name, run, cell, split, slice });
    });
  });
}

function paramsOf({ columns }: Table, row: readonly Cell[]): Record<string, string> {
  const texts = columns.map((name, index) => [name, row[index]?.text ?? ''] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== '' && parseNumber(text) === undefined));
}

function oneRun(collector: Collector, name = baseName(collector.file)): void {
  collector.run({ id: collector.file, name, file: collector.file, params: {} });
}

const SLICE = /^slice[.:](.+)$/i;

/** Columns titled `slice.country` say which rows the values of a row are about; an empty cell says nothing. */
function sliceIn({ columns }: Table, row: readonly Cell[]): Readonly<Record<string, string>> | undefined {
  const named = columns.flatMap((title, index) => {
    const column = SLICE.exec(title)?.[1];
    const text = row[index]?.text ?? '';
    return column === undefined || text === '' ? [] : [[column, text] as const];
  });
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}

interface Found {
  readonly name: string;
  readonly run: string;
  readonly cell: Cell;
  readonly split: string | undefined;
  readonly counts?: Counts | undefined;
  readonly slice?: Readonly<Record<string, string>> | undefined;
}

/** Cells that are no numbers are names of runs, or missing. */
function emit(collector: Collector, { name, run, cell, split, counts, slice }: Found): void {
  const value = parseNumber(cell.text);
  if (value === undefined) return;
  collector.value({
    name,
    run,
    value,
    raw: cell.text,
    ...(split !== undefined && { split }),
    ...(counts && { counts }),
    ...(slice && { slice }),
    place: collector.placeOf(cell),
  });
}
