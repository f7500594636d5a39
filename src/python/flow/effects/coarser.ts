import { dataOf, derive } from '../data';
import type { Machine } from '../machine';
import { freshSymbol } from '../machine';
import type { Data, Ref } from '../value';

/** Symbols of what is taken together by stretches of time begin with this. */
const RESAMPLED = 'resampled#';

/** The symbol of `series.resample('M')`. */
export function stretches(m: Machine): string {
  return `${RESAMPLED}${freshSymbol(m)}`;
}

/** `series.resample('M').mean()`: a coarser series, of which each row looks at a stretch of the finer one. */
export function resampled(m: Machine, data: Data): Ref | undefined {
  if (!data.symbol.startsWith(RESAMPLED)) return undefined;
  const isColumn = data.column !== undefined || dataOf(m, data.of)?.form === 'column';
  const rows = m.rows.sub(data.rows, { by: 'other', symbol: data.symbol });
  const symbol = freshSymbol(m);
  return derive(m, data, { form: isColumn ? 'column' : 'table', rows, by: [], symbol, column: data.column });
}
