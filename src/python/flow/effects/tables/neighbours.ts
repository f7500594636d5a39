import { constantOf, symbolOf, withTaints } from '../../data';
import type { CallInfo, Machine } from '../../machine';
import { contextKey, record } from '../../machine';
import type { Lag } from '../../rows/order';
import type { Data } from '../../value';
import { acrossColumns, shortText, WINDOW } from '../models/statistics';

/** Methods whose result looks at the rows before or after a row. */
const METHODS: ReadonlySet<string> = new Set(
  'shift diff pct_change rolling expanding ewm cumsum cumprod cummax cummin ffill bfill'.split(' '),
);

/** Where the axis stands among the arguments, where it may stand without its name. */
const AXIS: Readonly<Record<string, number>> = { shift: 2, diff: 1, rolling: 5 };
const NO_PLACE = -1;

/** A table or column as such a method sees it: what it gives tells of other rows than its own. */
export function lookingAround(m: Machine, data: Data, name: string, info: CallInfo): Data {
  if (!METHODS.has(name) || data.form === 'index' || data.form === 'mask' || data.column === WINDOW)
    return data;
  if (acrossColumns(info, AXIS[name] ?? NO_PLACE)) return data;
  const { column, rows } = data;
  const label = shortText(m, info.site, name);
  const lag: Lag = {
    method: name,
    ahead: isAhead(m, info),
    within: m.withinGroup > 0 || data.form === 'groups' || (data.by ?? []).length > 0,
    column,
    rows,
    site: info.site,
    label,
  };
  const taint = m.taints.add(`lag ${contextKey(m, info.site)} ${rows.id} ${column ?? ''}`, id => {
    record<'lag'>(m, { kind: 'lag', site: info.site, lag });
    return { kind: 'lag', id, lag };
  });
  return { ...data, ...withTaints(data, [taint]) };
}

/** `shift(-1)`, `rolling(7, center=True)` */
function isAhead(m: Machine, { args: { positional, named } }: CallInfo): boolean {
  if (constantOf(named.get('center')) === true) return true;
  return symbolOf(m, positional[0] ?? named.get('periods')).startsWith('-');
}
