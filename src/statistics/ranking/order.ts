/** The rows in ascending order of their values; equal ones stay in the order of the rows. NaN comes last. */
export function ascendingOrder(values: ArrayLike<number>): Uint32Array {
  return values.length < FEW ? compared(values) : radixSorted(values);
}

/** Fewer than this are sorted faster by comparing them. */
const FEW = 2048;

function compared(values: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: values.length }, (_, row) => row);
  return order.sort((a, b) => difference(values[a] ?? NaN, values[b] ?? NaN));
}

function difference(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : 1;
}

/** Digits of 16 bits, the last first, of numbers turned into whole ones of the same order. */
function radixSorted(values: ArrayLike<number>): Uint32Array {
  const keys = sortableKeys(values);
  let order = new Uint32Array(values.length);
  for (let row = 0; row < order.length; row++) order[row] = row;
  let next = new Uint32Array(values.length);
  for (let digit = 0; digit < 4; digit++) {
    const starts = startsOf(keys, digit);
    if (!starts) continue;
    for (let at = 0; at < order.length; at++) {
      const row = order[at] ?? 0;
      const key = keys[row * 4 + digit] ?? 0;
      const to = starts[key] ?? 0;
      next[to] = row;
      starts[key] = to + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** Bits of floating-point numbers as four digits, such that greater numbers have greater ones. */
function sortableKeys(values: ArrayLike<number>): Uint16Array {
  const numbers = new Float64Array(values.length);
  // Of zero there is one only, and of NaN one that is greater than all.
  for (let row = 0; row < numbers.length; row++) numbers[row] = (values[row] ?? NaN) + 0;
  const digits = new Uint16Array(numbers.buffer);
  for (let at = 0; at < digits.length; at += 4) {
    const top = digits[at + 3] ?? 0;
    if (Number.isNaN(numbers[at >> 2])) digits.fill(0xffff, at, at + 4);
    else if (top < 0x8000) digits[at + 3] = top | 0x8000;
    else for (let digit = at; digit < at + 4; digit++) digits[digit] = ~(digits[digit] ?? 0);
  }
  return digits;
}

/** Where the rows of each digit begin; none where all have the same. */
function startsOf(keys: Uint16Array, digit: number): Uint32Array | undefined {
  const counts = new Uint32Array(1 << 16);
  for (let at = digit; at < keys.length; at += 4) {
    const key = keys[at] ?? 0;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  if (counts[keys[digit] ?? 0] === keys.length / 4) return undefined;
  let start = 0;
  for (let key = 0; key < counts.length; key++) {
    const count = counts[key] ?? 0;
    counts[key] = start;
    start += count;
  }
  return counts;
}

/** The rank of each value, counted from 1; equal values share the mean of theirs. */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const order = ascendingOrder(values);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    // A NaN equals nothing, itself included.
    if (to === from) to = from + 1;
    for (let at = from; at < to; at++) ranks[order[at] ?? 0] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}
