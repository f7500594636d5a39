import { dataOf, derive, newData } from '../../data';
import type { Machine } from '../../machine';
import { freshSymbol } from '../../machine';
import { taintsOf } from '../../taint';
import type { Data, Ref, Scalar } from '../../value';

/** Symbols of what is taken together by stretches of time begin with this. */
const RESAMPLED = 'resampled#';

/** The symbol of `series.resample('M')`. */
export function stretches(m: Machine): string {
  return `${RESAMPLED}${freshSymbol(m)}`;
}

/**
 * `df.groupby('day')['sales'].sum().resample('M')`: one number a group is a series, whose rows are the groups. The number of
 * a group is of its own rows only, so that the series carries no statistic of all of them.
 */
export function stretchesOfGroups(m: Machine, { taints }: Scalar): Ref | undefined {
  const grouped = taintsOf(taints, 'stat').find(taint => taint.grouped);
  if (!grouped) return undefined;
  const { site, label } = grouped;
  const rows = m.rows.all({ key: `groups ${grouped.id}`, kind: 'unknown', site, label });
  return newData(m, { form: 'groups', rows, by: [], symbol: stretches(m) });
}

/** `series.resample('M').mean()`: a coarser series, of which each row looks at a stretch of the finer one. */
export function resampled(m: Machine, data: Data): Ref | undefined {
  if (!data.symbol.startsWith(RESAMPLED)) return undefined;
  const isColumn = data.column !== undefined || dataOf(m, data.of)?.form === 'column';
  const rows = m.rows.sub(data.rows, { by: 'other', symbol: data.symbol });
  const symbol = freshSymbol(m);
  return derive(m, data, { form: isColumn ? 'column' : 'table', rows, by: [], symbol, column: data.column });
}
