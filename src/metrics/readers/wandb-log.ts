import type { Problem } from '../../base/result';
import { ByteQueue } from '../binary/byte-queue';
import { Bytes } from '../binary/bytes';
import { crc32 } from '../binary/checksum';

export type Unplaced = Omit<Problem, 'place'>;

export interface LogReader {
  readonly onRecord: (record: Uint8Array) => void;
  readonly onProblem: (problem: Unplaced) => void;
}

const BLOCK = 32 * 1024;
const MAGIC = [0x3a, 0x57, 0x26, 0x42];
/** ":W&B", a magic number of two bytes, a version of one. */
const HEADER = 7;
/** Of a chunk: checksum, length, and its place in a record. */
const CHUNK_HEADER = 7;
const [FULL, FIRST, MIDDLE, LAST] = [1, 2, 3, 4];
/** More are said to be more. */
const MOST_PROBLEMS = 20;
/** Longer records hold pictures or tables. */
const MOST_RECORD = 16 << 20;

/** Takes a log of Weights & Biases apart, that is LevelDB's format behind a header. */
export function wandbLog({ onRecord, onProblem }: LogReader): {
  push(piece: Uint8Array): 'go on' | 'stop';
  end(): void;
  /** It began as these logs do. */
  isLog(): boolean;
} {
  const queue = new ByteQueue();
  let state: 'new' | 'log' | 'no log' = 'new';
  let size = 0;
  let faults = 0;
  const record = recordOf(onRecord);
  const say = (problem: Unplaced): void => {
    if (++faults <= MOST_PROBLEMS) onProblem(problem);
  };
  const begin = (): void => {
    if (queue.length < HEADER) return;
    state = MAGIC.every((byte, at) => queue.peek(MAGIC.length)[at] === byte) ? 'log' : 'no log';
    if (state === 'log') queue.skip(HEADER);
  };
  return {
    push: piece => {
      size += piece.length;
      queue.push(piece);
      if (state === 'new') begin();
      if (state === 'log') readChunks(queue, record, say);
      return state === 'no log' ? 'stop' : 'go on';
    },
    end: () => {
      if (state !== 'log') onProblem(NOT_ONE);
      else if (queue.length > 0 && !isPadding(queue)) onProblem(cutShort(queue.at, size));
    },
    isLog: () => state === 'log',
  };
}

/** A block that has no room for another chunk ends in zeros. */
function isPadding(queue: ByteQueue): boolean {
  return BLOCK - (queue.at % BLOCK) < CHUNK_HEADER;
}

interface RecordParts {
  add(kind: number, data: Uint8Array): void;
  drop(): void;
}

function recordOf(onRecord: (record: Uint8Array) => void): RecordParts {
  let parts: Uint8Array[] = [];
  let length = 0;
  const drop = (): void => {
    parts = [];
    length = 0;
  };
  return {
    drop,
    add: (kind, data) => {
      const begins = kind === FULL || kind === FIRST;
      if (begins) drop();
      // The rest of a record whose beginning was damaged is of no use.
      else if (parts.length === 0) return;
      parts.push(data);
      length += data.length;
      if (length > MOST_RECORD) drop();
      else if (kind === FULL || kind === LAST) {
        onRecord(joined(parts, length));
        drop();
      }
    },
  };
}

function readChunks(queue: ByteQueue, record: RecordParts, say: (problem: Unplaced) => void): void {
  while (queue.isDone && queue.length > 0) {
    const inBlock = BLOCK - (queue.at % BLOCK);
    if (inBlock < CHUNK_HEADER) {
      queue.skip(inBlock);
      continue;
    }
    if (queue.length < CHUNK_HEADER) return;
    const head = new Bytes(queue.peek(CHUNK_HEADER));
    const [crc, length, kind] = [head.u32(), head.u16(), head.u8()];
    const isKnown = kind === FULL || kind === FIRST || kind === MIDDLE || kind === LAST;
    const fits = isKnown && CHUNK_HEADER + length <= inBlock;
    if (fits && queue.length < CHUNK_HEADER + length) return;
    const data = queue.peek(length, CHUNK_HEADER);
    if (fits && crc === crc32(Uint8Array.of(kind), data)) {
      record.add(kind, data);
      queue.skip(CHUNK_HEADER + length);
    } else {
      say(damaged(queue.at));
      record.drop();
      queue.skip(inBlock);
    }
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const NOT_ONE: Unplaced = {
  code: 'unknown-format',
  severity: 'warning',
  message: 'This is not a run of Weights & Biases: its first bytes are others.',
};

function cutShort(at: number, size: number): Unplaced {
  const message = `The last record, at byte ${at} of ${size}, is not whole: the run is still going, or was cut off.`;
  return { code: 'cut-short', severity: 'information', message };
}

function damaged(at: number): Unplaced {
  const message = `What stands at byte ${at} does not fit its checksum; reading goes on with the next block.`;
  return { code: 'damaged', severity: 'warning', message };
}
