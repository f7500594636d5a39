import type { Place } from '../../base/place';
import { START_OF_FILE } from '../../base/place';
import type { Parsed, Problem } from '../../base/result';
import { Bytes, EndOfBytes } from '../binary/bytes';
import { crc32 } from '../binary/checksum';
import { fieldsOf, integerOf, messageOf, textOf } from '../binary/protobuf';
import { createHistory, type History } from '../history';
import type { MetricTable, MetricValue, Run, RunStatus, Series } from '../table';
import { numberOf } from '../tree';
import { parseJson } from './json-tree';

export const isWandbFile = (name: string): boolean => name.endsWith('.wandb');

/**
 * Reads a run that Weights & Biases keeps offline: a header, then LevelDB's log format in blocks of 32 KiB with zlib's
 * checksum, whose records are protobuf (wandb_internal.proto). A damaged chunk is left out, and reading goes on with the next
 * block; a record that is cut short ends the file, since the run may still be going.
 */
export function readWandb(file: string, bytes: Uint8Array): Parsed<MetricTable> {
  const place = { file, range: START_OF_FILE };
  const run: RunInFile = {
    history: createHistory(file),
    place,
    params: {},
    summary: new Map(),
    id: file,
    name: '',
    project: '',
    status: 'RUNNING',
    started: NaN,
  };
  const log = readLog(bytes);
  for (const record of log.records) {
    try {
      readRecord(new Bytes(record), run);
    } catch (error) {
      if (!(error instanceof EndOfBytes)) throw error;
      log.problems.push({
        code: 'damaged',
        severity: 'warning',
        message: 'A record is not what Weights & Biases writes, and is not read.',
      });
    }
  }
  return { value: tableOf(file, run), problems: log.problems.map(problem => ({ ...problem, place })) };
}

interface RunInFile {
  readonly history: History;
  readonly place: Place;
  readonly params: Record<string, string>;
  /** Last values, of metrics that the history lacks. */
  readonly summary: Map<string, { readonly value: number; readonly raw: string }>;
  id: string;
  name: string;
  project: string;
  /** A run without an exit is going on, or was killed. */
  status: RunStatus;
  /** Seconds since 1970. */
  started: number;
}

function tableOf(file: string, run: RunInFile): MetricTable {
  const { id } = run;
  const values: MetricValue[] = [];
  const series: Series[] = [];
  run.history.finish({
    value: value => void values.push({ ...value, run: id }),
    series: one => void series.push({ ...one, run: id }),
  });
  for (const [name, { value, raw }] of run.summary) {
    if (!values.some(known => known.name === name))
      values.push({ name, run: id, value, raw, place: run.place });
  }
  return { runs: [runOf(file, run)], values, ...(series.length > 0 && { series }) };
}

function runOf(file: string, { id, name, started, params, project, status }: RunInFile): Run {
  const time = started > 0 ? new Date(started * 1000).toISOString() : undefined;
  return {
    id,
    name: name === '' ? id : name,
    file,
    ...(time !== undefined && { time }),
    params,
    tracked: { experiment: project, status, tags: {} },
  };
}

const BLOCK = 32 * 1024;
const MAGIC = [0x3a, 0x57, 0x26, 0x42];
/** ":W&B", a magic number of two bytes, a version of one. */
const HEADER = 7;
/** Of a chunk: checksum, length, and its place in a record. */
const CHUNK_HEADER = 7;
const [FULL, FIRST, MIDDLE, LAST] = [1, 2, 3, 4];

interface Log {
  readonly records: readonly Uint8Array[];
  readonly problems: Omit<Problem, 'place'>[];
}

function readLog(bytes: Uint8Array): Log {
  const records: Uint8Array[] = [];
  const problems: Omit<Problem, 'place'>[] = [];
  if (MAGIC.some((byte, at) => bytes[at] !== byte)) {
    const message = 'This is not a run of Weights & Biases: its first bytes are others.';
    return { records, problems: [{ code: 'unknown-format', severity: 'warning', message }] };
  }
  let parts: Uint8Array[] = [];
  let at = HEADER;
  while (at < bytes.length) {
    const inBlock = BLOCK - (at % BLOCK);
    if (inBlock < CHUNK_HEADER) {
      at += inBlock;
      continue;
    }
    const chunk = chunkAt(bytes, at);
    if (chunk === 'cut short') {
      problems.push(cutShort(at, bytes.length));
      break;
    }
    if (chunk === 'damaged') {
      problems.push(damaged(at));
      parts = [];
      at += inBlock;
      continue;
    }
    const begins = chunk.kind === FULL || chunk.kind === FIRST;
    // The rest of a record whose beginning was damaged is of no use.
    if (begins) parts = [chunk.data];
    else if (parts.length > 0) parts.push(chunk.data);
    if ((chunk.kind === FULL || chunk.kind === LAST) && parts.length > 0)
      records.push(joined(parts.splice(0)));
    at = chunk.end;
  }
  return { records, problems };
}

