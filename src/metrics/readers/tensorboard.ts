import type { Place } from '../../base/place';
import { START_OF_FILE } from '../../base/place';
import type { Problem } from '../../base/result';
import { ByteQueue } from '../binary/byte-queue';
import { Bytes, EndOfBytes } from '../binary/bytes';
import { crc32c, masked } from '../binary/checksum';
import { fieldsOf, floatOf, integerOf, messageOf, textOf } from '../binary/protobuf';
import { createHistory, historyRemarks, type History } from '../history';
import { isoTime } from '../iso-time';
import type { MetricStream } from '../stream';
import type { MetricTable, MetricValue, Series } from '../table';

/** The name of an event file of TensorBoard. */
export const isEventFile = (name: string): boolean => name.includes('tfevents');

/**
 * Reads the scalars of a TensorBoard event file: a sequence of records, each with its length, checksums, and an event as
 * protobuf (TensorFlow's event.proto and summary.proto). A record that is cut short ends the file, since a run may still be writing it. Images,
 * histograms and texts are counted, not read.
 */
export function tensorboardStream(file: string): MetricStream {
  const place = { file, range: START_OF_FILE };
  const reading: Reading = { history: createHistory(file), place, skipped: 0, problems: [] };
  const queue = new ByteQueue();
  let size = 0;
  return {
    push: piece => {
      size += piece.length;
      queue.push(piece);
      return readRecords(queue, reading);
    },
    end: () => {
      const isWhole = reading.problems.length > 0 || (queue.length === 0 && queue.isDone);
      const problems = [
        ...reading.problems,
        ...(isWhole ? [] : [cutShort(queue.at, size)]),
        ...notRead(reading),
      ];
      return { value: tableOf(file, reading), problems: problems.map(problem => ({ ...problem, place })) };
    },
  };
}

function tableOf(file: string, { history, started }: Reading): MetricTable {
  const values: MetricValue[] = [];
  const series: Series[] = [];
  history.finish({
    value: value => void values.push(value),
    series: one => void series.push(one),
  });
  const time = started === undefined ? undefined : isoTime(started * 1000);
  const name = file.split('/').slice(-2, -1)[0] ?? file;
  const run = { id: file, name, file, ...(time !== undefined && { time }), params: {} };
  return { runs: [run], values, ...(series.length > 0 && { series }) };
}

interface Reading {
  readonly history: History;
  readonly place: Place;
  /** When the first event was written, in seconds since 1970. */
  started?: number;
  /** Summaries that are no scalars. */
  skipped: number;
  /** What ended the reading. */
  readonly problems: Unplaced[];
}

type Unplaced = Omit<Problem, 'place'>;

/** Of a record: its length, a checksum of that; then the data, and a checksum of these. */
const HEAD = 12;
const CHECKSUM = 4;
/** Larger records are pictures, and are passed over unread. */
const MOST_RECORD = 16 << 20;

function readRecords(queue: ByteQueue, reading: Reading): 'go on' | 'stop' {
  while (queue.isDone && queue.length >= HEAD) {
    const head = new Bytes(queue.peek(HEAD));
    const length = head.u64();
    if (head.u32() !== masked(crc32c(queue.peek(8)))) return stopAt(queue, reading);
    if (length > MOST_RECORD) {
      reading.skipped += 1;
      queue.skip(HEAD + length + CHECKSUM);
      continue;
    }
    if (queue.length < HEAD + length + CHECKSUM) break;
    const data = queue.peek(length, HEAD);
    if (new Bytes(queue.peek(CHECKSUM, HEAD + length)).u32() !== masked(crc32c(data)))
      return stopAt(queue, reading);
    if (!isEvent(data, reading)) return stopAt(queue, reading);
    queue.skip(HEAD + length + CHECKSUM);
  }
  return 'go on';
}

/** False for bytes that are no event, though their checksum is right. */
function isEvent(data: Uint8Array, reading: Reading): boolean {
  try {
    readEvent(new Bytes(data), reading);
    return true;
  } catch (error) {
    if (!(error instanceof EndOfBytes)) throw error;
    return false;
  }
}

