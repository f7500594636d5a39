import { isShape, onlyReshapes } from '../../../knowledge/shapes';
import { coded, originsOfAll } from '../../columns/provenance';
import { dataOf, derive, scalar, symbolOf, taintsIn, withTaints } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { CLEAN, unite, without, withoutOrigins } from '../../taint';
import type { Data, Value } from '../../value';
import { acrossColumns } from '../models/statistics';
import { withoutPositions } from './positions';
import { bending, withChange } from './shifting';

/** A function that makes a value of each row out of that row: `np.log(x)`, `np.add(a, b)`. */
export function rowWise(m: Machine, name: string, info: CallInfo): Value {
  const short = name.split('.').pop() ?? name;
  const values = onlyReshapes(short) ? info.args.positional.slice(0, 1) : contentArguments(info);
  const tables = values.map(value => dataOf(m, value)).filter(data => data !== undefined);
  const bends = bending(m, short, tables.length);
  const taints = bends(values.map(value => taintsIn(m, value)).reduce(unite, CLEAN));
  const base = tables.find(data => data.form !== 'unknown') ?? tables[0];
  if (base && name === 'numpy.delete') return withoutSome(m, base, info);
  if (base) {
    const origins = originsOfAll(m, values);
    const added = unite(
      without(withoutOrigins(taints), 'vary'),
      CODING.test(short) ? coded(m, origins) : origins,
    );
    const moved = withChange(base, bends);
    const own = CODING.test(short) ? { ...moved, taints: withoutOrigins(moved.taints) } : moved;
    const mixed = base.form === 'table' && tables.length > 1 ? { holding: m.columns.open() } : {};
    return derive(m, base, { ...withTaints(own, added), ...mixed, column: base.column });
  }
  return scalar(m, taints, `${short}(${info.args.positional.map(value => symbolOf(m, value)).join()})`);
}

/** `np.delete(X, rows)`, `np.delete(X, -1, axis=1)`: which columns are left depends on how many there were. */
function withoutSome(m: Machine, base: Data, info: CallInfo): Value {
  if (acrossColumns(info, 2)) return derive(m, base, { holding: m.columns.open() });
  return withoutPositions(m, info.args.positional[0], info.args.positional[1], info.site);
}

/** An answer or a class in place of the number. */
const CODING = /^(digitize|equal|not_equal|greater|less|isin|sign|vectorize)$/;

/** Arguments whose values come into the result. */
function contentArguments({ args }: CallInfo): Value[] {
  return [...args.positional, ...[...args.named].flatMap(([name, value]) => (isShape(name) ? [] : [value]))];
}
