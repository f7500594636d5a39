import { derive, withTaints } from '../../data';
import type { Machine } from '../../machine';
import { freshSymbol } from '../../machine';
import type { Taints } from '../../taint';
import { CLEAN, unite, without } from '../../taint';
import type { Data, Ref } from '../../value';

/** `df.merge(other, on='k')`: rows of the table, with columns that come in. */
export function merged(m: Machine, data: Data, added: Taints): Ref {
  const rows = m.rows.sub(data.rows, { by: 'other', symbol: freshSymbol(m) });
  return derive(m, data, { ...besideOthers(m, data, added), rows, stage: undefined });
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
