import { derive, withTaints } from '../../data';
import type { Machine } from '../../machine';
import { freshSymbol } from '../../machine';
import type { Taints } from '../../taint';
import { CLEAN, unite, without } from '../../taint';
import type { Data, Ref } from '../../value';
import type { Rows } from '../../rows/rows';
import { isOfForecast } from '../splits/forecasts';

/** `df.merge(other, on='k')`: rows of the table, with columns that come in. */
export function merged(m: Machine, data: Data, other: Data | undefined, added: Taints): Ref {
  const of = rowsBeside(data, other);
  const rows = m.rows.sub(of, { by: 'other', symbol: freshSymbol(m) });
  const coming = comingIn(m, data, other, added);
  return derive(m, data, { ...coming, rows, stage: undefined });
}

/** What the columns carry when those of another table have come to stand beside them. */
export function comingIn(
  m: Machine,
  data: Data,
  other: Data | undefined,
  added: Taints,
): Pick<Data, 'taints' | 'columns'> {
  return other?.closed === true ? columnsOf(data, other) : besideOthers(m, data, added);
}

/** What a forecast is laid beside says which rows it is of: `forecast.set_index('ds').join(df.set_index('ds'))`. */
export function rowsBeside({ rows }: Data, other: Data | undefined): Rows {
  return other && isOfForecast(rows) && !isOfForecast(other.rows) ? other.rows : rows;
}

/** Columns that come in by their names, each with what it carries. */
function columnsOf(data: Data, other: Data): Pick<Data, 'taints' | 'columns'> {
  const own = [...data.columns];
  const others = [...other.columns].map(
    ([name, taints]) => [name, unite(taints, data.columns.get(name) ?? CLEAN)] as const,
  );
  return { taints: data.taints, columns: new Map([...own, ...others]) };
}

/** Columns that are known to have been here do not carry what others that come in were learned from. */
function besideOthers(m: Machine, data: Data, added: Taints): Pick<Data, 'taints' | 'columns'> {
  const all = withTaints(data, added);
  const { table, without: gone } = data.holding;
  const seen = table === undefined ? [] : [...m.columns.seenIn(table)].filter(name => !gone.has(name));
  const own = (name: string): Taints => data.columns.get(name) ?? (data.closed ? CLEAN : data.taints);
  const others = without(added, 'stat');
  const kept = [...data.columns.keys(), ...seen].map(name => [name, unite(own(name), others)] as const);
  return { ...all, columns: new Map([...all.columns, ...kept]) };
}
