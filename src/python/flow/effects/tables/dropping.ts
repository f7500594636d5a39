import { dropNamed, withColumn } from '../../columns/columns';
import { constantOf, stringsIn, taintsIn } from '../../data';
import { siteOf } from '../../frame';
import type { Holding } from '../../columns/holding';
import type { CallInfo, Machine } from '../../machine';
import { pickedBy } from '../../columns/names';
import { columnFor } from '../../columns/provenance';
import type { Data, Value } from '../../value';
import { asFeatures, varying } from '../models/variedColumns';

/** What is left after some columns were dropped. */
export function columnsLeft(m: Machine, data: Data, columns: Value, info: CallInfo): Holding {
  const names = stringsIn(m, columns);
  const written = info.written?.find(one => one.name === 'columns') ?? info.written?.[0];
  const choice = { how: 'drop', site: info.site, names: written && siteOf(m, written.span) } as const;
  if (names) return dropNamed(data.holding, names, choice);
  // Of names that are known only as those of a table without some, what is left is these.
  const gone = pickedBy(m, data, columns, undefined);
  const open = m.columns.open();
  if (gone?.table !== data.holding.table || gone?.table === undefined) return open;
  return { ...open, chosen: choice };
}

/** Whoever leaves out another column in each round of a loop varies the features. */
export function withVariedRest(m: Machine, of: Data, left: Value, dropped: Value): Value {
  return varying(m, of, left, asFeatures(m, taintsIn(m, dropped)));
}

/** `df.insert(0, 'a', values)`: positions are other ones afterwards. */
export function inserted(m: Machine, { holding }: Data, { args, site }: CallInfo): Holding {
  const name = constantOf(args.positional[1] ?? args.named.get('column'));
  const value = args.positional[2] ?? args.named.get('value');
  if (typeof name !== 'string' || !value) return m.columns.open();
  return withColumn(dropNamed(holding, [`‹before› ${name}`]), name, columnFor(m, name, value, site), true);
}
