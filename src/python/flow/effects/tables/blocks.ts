import { constantOf, makeData, withTaints } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { fresh } from '../../machine';
import type { Rows } from '../../rows/rows';
import type { Data, Value } from '../../value';
import { orderTaint, withoutOrder } from './order';
import { shortText } from '../models/statistics';
import { isConstant } from './variants';

/** Symbols of arrays that hold one number over and over begin with this and tell the number. */
const FILLED = /^filled\((.*)\)#\d+$/;

/** `np.zeros(n)`, `np.ones(n)`, `np.full(n, 2)` */
export function filled(m: Machine, name: string, info: CallInfo): Value {
  const given = info.args.positional[1] ?? info.args.named.get('fill_value');
  const number = name.includes('zeros') ? 0 : name.includes('ones') ? 1 : constantOf(given);
  const symbol = `filled(${number === undefined ? `#${fresh(m)}` : String(number)})#${fresh(m)}`;
  const source = { key: symbol, kind: 'unknown' as const, site: info.site, label: name };
  return m.store.allocate(makeData(m, { form: 'unknown', rows: m.rows.all(source), symbol }));
}

export function isFilled(symbol: string): boolean {
  return FILLED.test(symbol);
}

/**
 * Tables below each other of which each is a class of its own: which column tells it, and that the rows now stand class by
 * class. Any other order that they stood in is gone.
 */
export function classByClass(
  m: Machine,
  tables: readonly Data[],
  joined: Data,
  info: CallInfo,
): Pick<Data, 'taints' | 'columns'> {
  const plain = withoutOrder(joined);
  const column = classColumn(tables);
  if (column === undefined) return plain;
  const taint = orderTaint(m, {
    how: 'by-class',
    site: info.site,
    label: shortText(m, info.site, 'concat'),
    column: column === '' ? undefined : column,
  });
  return withTaints({ ...joined, ...plain }, [taint]);
}

/** The column of which each table has one value of its own; an empty name for arrays that are nothing but that value. */
function classColumn(tables: readonly Data[]): string | undefined {
  if (tables.length < 2) return undefined;
  if (differ(tables.map(table => FILLED.exec(table.symbol)?.[1]))) return '';
  const [first] = tables;
  const set = [...(first?.edits?.keys() ?? [])].find(name =>
    differ(tables.map(({ edits }) => constantSymbol(edits?.get(name)))),
  );
  if (set !== undefined) return set;
  const picks = tables.map(({ rows }) => pickedBy(rows));
  const column = picks[0]?.column;
  return picks.every(pick => pick?.column === column) && differ(picks.map(pick => pick?.value))
    ? column
    : undefined;
}

function constantSymbol(symbol: string | undefined): string | undefined {
  return isConstant(symbol) ? symbol : undefined;
}

function differ(values: readonly (string | undefined)[]): boolean {
  return values.every(value => value !== undefined) && new Set(values).size === values.length;
}

/** `df[df.y == 1]`: rows of one value of a column. */
function pickedBy(rows: Rows): { readonly column: string; readonly value: string } | undefined {
  if (rows.kind === 'dup') return pickedBy(rows.of);
  if (rows.kind !== 'sub') return undefined;
  const found = rows.by.by === 'mask' ? /\.(\w+)==([^()]+)\)$/.exec(rows.by.symbol) : undefined;
  if (!found?.[1] || !found[2]) return pickedBy(rows.of);
  return rows.by.by === 'mask' && rows.by.negated
    ? { column: found[1], value: `not ${found[2]}` }
    : { column: found[1], value: found[2] };
}