function chunkAt(
  bytes: Uint8Array,
  at: number,
): { readonly kind: number; readonly data: Uint8Array; readonly end: number } | 'cut short' | 'damaged' {
  if (bytes.length - at < CHUNK_HEADER) return 'cut short';
  const head = new Bytes(bytes, at);
  const [crc, length, kind] = [head.u32(), head.u16(), head.u8()];
  const isKnown = [FULL, FIRST, MIDDLE, LAST].includes(kind);
  if (!isKnown || (at % BLOCK) + CHUNK_HEADER + length > BLOCK) return 'damaged';
  if (head.left < length) return 'cut short';
  const data = head.take(length);
  return crc === crc32(Uint8Array.of(kind), data) ? { kind, data, end: head.at } : 'damaged';
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Fields of `Record`. */
const [HISTORY, SUMMARY, CONFIG, RUN, EXIT] = [2, 3, 5, 17, 18];

function readRecord(record: Bytes, run: RunInFile): void {
  for (const field of fieldsOf(record)) {
    const message = messageOf(field);
    if (!message) continue;
    if (field.number === HISTORY) readHistory(message, run);
    else if (field.number === SUMMARY) readSummary(message, run);
    else if (field.number === CONFIG) readConfig(message, run);
    else if (field.number === RUN) readRun(message, run);
    else if (field.number === EXIT) run.status = exitCodeIn(message) === 0 ? 'FINISHED' : 'FAILED';
  }
}

function readHistory(history: Bytes, run: RunInFile): void {
  const items: Item[] = [];
  let step: number | undefined;
  for (const field of fieldsOf(history)) {
    const message = messageOf(field);
    if (field.number === 1 && message) items.push(itemOf(message));
    if (field.number === 2 && message) {
      for (const inner of fieldsOf(message)) if (inner.number === 1) step = integerOf(inner);
    }
  }
  const stated = items.find(({ name }) => name === '_step');
  const at = step ?? (stated ? Number(stated.json) : 0);
  const media = new Set(items.filter(({ leaf }) => leaf === '_type').map(({ parent }) => parent));
  for (const { name, parent, json } of items) {
    const number = name.startsWith('_') || media.has(parent) ? undefined : numberIn(json);
    if (number) run.history.add({ name, step: at, ...number, place: run.place });
  }
}

function readSummary(summary: Bytes, run: RunInFile): void {
  for (const field of fieldsOf(summary)) {
    const message = field.number === 1 ? messageOf(field) : undefined;
    const item = message && itemOf(message);
    const number = item && !item.name.startsWith('_') ? numberIn(item.json) : undefined;
    if (item && number) run.summary.set(item.name, number);
  }
}

function readConfig(config: Bytes, run: RunInFile): void {
  for (const field of fieldsOf(config)) {
    const message = field.number === 1 ? messageOf(field) : undefined;
    const item = message && itemOf(message);
    if (item && !item.name.startsWith('_')) run.params[item.name] = item.json.replace(/^"(.*)"$/s, '$1');
  }
}

/** Fields of `RunRecord`: the id, the project, the configuration, the name that is shown, when it started. */
const [RUN_ID, RUN_PROJECT, RUN_CONFIG, RUN_NAME, RUN_START] = [1, 3, 4, 8, 17];

function readRun(record: Bytes, run: RunInFile): void {
  for (const field of fieldsOf(record)) {
    const message = messageOf(field);
    if (!message) continue;
    if (field.number === RUN_ID) run.id = textOf(field);
    else if (field.number === RUN_PROJECT) run.project = textOf(field);
    else if (field.number === RUN_CONFIG) readConfig(message, run);
    else if (field.number === RUN_NAME) run.name = textOf(field);
    else if (field.number === RUN_START) run.started = secondsOf(message) ?? NaN;
  }
}

function exitCodeIn(exit: Bytes): number {
  for (const field of fieldsOf(exit)) if (field.number === 1) return integerOf(field);
  return 0;
}

function secondsOf(timestamp: Bytes): number | undefined {
  for (const field of fieldsOf(timestamp)) if (field.number === 1) return integerOf(field);
  return undefined;
}

interface Item {
  readonly name: string;
  /** The key without its last part: what belongs to an image, a table and the like shares one, beside `_type`. */
  readonly parent: string;
  readonly leaf: string;
  readonly json: string;
}

/** Older clients write `key`, newer ones the parts of a nested key. */
function itemOf(item: Bytes): Item {
  const nested: string[] = [];
  let [key, json] = ['', ''];
  for (const field of fieldsOf(item)) {
    if (field.number === 1) key = textOf(field);
    else if (field.number === 2) nested.push(textOf(field));
    else if (field.number === 16) json = textOf(field);
  }
  const parts = key === '' ? nested : [key];
  const leaf = parts[parts.length - 1] ?? '';
  return { name: parts.join('.'), parent: parts.slice(0, -1).join('.'), leaf, json };
}

function numberIn(json: string): { readonly value: number; readonly raw: string } | undefined {
  const { tree } = parseJson(json);
  const number = tree?.kind === 'number' ? tree : tree && numberOf(tree);
  return number && { value: number.value, raw: json };
}

function cutShort(at: number, size: number): Omit<Problem, 'place'> {
  const message = `The last record, at byte ${at} of ${size}, is not whole: the run is still going, or was cut off.`;
  return { code: 'cut-short', severity: 'information', message };
}

function damaged(at: number): Omit<Problem, 'place'> {
  const message = `What stands at byte ${at} does not fit its checksum; reading goes on with the next block.`;
  return { code: 'damaged', severity: 'warning', message };
}
