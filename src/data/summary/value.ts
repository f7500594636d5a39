import type { Cell } from '../table/batch';
import { numberIn } from '../table/number';
import { instantOf } from './instant';

/**
 * A cell as it is compared and counted, the same whatever the format of its file: `1`, `1.0` and `"1"` are one number,
 * `TRUE` and `true` one truth value, `2026-01-01` and midnight of that day one time. Times are ISO 8601 in UTC.
 */
export type Value = string | number | boolean | null;

export type ValueKind = 'number' | 'boolean' | 'time' | 'text';

export function valueOf(cell: Cell): Value {
  if (typeof cell === 'number') return Number.isNaN(cell) ? null : cell + 0;
  if (typeof cell !== 'string') return cell;
  const code = cell.charCodeAt(0);
  // Letters are neither numbers nor dates, but for a few words.
  if (code > 0x39 && cell.length > 9) return cell;
  if (MISSING.has(cell)) return null;
  return numberIn(cell) ?? truthIn(cell) ?? timeIn(cell, code) ?? (cell.trim() === '' ? null : cell);
}

export function kindOf(value: string | number | boolean): ValueKind {
  if (typeof value !== 'string') return typeof value === 'number' ? 'number' : 'boolean';
  return isTime(value) ? 'time' : 'text';
}

/** What pandas takes for missing. */
const MISSING: ReadonlySet<string> = new Set([
  '',
  '#N/A',
  '#N/A N/A',
  '#NA',
  '-1.#IND',
  '-1.#QNAN',
  '-NaN',
  '-nan',
  '1.#IND',
  '1.#QNAN',
  '<NA>',
  'N/A',
  'NA',
  'NULL',
  'NaN',
  'None',
  'n/a',
  'nan',
  'null',
]);

function truthIn(cell: string): boolean | undefined {
  if (cell.length > 5) return undefined;
  const word = cell.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

function timeIn(cell: string, code: number): string | undefined {
  if (code < 0x30 || code > 0x39 || cell.length < 10) return undefined;
  const instant = instantOf(cell);
  return instant === undefined ? undefined : new Date(instant).toISOString();
}

function isTime(text: string): boolean {
  return text.length === 24 && text.endsWith('Z') && text[4] === '-' && text[10] === 'T';
}
