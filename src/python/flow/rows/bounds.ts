/**
 * The ends of slices, as far as they can be compared: a number of rows, a share of the table's length, or both, read from
 * the symbols of values such as `int(len(df) * 0.8)`.
 */
export interface Bound {
  /** Times the length of the table. */
  readonly share: number;
  /** And so many rows. */
  readonly rows: number;
}

const START: Bound = { share: 0, rows: 0 };
const END: Bound = { share: 1, rows: 0 };

export interface Interval {
  readonly lower: Bound;
  readonly upper: Bound;
}

/** The stretch of a table that `[lower:upper]` takes; `undefined` for an end that cannot be told. */
export function intervalOf(
  lower: string | undefined,
  upper: string | undefined,
  length: string,
): Interval | undefined {
  const [from, to] = [
    lower === undefined ? START : boundOf(lower, length),
    upper === undefined ? END : boundOf(upper, length),
  ];
  return from && to && { lower: from, upper: to };
}

/** Must the two share a row, given that neither is empty? */
export function intersect(a: Interval, b: Interval): boolean {
  return isBefore(a.lower, b.upper) && isBefore(b.lower, a.upper);
}

/** Must one end before the other begins? */
export function separate(a: Interval, b: Interval): boolean {
  return !isUnordered(a.upper, b.lower) || !isUnordered(b.upper, a.lower);
}

function isUnordered(end: Bound, start: Bound): boolean {
  return !isBefore(end, start) && !(end.share === start.share && end.rows === start.rows);
}

/** Is `a` nearer to the start, however long the table is? */
function isBefore(a: Bound, b: Bound): boolean {
  if (a.share === b.share) return a.rows < b.rows;
  return a.share < b.share && a.rows <= 0 && b.rows >= 0;
}

function boundOf(symbol: string, length: string): Bound | undefined {
  const value = evaluate(symbol, length);
  // Counted from the end.
  return value && value.share === 0 && value.rows < 0 ? { share: 1, rows: value.rows } : value;
}

const NUMBER = /^-?\d+(\.\d+)?(e-?\d+)?$/;
const ROUNDED = /^(?:int|round|floor|ceil|abs)\((.*)\)$/;

function evaluate(symbol: string, length: string, depth = 0): Bound | undefined {
  if (depth > 8) return undefined;
  if (symbol === length) return END;
  if (NUMBER.test(symbol)) return { share: 0, rows: Number(symbol) };
  const rounded = ROUNDED.exec(symbol)?.[1];
  if (rounded !== undefined) return evaluate(rounded, length, depth + 1);
  if (symbol.startsWith('-')) return scaled(evaluate(symbol.slice(1), length, depth + 1), -1);
  const parts = operands(symbol);
  const [a, b] = [
    parts && evaluate(parts[0], length, depth + 1),
    parts && evaluate(parts[2], length, depth + 1),
  ];
  return parts && a && b && calculate(parts[1], a, b);
}

/** The two sides of `(a*b)`. */
function operands(symbol: string): readonly [string, string, string] | undefined {
  if (!symbol.startsWith('(') || !symbol.endsWith(')')) return undefined;
  let open = 0;
  for (let i = 1; i < symbol.length - 1; i++) {
    const char = symbol.charAt(i);
    if (char === '(') open++;
    if (char === ')') open--;
    if (open === 0 && i > 1 && /[-+*/]/.test(char)) {
      const operator = symbol.startsWith('//', i) ? '//' : char;
      return [symbol.slice(1, i), operator, symbol.slice(i + operator.length, -1)];
    }
  }
  return undefined;
}

function calculate(operator: string, a: Bound, b: Bound): Bound | undefined {
  if (operator === '+') return { share: a.share + b.share, rows: a.rows + b.rows };
  if (operator === '-') return { share: a.share - b.share, rows: a.rows - b.rows };
  if (operator === '*')
    return b.share === 0 ? scaled(a, b.rows) : a.share === 0 ? scaled(b, a.rows) : undefined;
  return b.share === 0 && b.rows !== 0 ? scaled(a, 1 / b.rows) : undefined;
}

function scaled(bound: Bound | undefined, by: number): Bound | undefined {
  return bound && { share: bound.share * by, rows: bound.rows * by };
}
