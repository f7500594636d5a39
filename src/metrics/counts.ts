/** `successes` out of `n`. */
export interface Counts {
  readonly successes: number;
  readonly n: number;
}

/** Half a unit of the last digit that a number was written with: what rounding may have changed. */
export function roundingOf(raw: string): number {
  const [, mantissa = '', exponent = '0'] = /^[+-]?([\d.]+)(?:e([+-]?\d+))?$/i.exec(raw.trim()) ?? [];
  const point = mantissa.indexOf('.');
  const decimals = point < 0 ? 0 : mantissa.length - point - 1;
  return 0.5 * 10 ** (Number(exponent) - decimals);
}

/** Do two proportions agree, given how many digits the first was written with? */
export function agrees(raw: string, value: number, expected: number): boolean {
  return Math.abs(value - expected) <= roundingOf(raw) + 1e-9;
}

/**
 * The counts behind a proportion of `n` rows. A share of `n` rows is a whole number of rows divided by `n`: if no whole number
 * gives `value` within its rounding, then it was not computed on these rows, and there are no counts. (The idea is the
 * GRIM test of N. J. L. Brown and J. A. J. Heathers, 2017.)
 */
export function countsOfShare(raw: string, value: number, n: number): Counts | undefined {
  if (!Number.isInteger(n) || n <= 0 || !(value >= 0 && value <= 1)) return undefined;
  const successes = Math.round(value * n);
  return agrees(raw, value, successes / n) ? { successes, n } : undefined;
}

/**
 * The counts behind a precision, when the true positives are known: precision = true positives / predicted positives.
 * Only where the digits leave one whole number of predicted positives.
 */
export function countsOfPrecision(raw: string, value: number, truePositives: number): Counts | undefined {
  if (truePositives <= 0 || !(value > 0 && value <= 1)) return undefined;
  const slack = roundingOf(raw) + 1e-9;
  const least = Math.max(truePositives, Math.ceil(truePositives / (value + slack)));
  const most = value > slack ? Math.floor(truePositives / (value - slack)) : Infinity;
  return least === most ? { successes: truePositives, n: least } : undefined;
}
