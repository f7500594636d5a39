import { withColumn } from './columns';
import { dataOf, stageOf } from '../data';
import type { Column, Holding } from './holding';
import type { Machine } from '../machine';
import { coded, columnFor, columnTaint, originsOfAll, tableOf, told } from './provenance';
import type { Site } from '../site';
import type { Data, Ref, Value } from '../value';

/** `df['a'] = …`, `df[['a', 'b']] = …` */
export function withAssigned(
  m: Machine,
  holding: Holding,
  names: readonly string[],
  value: Value,
  site: Site,
): Holding {
  const table = tableOf(m, value);
  const each = (name: string): Column => {
    const own = table && names.length > 1 ? table.holding.columns.get(name) : undefined;
    return own
      ? m.columns.computed(name, site, [columnTaint(m, own)], true)
      : columnFor(m, name, value, site);
  };
  return names.reduce(
    (all, name) => withColumn(all, name, each(name), m.columns.hasSeen(all.table, name)),
    holding,
  );
}

/**
 * Some rows of a column get another value: which, is computed from what chose the rows. The first time, the column may
 * be an old one of which most is kept.
 */
export function setPartOfColumn(
  m: Machine,
  table: Ref,
  name: string,
  [rows, value]: readonly [Value | undefined, Value],
  site: Site,
): void {
  const data = dataOf(m, table);
  if (!data) return;
  const old = data.holding.columns.get(name);
  const origins = told(
    coded(m, originsOfAll(m, [dataOf(m, rows)?.form === 'mask' ? rows : undefined, value])),
  );
  const from = old ? [...new Set([...old.from, ...origins.from])] : [];
  const column = m.columns.computed(name, site, from, false);
  const inPlace = m.columns.hasSeen(data.holding.table, name);
  m.store.update(table.id, { ...data, holding: withColumn(data.holding, name, column, inPlace) });
}

/** `X[cols] = scaler.transform(X[cols])`: these columns went through a transformer. */
export function stageAfterAssignment(
  m: Machine,
  data: Data,
  names: readonly string[],
  value: Value,
): Data['stage'] {
  const [before, columns] = [stageOf(m, data), names.join()];
  const made = dataOf(m, value)?.stage;
  const own = made?.from === m.stages.columns(before, columns) ? made.by : undefined;
  if (own?.kind !== 'transform' || own.columns !== undefined) return m.stages.fresh();
  return m.stages.transformed(before, { ...own, columns });
}
