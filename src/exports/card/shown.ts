import { formatNumber } from '../../reports/format';
import type { Mark, ShownNumber } from './marks';

/**
 * Does a number as it is shown say `value`? One that stands as it was written says it whole; one that somebody rounded, to its
 * own last digit.
 */
export function saysValue(mark: Mark, shown: ShownNumber, value: number): boolean {
  if (isAsWritten(mark, shown)) return shown.text === written(mark, value);
  const { amount, unit } = read(shown);
  // Half a unit of the last digit, and what doubles lose in counting it.
  return Math.abs(amount - value) <= unit / 2 + Math.abs(value) * 1e-12;
}

/** `value` as somebody chose to show the one before: with as many digits, and in percent where that was so. */
export function shownAgain(mark: Mark, shown: ShownNumber, value: number): string {
  if (isAsWritten(mark, shown)) return written(mark, value);
  const digits = decimalsOf(shown);
  const scaled = shown.isPercent ? value * 100 : value;
  if (/e/i.test(shown.text) || (digits === 0 && !shown.isPercent)) return formatNumber(value);
  const sign = shown.isPercent ? shown.text.slice(shown.text.search(/ ?\\?%$/)) : '';
  return `${scaled.toFixed(Math.min(digits, 100)).replace(/^-/, '−')}${sign}`;
}

function isAsWritten(mark: Mark, { text }: ShownNumber): boolean {
  return text === written(mark, mark.value);
}

/** As a new card has it: in front matter in full. */
function written({ style }: Mark, value: number): string {
  return style === 'yaml' ? String(value) : formatNumber(value);
}

function read(shown: ShownNumber): { readonly amount: number; readonly unit: number } {
  const text = shown.text.replace(/[ \\%,]/g, '').replace('−', '-');
  const power = Number(/e([+-]?\d+)$/i.exec(text)?.[1] ?? 0);
  const scale = shown.isPercent ? 100 : 1;
  return { amount: Number(text) / scale, unit: 10 ** (power - decimalsOf(shown)) / scale };
}

function decimalsOf({ text }: ShownNumber): number {
  return /\.(\d*)/.exec(text)?.[1]?.length ?? 0;
}
