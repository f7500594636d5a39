import type { Place } from '../../base/place';
import type { Parsed, Problem } from '../../base/result';
import type { Batch, TableProblem } from '../../data/table/batch';
import { csvReader } from '../../data/table/csv';
import { baseName } from '../collector';
import { createHistory, historyRemarks } from '../history';
import { normalName, takeSplit } from '../names';
import { plainRows, type Rows } from './plain-rows';
import { wholeLines } from './whole-lines';
import type { MetricStream } from '../stream';
import type { MetricTable, MetricValue, Series } from '../table';
import { parseNumber } from '../tree';
import {
  columnOf,
  HOLDS_PREDICTIONS,
  looksLikeData,
  NAME,
  PREDICTIONS,
  SPLIT,
  splitOfCell,
  STEP,
  VALUE,
} from './columns';

/**
 * Reads a table that is too large to be held: a log with a step in each row, each column a metric, or a metric a row. Places are
 * those of lines. Large tables without a step are data.
 */
export function csvStream(file: string): MetricStream {
  const reader = csvReader(file.endsWith('.tsv') ? '\t' : undefined);
  const reading: Reading = { file, history: createHistory(file), problems: [], rows: 0 };
  const lines = wholeLines();
  const plain = plainRows(reading);
  const take = (batch: ReturnType<typeof reader.push>): State => {
    if (!batch.ok) return giveUp(reading, batch.failure);
    if (!batch.value) return 'go on';
    plain.learn(batch.value.columns);
    return readBatch(reading, batch.value);
  };
  const push = (bytes: Uint8Array): State => {
    for (let at = 0; at < bytes.length;) {
      const from = plain.read(reader, bytes, at);
      const isBetween = plain.isPossible && reader.separatorBetweenRows !== undefined;
      at = isBetween ? endOfLine(bytes, from + CAREFUL) : bytes.length;
      if (from < at && take(reader.push(bytes.subarray(from, at))) === 'stop') return 'stop';
    }
    return 'go on';
  };
  let state: State = 'go on';
  return {
    push: piece => (state = push(lines.push(piece))),
    end: () => {
      if (state === 'go on') state = push(lines.end());
      if (state === 'go on') take(reader.end());
      return resultOf(reading);
    },
  };
}

type State = 'go on' | 'stop';

/** So many bytes are read with care from a row on that needs it. */
const CAREFUL = 1 << 14;
const LF = 0x0a;

function endOfLine(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LF, from);
  return end < 0 ? bytes.length : end + 1;
}

interface Reading extends Rows {
  readonly problems: Problem[];
}

function readBatch(reading: Reading, batch: Batch): 'go on' | 'stop' {
  const { columns } = batch;
  const step = columnOf(columns, STEP);
  if (columnOf(columns, PREDICTIONS) >= 0) return refuse(reading, HOLDS_PREDICTIONS);
  if (step < 0) return refuse(reading, looksLikeData('many'));
  const isLong = columnOf(columns, NAME) >= 0 && columnOf(columns, VALUE) >= 0;
  (isLong ? readLong : readWide)(reading, batch, step);
  reading.rows += batch.rows;
  return 'go on';
}

function readWide(reading: Reading, batch: Batch, step: number): void {
  const split = columnOf(batch.columns, SPLIT);
  batch.columns.forEach((title, column) => {
    if (title === '' || column === split || STEP.includes(normalName(title))) return;
    const named = takeSplit(title);
    for (let row = 0; row < batch.rows; row++) {
      const own = split < 0 ? undefined : splitOfCell(textAt(batch, split, row));
      addCell(reading, batch, { name: named.name, split: named.split ?? own, column, step, row });
    }
  });
}

function readLong(reading: Reading, batch: Batch, step: number): void {
  const [names, column] = [columnOf(batch.columns, NAME), columnOf(batch.columns, VALUE)];
  const split = columnOf(batch.columns, SPLIT);
  for (let row = 0; row < batch.rows; row++) {
    const named = takeSplit(textAt(batch, names, row));
    const own = split < 0 ? undefined : splitOfCell(textAt(batch, split, row));
    addCell(reading, batch, { name: named.name, split: own ?? named.split, column, step, row });
  }
}

interface CellAt {
  readonly name: string;
  readonly split: string | undefined;
  readonly column: number;
  readonly step: number;
  readonly row: number;
}

function addCell(reading: Reading, batch: Batch, { name, split, column, step, row }: CellAt): void {
  const raw = textAt(batch, column, row);
  const value = parseNumber(raw);
  if (value === undefined) return;
  const stated = parseNumber(textAt(batch, step, row));
  const line = (batch.at[row] ?? 1) - 1;
  reading.history.add({
    name,
    split,
    step: stated ?? reading.rows + row,
    isOrdinal: stated === undefined,
    value,
    source: () => ({ raw, place: placeOn(reading.file, line) }),
  });
}

const textAt = ({ cells }: Batch, column: number, row: number): string => String(cells[column]?.[row] ?? '');

const placeOn = (file: string, line: number): Place => ({
  file,
  range: { start: { line, column: 0 }, end: { line, column: 0 } },
});

function refuse({ file, problems }: Reading, message: string): 'stop' {
  problems.push({ code: 'no-metrics', severity: 'warning', message, place: placeOn(file, 0) });
  return 'stop';
}

/** What was read before the fault is kept, as the log of a run that was killed. */
function giveUp({ file, problems }: Reading, { code, message, line = 1 }: TableProblem): 'stop' {
  const said = `This table is read up to here: ${message}.`;
  problems.push({ code, severity: 'warning', message: said, place: placeOn(file, line - 1) });
  return 'stop';
}

function resultOf({ file, history, problems }: Reading): Parsed<MetricTable> {
  const values: MetricValue[] = [];
  const series: Series[] = [];
  history.finish({ value: one => void values.push(one), series: one => void series.push(one) });
  const place = placeOn(file, 0);
  problems.push(...historyRemarks(history).map(remark => ({ ...remark, place })));
  const runs = values.length > 0 ? [{ id: file, name: baseName(file), file, params: {} }] : [];
  return { value: { runs, values, ...(series.length > 0 && { series }) }, problems };
}
