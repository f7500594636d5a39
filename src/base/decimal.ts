/*
 * Numbers straight from the bytes of a text, without a string for each: several times as fast, and the same to the last bit
 * as `Number()`, which a random test holds.
 */

/**
 * The decimal number that stands from `start` to `end`: `-0.25`, `1e-05`. NaN for anything else, and for the few numbers whose
 * last bit is not certain here: these are for `Number()`.
 */
export function decimalIn(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = bytes[start] === MINUS;
  const first = isNegative ? start + 1 : start;
  let [head, tail, scale, exponent, at] = [0, 0, 1, 0, first];
  let point = -1;
  for (; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit >= 0 && digit <= 9) {
      if (head < 1e14) head = head * 10 + digit;
      else if (scale < 1e4) {
        tail = tail * 10 + digit;
        scale *= 10;
      } else return NaN;
    } else if (digit === POINT && point < 0) point = at;
    else break;
  }
  if (at - first === (point < 0 ? 0 : 1)) return NaN;
  if (point >= 0) exponent = point + 1 - at;
  if (at < end) exponent += exponentIn(bytes, at, end);
  const size = scale === 1 ? scaled(head, exponent) : scaledSum(head, tail, scale, exponent);
  return isNegative ? -size : size;
}

const ZERO = 0x30;
const MINUS = 0x2d;
const PLUS = 0x2b;
/** As a digit. */
const POINT = 0x2e - ZERO;
const E = 0x65;
const UPPER_E = 0x45;

/** What `e-05` says; NaN for anything else. */
function exponentIn(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== E && bytes[start] !== UPPER_E) return NaN;
  const sign = bytes[start + 1];
  const size = wholeIn(bytes, sign === MINUS || sign === PLUS ? start + 2 : start + 1, end);
  return sign === MINUS ? -size : size;
}

/** A whole number of at most 15 digits, without a sign; NaN for anything else. */
export function wholeIn(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > 15) return NaN;
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Powers of ten that are exact. */
const POWERS = Float64Array.from({ length: 23 }, (_, at) => Number(`1e${at}`));

/** Both are exact, so that the one rounding is the right one (Clinger 1990). */
function scaled(number: number, exponent: number): number {
  return exponent < 0 ? number / (POWERS[-exponent] ?? NaN) : number * (POWERS[exponent] ?? NaN);
}

/**
 * `(head · scale + tail) · 10^exponent` for numbers of 16 to 19 digits, as Python writes most of them. The quotient is
 * worked out to about 100 bits as a sum of two doubles (Dekker 1971); where its error bound leaves open which way it
 * is to be rounded (Ziv 1991), NaN.
 */
function scaledSum(head: number, tail: number, scale: number, exponent: number): number {
  const product = head * scale;
  const rest = productError(head, scale, product) + tail;
  const high = product + rest;
  const low = rest - (high - product);
  if (low === 0) return scaled(high, exponent);
  const power = exponent < 0 ? (POWERS[-exponent] ?? NaN) : NaN;
  const quotient = high / power;
  const back = quotient * power;
  const correction = (high - back - productError(quotient, power, back) + low) / power;
  const doubt = quotient * 2 ** -100;
  const rounded = quotient + (correction + doubt);
  return rounded === quotient + (correction - doubt) ? rounded : NaN;
}

/** What `a · b` lacks of the exact product, itself exact (Veltkamp and Dekker). */
function productError(a: number, b: number, product: number): number {
  const [splitA, splitB] = [a * SPLITTER, b * SPLITTER];
  const [highA, highB] = [splitA - (splitA - a), splitB - (splitB - b)];
  const [lowA, lowB] = [a - highA, b - highB];
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

const SPLITTER = 2 ** 27 + 1;
