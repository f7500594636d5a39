/** A number to be read: four significant digits at most, whole numbers in full. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (Number.isInteger(value)) return sign(value.toLocaleString('en-US'));
  const short = Number(value.toPrecision(4));
  return sign(Math.abs(short) < 1000 ? String(short) : short.toLocaleString('en-US'));
}

/** The same with its unit: `12 ms`. */
export function withUnit(value: number, unit: string | undefined): string {
  return unit === undefined ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
}

/** The two ends of an interval, cut to three decimals: `0.763 – 0.931`. */
export function formatInterval(low: number, high: number): string {
  return `${low.toFixed(3)} – ${high.toFixed(3)}`;
}

const OPERATORS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '==': '=' };

/** `≥ 0.8`. */
export function formatTarget(op: string, value: number, unit: string | undefined): string {
  return `${OPERATORS[op] ?? op} ${withUnit(value, unit)}`;
}

/** `1 value`, `2 values`. */
export function plural(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function sign(text: string): string {
  return text.replace(/^-/, '−');
}
