import { decimalIn, wholeIn } from '../../base/decimal';
import { parseNumber } from '../tree';

/** The points of a metric on one split, of each step the last. */
export interface MetricPart {
  readonly split?: string;
  readonly steps: Float64Array;
  readonly values: Float64Array;
  /** The last value as written, and its line, counted from 0. */
  readonly raw: string;
  readonly line: number;
}

const SPACE = 0x20;
const LF = 0x0a;
const CR = 0x0d;

/**
 * The points of a metric file in which every line is `time value step` with single spaces between, and no step is lower
 * than the one before, as nearly all are: straight from its bytes. `undefined` for any other.
 */
export function plainPoints(bytes: Uint8Array): MetricPart | undefined {
  const most = linesIn(bytes);
  const [steps, values] = [new Float64Array(most), new Float64Array(most)];
  const before = { step: -1, time: NaN, value: NaN };
  let last = { from: 0, to: 0, line: 0 };
  let size = 0;
  for (let at = 0, line = 0; at < bytes.length; line++) {
    const first = endOfField(bytes, at);
    const second = endOfField(bytes, first + 1);
    if (bytes[first] !== SPACE || bytes[second] !== SPACE) return undefined;
    const end = endOfField(bytes, second + 1);
    const time = wholeIn(bytes, at, first);
    const value = valueIn(bytes, first + 1, second);
    const step = wholeIn(bytes, second + 1, end);
    at = nextLine(bytes, end);
    if (at < 0 || value === undefined || Number.isNaN(time) || !(step >= before.step)) return undefined;
    const isSame = step === before.step;
    if (isSame && (before.time !== time ? before.time > time : before.value > value)) continue;
    if (!isSame) size++;
    steps[size - 1] = before.step = step;
    values[size - 1] = before.value = value;
    before.time = time;
    last = { from: first + 1, to: second, line };
  }
  if (size === 0) return undefined;
  const raw = textIn(bytes, last.from, last.to);
  const isFull = size === most;
  return {
    steps: isFull ? steps : steps.slice(0, size),
    values: isFull ? values : values.slice(0, size),
    raw,
    line: last.line,
  };
}

function linesIn(bytes: Uint8Array): number {
  let lines = bytes[bytes.length - 1] === LF ? 0 : 1;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === LF) lines++;
  return lines;
}

/** Where the next space or line end stands, or the file ends. */
function endOfField(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === SPACE || byte === LF || byte === CR) break;
  }
  return at;
}

/** Behind the line end that stands here, or at the end of the file; -1 where the line goes on. */
function nextLine(bytes: Uint8Array, at: number): number {
  if (at >= bytes.length) return at;
  if (bytes[at] === LF) return at + 1;
  return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : -1;
}

function valueIn(bytes: Uint8Array, start: number, end: number): number | undefined {
  const value = decimalIn(bytes, start, end);
  return Number.isNaN(value) ? parseNumber(textIn(bytes, start, end)) : value;
}

const textIn = (bytes: Uint8Array, start: number, end: number): string =>
  new TextDecoder().decode(bytes.subarray(start, end));