function stopAt(queue: ByteQueue, reading: Reading): 'stop' {
  reading.problems.push(damaged(queue.at));
  return 'stop';
}

/** SessionLog.status of an event that begins a run anew. */
const START = 1;

function readEvent(event: Bytes, reading: Reading): void {
  let [time, step] = [NaN, 0];
  const summaries: Bytes[] = [];
  for (const field of fieldsOf(event)) {
    const message = messageOf(field);
    if (field.number === 1) time = floatOf(field);
    else if (field.number === 2) step = integerOf(field);
    else if (field.number === 5 && message) summaries.push(message);
    else if (field.number === 7 && message && statusOf(message) === START) reading.history.restart(step);
  }
  if (!Number.isNaN(time)) reading.started ??= time;
  for (const summary of summaries) readSummary(summary, step, reading);
}

function statusOf(sessionLog: Bytes): number {
  for (const field of fieldsOf(sessionLog)) if (field.number === 1) return integerOf(field);
  return 0;
}

function readSummary(summary: Bytes, step: number, reading: Reading): void {
  for (const field of fieldsOf(summary)) {
    const value = field.number === 1 ? messageOf(field) : undefined;
    if (value) readValue(value, step, reading);
  }
}

/** A summary's value: TensorFlow 1 and PyTorch write `simple_value`, TensorFlow 2 a tensor without dimensions. */
function readValue(value: Bytes, step: number, reading: Reading): void {
  let [name, scalar]: [string, number | undefined] = ['', undefined];
  for (const field of fieldsOf(value)) {
    const tensor = field.number === 8 ? messageOf(field) : undefined;
    if (field.number === 1) name = textOf(field);
    else if (field.number === 2) scalar = floatOf(field);
    else if (tensor) scalar = scalarOf(tensor);
  }
  if (scalar === undefined) {
    reading.skipped += 1;
    return;
  }
  // What was logged is a 32-bit number: more than seven digits of it say nothing.
  const short = Number.isFinite(scalar) ? Number(scalar.toPrecision(7)) : scalar;
  const { place } = reading;
  reading.history.add({ name, step, value: short, source: () => ({ raw: String(short), place }) });
}

const FLOAT = 1;
const DOUBLE = 2;

function scalarOf(tensor: Bytes): number | undefined {
  let [type, dimensions]: [number, number] = [0, 0];
  let content: number | undefined;
  for (const field of fieldsOf(tensor)) {
    const message = messageOf(field);
    if (field.number === 1) type = integerOf(field);
    else if (field.number === 2 && message)
      dimensions = [...fieldsOf(message)].filter(one => one.number === 2).length;
    else if (field.number === 4 && message) content = numberIn(message, type);
    else if (field.number === 5) content = message ? message.f32() : undefined;
    else if (field.number === 6) content = message ? message.f64() : undefined;
  }
  return dimensions === 0 && (type === FLOAT || type === DOUBLE) ? content : undefined;
}

function numberIn(content: Bytes, type: number): number | undefined {
  if (type === FLOAT && content.left === 4) return content.f32();
  return type === DOUBLE && content.left === 8 ? content.f64() : undefined;
}

function cutShort(at: number, size: number): Unplaced {
  const message = `The last record, at byte ${at} of ${size}, is not whole yet: the run is still being written, or was cut off.`;
  return { code: 'cut-short', severity: 'information', message };
}

function damaged(at: number): Unplaced {
  const message = `The record at byte ${at} does not fit its checksum: the file is damaged, and what comes after is not read.`;
  return { code: 'damaged', severity: 'warning', message };
}

function notRead({ skipped, history }: Reading): readonly Unplaced[] {
  return [...historyRemarks(history), ...noScalars(skipped)];
}

function noScalars(skipped: number): readonly Unplaced[] {
  if (skipped === 0) return [];
  const message = `${skipped} ${skipped === 1 ? 'summary is' : 'summaries are'} no scalar (images, histograms, texts), and not read.`;
  return [{ code: 'skipped-summaries', severity: 'information', message }];
}
