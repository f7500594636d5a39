import { holdingOf } from './columns';
import { dataOf, isObservations, makeData } from '../data';
import type { Machine } from '../machine';
import { freshSymbol } from '../machine';
import type { Source } from '../rows/rows';
import type { Site } from '../site';
import type { Data, Ref, Value } from '../value';
import { NO_COLUMNS } from '../data';

/** `pd.DataFrame()`: it has no rows before a column is put in, and then the rows of that column. */
export function emptyTable(m: Machine, site: Site): Ref {
  const symbol = freshSymbol(m);
  const source: Source = { key: `${EMPTY}${symbol}`, kind: 'unknown', site, label: 'a table' };
  return m.store.allocate(makeData(m, { form: 'unknown', rows: m.rows.other(source), symbol }));
}

const EMPTY = 'empty ';

/** The table as it is once this value has become its first column. */
export function filledWith(m: Machine, data: Data, value: Value): Data {
  const { rows } = data;
  if (rows.kind !== 'all' || !rows.source.key.startsWith(EMPTY)) return data;
  const first = dataOf(m, value);
  if (first && isObservations(first) && first.form !== 'unknown') {
    const holding = holdingOf(undefined, new Map());
    return { ...data, form: 'table', rows: first.rows, columns: NO_COLUMNS, closed: true, holding };
  }
  return { ...data, rows: m.rows.other({ ...rows.source, key: `filled ${rows.source.key}` }) };
}
